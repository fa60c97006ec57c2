// A due time in business hours from now, by the calendar of the wish, else that of the task settings, else the usual one.
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { businessClock } from '../clocks/calendars/business-clock.ts'
import { farAway } from '../clocks/calendars/business-time.ts'
import { readTaskSettings, refuseUnknownCalendar } from './settings/task-settings.ts'

export interface DueIn { hours: number; calendarId?: string | null | undefined }

/**
 * @param strict a person asks, who can choose anew; a program goes by the usual calendar when its own is gone
 * @throws Refusal `invalid-input`
 */
export async function dueInBusinessHours(tx: Tx, { hours, calendarId }: DueIn, from: Date, strict: boolean): Promise<Date> {
  if (calendarId && strict) await refuseUnknownCalendar(tx, calendarId, 'dueIn')
  const clock = await businessClock(tx, calendarId ?? (await readTaskSettings(tx)).settings.calendarId)
  const due = clock.add(from.getTime(), Math.round(hours * 3_600_000))
  if (due >= farAway) throw new Refusal('invalid-input', 'By this calendar there are not so many open hours ahead: choose another calendar, or a due time.', { dueIn: 'is never' })
  return new Date(due)
}
