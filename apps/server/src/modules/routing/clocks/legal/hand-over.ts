// A complaint merged into another ticket goes on there: that ticket takes the term over, or the earlier of the two. Who brought it is kept, so that a merge taken back takes it along (take-back.ts).
import type { Tx } from '../../../../platform/db/database.ts'
import type { TicketState } from '../keep/read-histories.ts'
import { writeEvents, type DiaryEvent } from '../keep/write-events.ts'
import { readLegalRows, termOf, writeLegalRows, type LegalRow, type StoredLegalRow } from './legal-rows.ts'
import { lookAgain } from './look-again.ts'
import { unanswered } from './reminders.ts'

export async function handOver(tx: Tx, merged: readonly TicketState[], rows: ReadonlyMap<string, StoredLegalRow>, timeZone: string, now: number): Promise<void> {
  if (merged.length === 0) return
  const intoIds = [...new Set(merged.map((t) => t.history.now.mergedIntoId!))]
  const there = new Map((await readLegalRows(tx, intoIds)).map((r) => [r.ticket_id, r]))
  const events: DiaryEvent[] = []
  const taken = new Map<string, LegalRow>()
  for (const ticket of merged) {
    const into = ticket.history.now.mergedIntoId!
    const { remind_days, ...row } = rows.get(ticket.id)!
    const own = taken.get(into) ?? there.get(into)
    if (own !== undefined && own.last_day <= row.last_day) continue
    taken.set(into, { ...row, ticket_id: into, brought_by: row.brought_by ?? ticket.id, own_term: own === undefined ? null : own.brought_by === null ? termOf(own) : own.own_term, ...unanswered({ ...row, remind_days }, timeZone, now) })
    events.push({
      ticketId: into, customerId: ticket.customerId, channel: ticket.channel, name: own === undefined ? 'legal-deadline-set' : 'legal-deadline-changed',
      detail: { basisCode: row.basis_code, version: row.basis_version, receivedOn: row.received_on, from: own?.last_day ?? null, to: row.last_day, because: { code: 'merged', ticketId: ticket.id } },
    })
  }
  await writeLegalRows(tx, [...taken.values()])
  await writeEvents(tx, events)
  for (const { ticketId, customerId } of events) tx.publish({ name: 'routing.complaintReceived', ids: { ticketId, customerId } })
  // The other ticket is not locked here: its own turn writes its deadline.
  lookAgain(tx, [...taken.keys()], now)
}
