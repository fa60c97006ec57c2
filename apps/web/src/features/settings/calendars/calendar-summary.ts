import type { CalendarDefinition } from '@kontuar/calendar'
import { weekdays } from './calendar-problems.ts'

/** "Mon–Fri 09:00–17:00, Sat 10:00–14:00": days that follow each other with the same hours are said together. Empty when never open. */
export function weekSummary(weekly: CalendarDefinition['weekly'], nameOf: (day: string) => string): string {
  const runs: { from: string; to: string; hours: string }[] = []
  for (const day of weekdays) {
    const hours = [...(weekly[day] ?? [])].sort((one, other) => one.from.localeCompare(other.from)).map(({ from, to }) => `${from}–${to}`).join(' + ')
    const last = runs.at(-1)
    if (last && last.hours === hours) last.to = day
    else runs.push({ from: day, to: day, hours })
  }
  return runs.filter(({ hours }) => hours !== '').map(({ from, to, hours }) => `${from === to ? nameOf(from) : `${nameOf(from)}–${nameOf(to)}`} ${hours}`).join(', ')
}
