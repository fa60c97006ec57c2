// What each check promises, at the volume there is: how seldom it is wrong, and how soon it finds the change it looks for.
import type { WarningReplay, WarningSettings } from '@kontuar/contracts'
import { answerCheck, checks } from '../checks.ts'
import { shiftOf as shiftOfCounts } from './count-days.ts'
import type { Day } from './days.ts'
import { daysToFind } from './delay.ts'
import { usualWeek } from './hours.ts'
import type { Planned } from './judged.ts'
import { dispersionOf } from './spread.ts'
import { daysWithoutAnswer } from './watch-answers.ts'
import type { DayTask, Memory, Tasks } from './watch-all.ts'
import { chartOf, planOf, startWatch } from './watch-day.ts'
import { hoursToFind } from './watch-hours.ts'

type Promised = WarningReplay['checks'][number]

/** A day is judged when it has been over for two hours, and told within the hour. */
const toldWithin = 0.25

/** Of the organization as a whole; where it is only watched by parts, of the part with most. */
export function promisesOf(tasks: Tasks, memory: Memory, day: Day, allowed: ReadonlyMap<string, number>, settings: WarningSettings): Promised[] {
  const share = (keys: readonly { key: string }[]) => keys.reduce((sum, { key }) => sum + (allowed.get(key) ?? 0), 0)
  const isOn = (kind: string) => settings.kinds[kind]?.on !== false
  const ofDays = checks.filter(({ kind }) => isOn(kind)).map((check): Promised => {
    const own = tasks.days.filter(({ kind }) => kind === check.kind)
    const hours = check.kind === 'silence' ? tasks.hours : []
    const live = own.flatMap((task) => {
      const planned = planOf(task, day, memory.days[task.key] ?? startWatch(day))
      return planned === null ? [] : [{ task, planned }]
    })
    const best = live.find(({ task }) => task.locationId === null && task.subject === null) ?? live.toSorted((a, b) => b.planned.perDay - a.planned.perDay)[0]
    const falseAlarmsPerMonth = share([...own, ...hours])
    const nothing = { kind: check.kind, places: live.length, level: 0, falseAlarmsPerMonth, detectable: false, delayDays: null, change: check.change, volumePerDay: 0 }
    if (best === undefined) return nothing
    const given = allowed.get(best.task.key) ?? 0
    const delayDays = check.kind === 'silence' ? silenceDays(tasks, memory, day) : promisedDays(best.task, best.planned, memory, given)
    return { ...nothing, level: given / best.planned.perMonth, detectable: delayDays !== null, delayDays, volumePerDay: volumeOf(best.task, best.planned) }
  })
  if (!isOn(answerCheck.kind)) return ofDays
  const whole = tasks.answers.find(({ locationId }) => locationId === null)
  const given = whole === undefined ? 0 : allowed.get(whole.key) ?? 0
  const delayDays = whole === undefined || given === 0 ? null : daysWithoutAnswer(whole, day, given)
  const last = whole === undefined ? [] : whole.series.hits.slice(-56)
  return [...ofDays, { kind: answerCheck.kind, places: tasks.answers.filter(({ key }) => (allowed.get(key) ?? 0) > 0).length, level: given / 30.44, falseAlarmsPerMonth: share(tasks.answers), detectable: delayDays !== null, delayDays, change: answerCheck.change, volumePerDay: last.length === 0 ? 0 : last.reduce((sum, n) => sum + n, 0) / last.length }]
}

function silenceDays(tasks: Tasks, memory: Memory, day: Day): number | null {
  const whole = tasks.hours.find(({ locationId }) => locationId === null)
  const chart = whole === undefined ? undefined : memory.hours[whole.key]?.chart
  if (whole === undefined || chart === undefined || chart === null) return null
  const hours = hoursToFind(usualWeek(whole.series, day, whole.isHoliday), chart)
  return hours === null ? null : (hours + 1) / 24
}

/** Of two counts laid side by side the volume is what either knows. */
const volumeOf = ({ rule, series }: DayTask, { perDay }: Planned): number => {
  if (!rule.counts || !rule.alike || series.of === null) return perDay
  const last = series.of.slice(-28)
  return last.reduce((sum, n) => sum + n, 0) / Math.max(1, last.length)
}

function promisedDays(task: DayTask, planned: Planned, memory: Memory, allowed: number): number | null {
  if (allowed <= 0) return null
  const chart = chartOf(planned, task.rule, allowed)
  const { rule, lag } = task
  if (rule.counts && rule.alike) return 1 + lag + toldWithin
  // The change becomes part of the past it is measured by: of counts after eight weeks, of opinions after half a year.
  const shiftAfter = (days: number): number => {
    const known = Math.min(1, days / rule.past)
    if (!rule.counts) return planned.shift * (1 - known)
    const expected = planned.perDay * planned.days
    const past = expected * (1 + (rule.change.times - 1) * known)
    return shiftOfCounts({ ...rule, change: { times: rule.change.times * expected / past } }, past, dispersionOf(memory.days[task.key]?.spread ?? startWatch(0).spread) / planned.days, planned.share === null ? null : Math.min(0.99, planned.share * past / expected))
  }
  const days = daysToFind(chart, planned.days, shiftAfter)
  return days === null ? null : days + lag + toldWithin
}
