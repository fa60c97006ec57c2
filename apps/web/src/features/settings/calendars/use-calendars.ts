import type { CalendarDefinition } from '@kontuar/calendar'
import { changeCalendar, createCalendar, listHolidays, type BodyOf, type Calendar } from '@kontuar/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** Under the calendars, so that a saved calendar reads its days anew. */
export const holidaysQuery = (id: string, year: number) => queryOptions({ queryKey: [...queryKeys.calendars, 'holidays', id, year], queryFn: ({ signal }) => api(listHolidays, { params: { id }, query: { year }, signal }) })

/** The contract keeps it as plain JSON; what is in it is said by the calendar package. */
export const definitionOf = (calendar: Calendar): CalendarDefinition => {
  const { timeZone, weekly, holidays = null, exceptions = [] } = calendar.definition as unknown as CalendarDefinition
  return { timeZone, weekly, holidays, exceptions }
}
type Body = BodyOf<typeof createCalendar>
export const asBody = (definition: CalendarDefinition): Body['definition'] => definition as unknown as Body['definition']

export function useSaveCalendar(id: string | null) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Body): Promise<Calendar> => (id === null ? api(createCalendar, { body }) : api(changeCalendar, { params: { id }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.calendars }),
  })
}
