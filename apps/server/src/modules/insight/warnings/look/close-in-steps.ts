// Months of hundreds of checks are a second or two of reckoning: cut into weeks, so that whoever shares the process waits for moments only.
import { setImmediate as breathe } from 'node:timers/promises'
import type { Day } from '../rules/days.ts'
import { closeDays, closeHours, prepareHours, type Bearing, type HourTask, type Memory, type Said, type Tasks } from '../rules/watch-all.ts'

export async function closeDaysInSteps(tasks: Tasks, memory: Memory, until: Day, bearing: Bearing): Promise<Said[]> {
  const said: Said[] = []
  const first = Math.min(until, ...tasks.days.map((task) => memory.days[task.key]?.next ?? task.series.start ?? until), ...tasks.answers.map((task) => memory.answers[task.key]?.next ?? task.series.start ?? until))
  for (let end = Math.min(until, first + 7); ; end = Math.min(until, end + 7)) {
    said.push(...closeDays(tasks, memory, end, bearing))
    if (end === until) return said
    await breathe()
  }
}

/** Whole days. @param every how long a chart of hours lasts, in days: making them anew each day would take a minute a year */
export async function closeHoursInSteps(tasks: readonly HourTask[], memory: Memory, { from, to }: { from: Day; to: Day }, allowed: ReadonlyMap<string, number>, every: number): Promise<Said[]> {
  const said: Said[] = []
  for (let day = from; day < to; day++) {
    // A few places at a time: their charts are what takes long.
    for (let i = 0; i < tasks.length; i += 8) {
      const some = tasks.slice(i, i + 8)
      prepareHours(some, memory, day, allowed, every)
      said.push(...closeHours(some, memory, day, 0, 24))
      await breathe()
    }
  }
  return said
}
