// What does not hold in a calendar, found while it is made, with the place where it stands. The server checks all again
// and knows more (an exception against the night before); its sentences come to the same places.
import type { CalendarDefinition, Shift, Weekday } from '@kontuar/calendar'
import { ApiProblem } from '../../../api/problem.ts'
import { isShiftTime, minutesOf, pastMidnight } from './local-time.ts'

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const satisfies readonly Weekday[]
export interface CalendarProblem {
  /** As the server says it: /weekly/1, /weekly/1/0/to, /exceptions/0/on. */
  path: string
  code: 'badTime' | 'overlap' | 'overlapNext' | 'neverOpen' | 'badDate' | 'sameDay'
  first?: string
  second?: string
}

const said = ({ from, to }: Shift) => `${from}–${to}`
const end = (shift: Shift) => minutesOf(shift.to) + (pastMidnight(shift) ? 1440 : 0)
const inOrder = (shifts: readonly Shift[]) => [...shifts].sort((one, other) => minutesOf(one.from) - minutesOf(other.from))
const readable = (shifts: readonly Shift[]) => shifts.every(({ from, to }) => isShiftTime(from, false) && isShiftTime(to, true))

export function problemsOf({ weekly, exceptions }: CalendarDefinition): CalendarProblem[] {
  const found: CalendarProblem[] = []
  for (const day of weekdays) found.push(...withinDay(`/weekly/${day}`, weekly[day] ?? []))
  for (const [index, day] of weekdays.entries()) {
    const [last, first] = [inOrder(weekly[day] ?? []).at(-1), inOrder(weekly[weekdays[(index + 1) % 7]!] ?? [])[0]]
    if (last && first && readable([last, first]) && end(last) > minutesOf(first.from) + 1440) found.push({ path: `/weekly/${day}`, code: 'overlapNext', first: said(last), second: said(first) })
  }
  if (weekdays.every((day) => (weekly[day] ?? []).length === 0)) found.push({ path: '/weekly', code: 'neverOpen' })

  const seen = new Set<string>()
  exceptions.forEach((exception, index) => {
    const day = 'on' in exception ? exception.on : exception.every
    if (!('on' in exception ? isDay(day) : isDay(`2024-${day}`))) found.push({ path: `/exceptions/${index}/${'on' in exception ? 'on' : 'every'}`, code: 'badDate' })
    else if (seen.has(day)) found.push({ path: `/exceptions/${index}`, code: 'sameDay' })
    seen.add(day)
    found.push(...withinDay(`/exceptions/${index}/shifts`, exception.shifts))
  })
  return found
}

function withinDay(path: string, shifts: readonly Shift[]): CalendarProblem[] {
  const wrong = shifts.flatMap((shift, index): CalendarProblem[] => [
    ...(isShiftTime(shift.from, false) ? [] : [{ path: `${path}/${index}/from`, code: 'badTime' as const }]),
    ...(isShiftTime(shift.to, true) ? [] : [{ path: `${path}/${index}/to`, code: 'badTime' as const }]),
  ])
  if (wrong.length > 0) return wrong
  const sorted = inOrder(shifts)
  const clash = sorted.findIndex((shift, index) => index > 0 && minutesOf(shift.from) < end(sorted[index - 1]!))
  return clash < 0 ? [] : [{ path, code: 'overlap', first: said(sorted[clash - 1]!), second: said(sorted[clash]!) }]
}

/** A date that exists, YYYY-MM-DD, in the years that are counted. */
export function isDay(text: string): boolean {
  if (!/^(?:19[7-9]\d|20\d\d)-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The server's sentences by the same places. */
export function serverSentences(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ApiProblem)) return new Map()
  return new Map(Object.entries(error.fields).filter(([field]) => field.startsWith('definition/')).map(([field, sentence]) => [field.slice('definition'.length), sentence]))
}
