// A contact recorded by hand: a call, a visit, a message on a channel that is not connected. It joins a ticket or begins one,
// and what was agreed as the next step becomes a task.
import type { NewRecord } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { isId, newId } from '../../../platform/id.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { learnPerson } from '../../customers/index.ts'
import { appendInteraction } from '../commands/append-interaction.ts'
import { changeTicket, type Doer } from '../commands/change-ticket.ts'
import { drawTicketNumber, startTicket } from '../commands/start-ticket.ts'
import { diaryPorts } from '../ports.ts'
import { asStored, beginningOf, checkReview, checkTiming, wasTaken } from './rules/check-timing.ts'
import { recordText, subjectOf } from './record-text.ts'

export type Recorder = Doer & Pick<Actor, 'permissions'>

/** Answers the id of the new entry. @throws Refusal */
export async function recordInteraction(tx: Tx, doer: Recorder, given: NewRecord): Promise<string> {
  const byHand = { request: storable(given.request).trim(), decision: storable(given.decision ?? '').trim(), result: storable(given.result ?? '').trim() }
  if (byHand.request === '') throw new Refusal('invalid-input', 'The request is empty: write what the customer wanted.', { request: 'is empty' })
  checkTiming(given, Date.now())
  checkReview(given)
  const at = readTime(given)
  const direction = given.direction ?? 'in'
  const by = await whoHadIt(tx, doer, given)
  const ticketId = given.ticketId ?? (await beginTicket(tx, given, direction, byHand.request, at))
  const id = newId()
  const text = recordText(byHand)
  const { customerId } = await appendInteraction(tx, {
    id, ticketId, kind: given.kind, direction, channel: given.channel, mailboxId: null, staffId: by?.staffId ?? null, ...(at === null ? {} : { at }),
    from: { name: await authorOf(tx, direction, by, ticketId), address: '' }, recipients: { to: [], cc: [], bcc: [], replyTo: [] }, subject: '', text, visibleText: byHand.request,
    html: null, folds: null, messageId: null, inReplyTo: null, contentId: null, attachments: [], byHand, wish: {}, ...(given.timing === undefined ? {} : { timing: asStored(given.timing) }), ...(given.review === undefined ? {} : { review: { ...given.review, site: given.review.site.trim() } }),
  })
  await applyWishes(tx, doer, ticketId, given)
  if (given.nextStep) {
    await diaryPorts().addTask(tx, {
      kind: given.nextStep.kind ?? 'task', title: storable(given.nextStep.title).trim(), ticketId, customerId, ownerId: given.nextStep.ownerId ?? by?.staffId ?? doer.staffId, dueAt: given.nextStep.dueAt ?? null, createdBy: doer.staffId,
    })
  }
  return id
}

/** Null: it has no time of its own, and is of now. A call happened when it came. */
function readTime({ at: said, timing }: NewRecord): Date | null {
  const given = said ?? beginningOf(timing)
  if (given === undefined) return null
  const at = new Date(given)
  // A clock may run a little ahead; a contact cannot lie in the future.
  if (at.getTime() > Date.now() + 5 * 60_000) throw new Refusal('invalid-input', 'The contact lies in the future: say when it was, or plan a call-back instead.', { at: 'lies in the future' })
  // Business time is counted from 1970 on, and no diary reaches further back.
  if (at.getTime() < 0) throw new Refusal('invalid-input', 'The contact lies before 1970: check the year.', { at: 'lies before 1970' })
  const beginning = beginningOf(timing)
  if (said !== undefined && beginning !== undefined && Math.abs(at.getTime() - Date.parse(beginning)) > 86_400_000) throw new Refusal('invalid-input', 'The time of the contact lies more than a day from its own times: leave `at` out, then the contact is of when it came.', { at: 'does not fit the timing' })
  return at
}

/** Who of ours had the contact: whoever records it, unless they say otherwise; nobody where nobody took it. @throws Refusal */
async function whoHadIt(tx: Tx, doer: Recorder, { staffId, timing }: NewRecord): Promise<Doer | null> {
  const taken = wasTaken(timing)
  if (typeof staffId === 'string' && !taken) throw new Refusal('invalid-input', 'Nobody answered this contact, so nobody had it: leave staffId out, or say answeredAt.', { staffId: 'excludes a contact nobody answered' })
  if (staffId === null || !taken) return null
  if (staffId === undefined || staffId.toLowerCase() === doer.staffId) return doer
  if (!doer.permissions.has('desk.manage')) throw new Refusal('not-allowed', 'Contacts of colleagues are recorded by whoever leads the desk (desk.manage): leave staffId out to record your own.', { staffId: 'is a colleague' })
  const [colleague] = isId(staffId) ? await tx.query<{ id: string; name: string }>('select id, name from staff where org_id = $1 and id = $2', [tx.orgId, staffId], 'colleague-who-had-it') : []
  if (colleague === undefined) throw new Refusal('invalid-input', 'There is no such person in this organization: choose one of /staff, or null when nobody of yours took it.', { staffId: 'is nobody here' })
  return { staffId: colleague.id, name: colleague.name }
}

async function beginTicket(tx: Tx, given: NewRecord, direction: 'in' | 'out', request: string, at: Date | null): Promise<string> {
  if (given.customerId === undefined && given.customer === undefined) throw new Refusal('invalid-input', 'Say who it was: choose a customer, describe a new one, or name the ticket.', { customerId: 'is missing' })
  const customerId = given.customerId === undefined ? await learnPerson(tx, given.customer!) : await knownCustomer(tx, given.customerId)
  return startTicket(tx, {
    customerId, number: await drawTicketNumber(tx), subject: subjectOf(given.subject, request), channel: given.channel, mailboxId: null, assigneeId: null, language: null, direction, ...(at === null ? {} : { beganAt: at }),
  })
}

/** Who spoke first. Of a customer's contact that a colleague took the colleague stands beside it; one that nobody took is the customer's alone. */
async function authorOf(tx: Tx, direction: 'in' | 'out', by: Doer | null, ticketId: string): Promise<string> {
  if (by !== null) return direction === 'out' ? by.name : ''
  const [row] = isId(ticketId) ? await tx.query<{ name: string }>('select c.name from ticket t join customer c on c.org_id = t.org_id and c.id = t.customer_id where t.org_id = $1 and t.id = $2', [tx.orgId, ticketId], 'customer-of-record') : []
  return direction === 'in' ? row?.name ?? '' : ''
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
