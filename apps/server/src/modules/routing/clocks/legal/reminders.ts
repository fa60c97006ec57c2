// When owner and manager are reminded of a complaint: in the morning of so many days before the last one, of the internal day, and when a day has passed unanswered.

/** `days`: until the last day. */
export type Reminder = { what: 'days-left'; days: number; at: number } | { what: 'internal-day' | 'internal-passed' | 'passed'; at: number }

export interface ReminderTerm { last_day: string; internal_day: string | null; due_at: number; internal_due_at: number | null; remind_days: readonly number[] }

const morning = '09:00'

/** In their order; what a row of legal_deadline counts in `reminded`. */
export function remindersOf(term: ReminderTerm, timeZone: string): Reminder[] {
  const at = (day: string, before = 0) => Temporal.PlainDate.from(day).subtract({ days: before }).toZonedDateTime({ timeZone, plainTime: morning }).epochMilliseconds
  const days = [...new Set(term.remind_days)].map((d): Reminder => ({ what: 'days-left', days: d, at: at(term.last_day, d) }))
  const internal: Reminder[] = term.internal_day === null || term.internal_due_at === null ? [] : [{ what: 'internal-day', at: at(term.internal_day) }, { what: 'internal-passed', at: term.internal_due_at }]
  return [...days, ...internal, { what: 'passed', at: term.due_at } as Reminder].toSorted((a, b) => a.at - b.at || a.what.localeCompare(b.what))
}

/** Of a term that is set, or taken up again, now: nobody has answered, and the reminders behind it are not told. That the last day has passed is told all the same. */
export function unanswered(term: ReminderTerm, timeZone: string, now: number): { answered_at: null; answer_interaction_id: null; reminded: number; next_reminder_at: number | null } {
  const reminders = remindersOf(term, timeZone)
  const next = reminders.findIndex((r) => r.at > now || r.what === 'passed')
  return { answered_at: null, answer_interaction_id: null, reminded: next < 0 ? reminders.length : next, next_reminder_at: reminders[next]?.at ?? null }
}
