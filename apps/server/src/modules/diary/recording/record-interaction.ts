// A contact recorded by hand: a call, a visit, a message on a channel that is not connected. It joins a ticket or begins one,
// and what was agreed as the next step becomes a task.
import type { NewRecord } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { isId, newId } from '../../../platform/id.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { learnPerson } from '../../customers/index.ts'
import { appendInteraction } from '../commands/append-interaction.ts'
import { changeTicket, type Doer } from '../commands/change-ticket.ts'
import { drawTicketNumber, startTicket } from '../commands/start-ticket.ts'
import { diaryPorts } from '../ports.ts'
import { recordText, subjectOf } from './record-text.ts'

/** Answers the id of the new entry. @throws Refusal */
export async function recordInteraction(tx: Tx, doer: Doer, given: NewRecord): Promise<string> {
  const byHand = { request: storable(given.request).trim(), decision: storable(given.decision ?? '').trim(), result: storable(given.result ?? '').trim() }
  if (byHand.request === '') throw new Refusal('invalid-input', 'The request is empty: write what the customer wanted.', { request: 'is empty' })
  const at = readTime(given.at)
  const direction = given.direction ?? 'in'
  const ticketId = given.ticketId ?? (await beginTicket(tx, given, direction, byHand.request))
  const id = newId()
  const text = recordText(byHand)
  const { customerId } = await appendInteraction(tx, {
    id, ticketId, kind: given.kind, direction, channel: given.channel, mailboxId: null, staffId: doer.staffId, ...(at === null ? {} : { at }),
    from: { name: direction === 'out' ? doer.name : '', address: '' }, recipients: { to: [], cc: [], bcc: [], replyTo: [] }, subject: '', text, visibleText: byHand.request,
    html: null, folds: null, messageId: null, inReplyTo: null, contentId: null, attachments: [], byHand, wish: {},
  })
  await applyWishes(tx, doer, ticketId, given)
  if (given.nextStep) {
    await diaryPorts().addTask(tx, {
      kind: given.nextStep.kind ?? 'task', title: storable(given.nextStep.title).trim(), ticketId, customerId, ownerId: given.nextStep.ownerId ?? doer.staffId, dueAt: given.nextStep.dueAt ?? null, createdBy: doer.staffId,
    })
  }
  return id
}

function readTime(given: string | undefined): Date | null {
  if (given === undefined) return null
  const at = new Date(given)
  // A clock may run a little ahead; a contact cannot lie in the future.
  if (at.getTime() > Date.now() + 5 * 60_000) throw new Refusal('invalid-input', 'The contact lies in the future: say when it was, or plan a call-back instead.', { at: 'lies in the future' })
  // Business time is counted from 1970 on, and no diary reaches further back.
  if (at.getTime() < 0) throw new Refusal('invalid-input', 'The contact lies before 1970: check the year.', { at: 'lies before 1970' })
  return at
}

async function beginTicket(tx: Tx, given: NewRecord, direction: 'in' | 'out', request: string): Promise<string> {
  if (given.customerId === undefined && given.customer === undefined) throw new Refusal('invalid-input', 'Say who it was: choose a customer, describe a new one, or name the ticket.', { customerId: 'is missing' })
  const customerId = given.customerId === undefined ? await learnPerson(tx, given.customer!) : await knownCustomer(tx, given.customerId)
  return startTicket(tx, {
    customerId, number: await drawTicketNumber(tx), subject: subjectOf(given.subject, request), channel: given.channel, mailboxId: null, assigneeId: null, language: null, direction,
  })
}

async function knownCustomer(tx: Tx, id: string): Promise<string> {
  const found = isId(id) ? await tx.query('select 1 from customer where org_id = $1 and id = $2', [tx.orgId, id], 'customer-exists') : []
  if (found.length === 0) throw notFound('customer')
  return id
}

/** Queue, place, reason, status: the same checks and the same trace as any other change. */
async function applyWishes(tx: Tx, doer: Doer, ticketId: string, given: NewRecord) {
  const { queueId, locationId, reasonId, status } = given
  const wish = { ...(queueId === undefined ? {} : { queueId }), ...(locationId === undefined ? {} : { locationId }), ...(reasonId === undefined ? {} : { reasonId }), ...(status === undefined ? {} : { status }) }
  if (Object.keys(wish).length > 0) await changeTicket(tx, doer, ticketId, wish)
}
