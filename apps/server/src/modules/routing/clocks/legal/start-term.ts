import type { Settings } from '../keep/rules.ts'
import { countTerm } from './count-term.ts'
import type { BasisRow, StoredLegalRow } from './legal-rows.ts'
import { unanswered } from './reminders.ts'

/** The row of a complaint received on a day. Reminders that lie behind are not told. @throws CalendarError when the term cannot be counted */
export function startTerm(ticketId: string, basis: BasisRow, receivedOn: string, { timeZone, language }: Pick<Settings, 'timeZone' | 'language'>, now: number): StoredLegalRow {
  const { lastDay, dueAt, internalDay, internalDueAt } = countTerm(basis, receivedOn, timeZone, language)
  const term = { last_day: lastDay, internal_day: internalDay, due_at: dueAt, internal_due_at: internalDueAt, remind_days: basis.remind_days }
  return {
    ...term, ticket_id: ticketId, basis_code: basis.code, basis_version: basis.version, received_on: receivedOn, brought_by: null, own_term: null,
    ...unanswered(term, timeZone, now),
  }
}
