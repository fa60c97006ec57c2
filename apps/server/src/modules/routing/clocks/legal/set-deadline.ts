/*
 * A person makes a ticket a complaint, or corrects its date or its law. A term that stands is changed only with a reason,
 * which stays in the diary with both dates. Nobody can take it away: there is no such command, and the program may not
 * delete the row.
 */
import type { Static } from 'typebox'
import type { LegalDeadlineBody } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { isId } from '../../../../platform/id.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { orRefuse } from '../calendars/check-definition.ts'
import { keepClocks } from '../keep/keep-clocks.ts'
import { readNow } from '../keep/read-histories.ts'
import { writeEvents } from '../keep/write-events.ts'
import { isDay } from './days.ts'
import { dayAt } from './keep-legal.ts'
import { basisOn, readBases, readLegalRows, writeLegalRows } from './legal-rows.ts'
import { startTerm } from './start-term.ts'

interface Place { customer_id: string; channel: string; time_zone: string; locale: string }

/** @throws Refusal */
export async function setDeadline(tx: Tx, actor: Actor, ticketId: string, body: Static<typeof LegalDeadlineBody>): Promise<void> {
  const [ticket] = isId(ticketId) ? await tx.query<Place>('select t.customer_id, t.channel, o.time_zone, o.locale from ticket t join org o on o.id = t.org_id where t.org_id = $1 and t.id = $2 for update of t', [tx.orgId, ticketId], 'lock-complaint') : []
  if (ticket === undefined) throw notFound('ticket')
  // Seen and locked; what follows from it (a merge, a reminder) may lie where its asker does not see.
  await tx.seeEverything()
  const now = await readNow(tx)
  const { basisCode, receivedOn } = body
  if (!isDay(receivedOn)) throw new Refusal('invalid-input', 'The date of receipt is none: write it YYYY-MM-DD, with a day that exists.', { receivedOn: 'is no date' })
  if (receivedOn > dayAt(now, ticket.time_zone)) throw new Refusal('invalid-input', 'A complaint cannot have been received in the future: give the day on which it came.', { receivedOn: 'lies in the future' })

  const [before] = await readLegalRows(tx, [ticketId])
  const versions = await readBases(tx, [storable(basisCode)])
  const basis = basisOn(versions, basisCode, receivedOn)
  if (versions.length === 0) throw new Refusal('invalid-input', 'There is no such legal basis: choose one of /legal-bases.', { basisCode: 'is unknown' })
  if (basis === undefined) throw new Refusal('invalid-input', `"${versions[0]!.name}" holds for complaints received from ${versions[0]!.valid_from} on: choose another basis or correct the date.`, { receivedOn: 'is before the law' })
  if (basis.retired && before?.basis_code !== basisCode) throw new Refusal('invalid-input', `"${basis.name}" has been retired: choose another legal basis.`, { basisCode: 'is retired' })

  if (before !== undefined && before.basis_code === basisCode && before.basis_version === basis.version && before.received_on === receivedOn) return
  const why = storable(body.why ?? '').trim()
  if (before !== undefined && why === '') throw new Refusal('invalid-input', 'This complaint has its legal deadline already: say why it changes, it stays in the history of the ticket.', { why: 'is missing' })

  const language = ticket.locale === 'pl' || ticket.locale === 'ru' ? ticket.locale : 'en'
  const { remind_days: _, ...row } = orRefuse(() => startTerm(ticketId, basis, receivedOn, { timeZone: ticket.time_zone, language }, now), 'receivedOn')
  await writeLegalRows(tx, [row])
  const place = { ticketId, customerId: ticket.customer_id, channel: ticket.channel, doer: { staffId: actor.staffId, name: actor.name } }
  const [entryId] = await writeEvents(tx, [before === undefined
    ? { ...place, name: 'legal-deadline-set', detail: { basis: basis.name, basisCode, version: basis.version, receivedOn, to: row.last_day, ...(why === '' ? {} : { why }) } }
    : { ...place, name: 'legal-deadline-changed', detail: { basis: basis.name, basisCode, version: basis.version, receivedOn, basisBefore: before.basis_code, receivedBefore: before.received_on, from: before.last_day, to: row.last_day, why } }])
  tx.publish({ name: 'routing.legalDeadlineChanged', ids: { ticketId, interactionId: entryId!, customerId: ticket.customer_id } })
  await keepClocks(tx, [ticketId])
}
