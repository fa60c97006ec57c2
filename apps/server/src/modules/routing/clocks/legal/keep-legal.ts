/*
 * Keeps the terms of law with their tickets: a ticket that stands in a queue with a legal basis is a complaint from then
 * on, wherever it goes; closing with an answer answers it; a ticket it is merged into takes the term over, and gives it back
 * with the merge. Nothing else ever takes a term away.
 */
import type { Tx } from '../../../../platform/db/database.ts'
import { factsOverTime } from '../derive/facts-over-time.ts'
import { isOver } from '../derive/runs.ts'
import type { ClockRules } from '../derive/types.ts'
import type { LegalClock } from '../keep/nearest-deadline.ts'
import type { TicketState } from '../keep/read-histories.ts'
import type { Settings } from '../keep/rules.ts'
import { writeEvents, type DiaryEvent } from '../keep/write-events.ts'
import { answerOf } from './answered.ts'
import { handOver } from './hand-over.ts'
import { basisOn, readBases, writeLegalRows, type StoredLegalRow } from './legal-rows.ts'
import { startTerm } from './start-term.ts'
import { remindersOf, type Reminder } from './reminders.ts'
import { lookAtBrought, takeBackBrought } from './take-back.ts'

export interface DueReminder { ticket: TicketState; row: StoredLegalRow; reminders: Reminder[] }
export interface KeptLegal { clocks: Map<string, LegalClock>; due: DueReminder[]; earliest: number | null }

export const startOfDay = (day: string, timeZone: string) => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
export const dayAt = (at: number, timeZone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString()

export async function keepLegal(tx: Tx, tickets: readonly TicketState[], settings: Settings, rules: ClockRules, now: number, stored: readonly StoredLegalRow[], fire: boolean): Promise<KeptLegal> {
  const rows = new Map(stored.map((row) => [row.ticket_id, row]))
  const changed = new Map<string, StoredLegalRow>()
  const put = (row: StoredLegalRow) => { rows.set(row.ticket_id, row); changed.set(row.ticket_id, row) }
  const back = await takeBackBrought(tx, tickets, rows, settings, now)
  for (const [id, row] of back) {
    if (row === null) rows.delete(id)
    else put(row)
  }
  await begin(tx, tickets.filter((t) => !rows.has(t.id) && (back.has(t.id) || !isOver(t.history.now, rules.categoryOf))), settings, now, put, (ticket) => back.has(ticket.id))

  const due: DueReminder[] = []
  for (const ticket of tickets) {
    const row = rows.get(ticket.id)
    if (row === undefined) continue
    const answer = answerOf(ticket.history, startOfDay(row.received_on, settings.timeZone), rules.categoryOf)
    const silent = answer !== null || ticket.history.now.mergedIntoId !== null
    const reminders = remindersOf(row, settings.timeZone)
    const ripe = silent || !fire ? [] : reminders.slice(row.reminded).filter((r) => r.at <= now)
    if (ripe.length > 0) due.push({ ticket, row, reminders: ripe })
    // Taken up again after an answer: the mornings that passed meanwhile are not told any more.
    const reminded = row.answered_at !== null && answer === null ? Math.max(row.reminded, reminders.filter((r) => r.at <= now && r.what !== 'passed').length) : row.reminded + ripe.length
    const next: StoredLegalRow = { ...row, answered_at: answer?.at ?? null, answer_interaction_id: answer?.interactionId ?? null, reminded, next_reminder_at: silent ? null : (reminders[reminded]?.at ?? null) }
    if (JSON.stringify(next) !== JSON.stringify(row)) put(next)
    if (row.answered_at === null && answer !== null) tx.publish({ name: 'routing.complaintAnswered', ids: { ticketId: ticket.id, customerId: ticket.customerId } })
  }
  await writeLegalRows(tx, [...changed.values()].map(({ remind_days: _, ...row }) => row))
  await handOver(tx, tickets.filter((t) => t.history.now.mergedIntoId !== null && rows.has(t.id)), rows, settings.timeZone, now)

  await lookAtBrought(tx, tickets, now)

  const next = [...changed.values()].flatMap((r) => r.next_reminder_at ?? [])
  return {
    due, earliest: next.length === 0 ? null : Math.min(...next),
    clocks: new Map([...rows.values()].map((r) => [r.ticket_id, { fromAt: startOfDay(r.received_on, settings.timeZone), dueAt: r.due_at, internalDueAt: r.internal_due_at, answeredAt: r.answered_at }])),
  }
}

/**
 * Received on the day on which the customer's first message came, where the organization is.
 * @param everStood whether also a queue counts that the ticket has left: it began no term of its own there while another ticket's stood here
 */
async function begin(tx: Tx, tickets: readonly TicketState[], settings: Settings, now: number, put: (row: StoredLegalRow) => void, everStood: (ticket: TicketState) => boolean): Promise<void> {
  const codeOf = new Map(settings.queues.flatMap((q) => (q.legal_basis_code === null ? [] : [[q.id, q.legal_basis_code] as const])))
  const entering = tickets.flatMap((ticket) => {
    const queues = [ticket.history.now.queueId, ...(everStood(ticket) ? factsOverTime(ticket.history).after.map((facts) => facts.queueId) : [])]
    const code = queues.map((id) => codeOf.get(id ?? '')).find((c) => c !== undefined)
    return code === undefined ? [] : [{ ticket, code }]
  })
  if (entering.length === 0) return
  const versions = await readBases(tx, [...new Set(entering.map((e) => e.code))])
  const events: DiaryEvent[] = []
  for (const { ticket, code } of entering) {
    const first = ticket.history.entries.find((e) => e.meaning === 'customer')?.at ?? Math.min(ticket.history.createdAt, ticket.history.entries[0]?.at ?? now)
    const receivedOn = dayAt(first, settings.timeZone)
    // A law younger than the complaint is still the nearest there is: better a term that a person corrects than none.
    const basis = basisOn(versions, code, receivedOn) ?? versions.find((b) => b.code === code)
    if (basis === undefined) continue
    const row = startTerm(ticket.id, basis, receivedOn, settings, now)
    put(row)
    tx.publish({ name: 'routing.complaintReceived', ids: { ticketId: ticket.id, customerId: ticket.customerId } })
    events.push({ ticketId: ticket.id, customerId: ticket.customerId, channel: ticket.channel, name: 'legal-deadline-set', detail: { basis: basis.name, basisCode: code, version: basis.version, receivedOn, to: row.last_day } })
  }
  await writeEvents(tx, events)
}
