// How much open time is left until then, by the calendar of the tasks, else the usual one.
import { compileCalendar, type Calendar, type CalendarDefinition } from '@kontuar/calendar'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { calendarsQuery, taskSettingsQuery } from '../../api/desk.ts'
import { useNow } from '../../ui/use-now.ts'

/** Milliseconds; null while it is not known, when it is over, and where no calendar counts. */
export function useBusinessLeft(dueAt: string | null): number | null {
  const calendars = useQuery(calendarsQuery).data?.items
  const settings = useQuery(taskSettingsQuery).data
  const now = useNow().getTime()
  const calendar = useMemo<Calendar | null>(() => {
    const found = settings && (calendars?.find(({ id, retired }) => id === settings.calendarId && !retired) ?? calendars?.find(({ isDefault }) => isDefault))
    return found ? compileCalendar(found.definition as unknown as CalendarDefinition) : null
  }, [calendars, settings])
  if (calendar === null || dueAt === null) return null
  const due = Date.parse(dueAt)
  return due <= now ? null : calendar.between(now, due)
}
