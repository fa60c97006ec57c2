// Everything that is watched in an organization, taken forward through time: the same for the looks of every hour and for the replay of a year.
import type { WarningKind } from '@kontuar/contracts'
import type { Day, IsHoliday } from './days.ts'
import { hoursOn, usualDay, usualWeek, type HourSeries, type UsualDay } from './hours.ts'
import { shareBudget, type Claim } from './share-budget.ts'
import { closeAnswerDay, mostOfAnswers, startAnswers, type AnswerFound, type AnswerState, type AnswerWatch } from './watch-answers.ts'
import { closeDay, lookAtDay, mostAllowed, planOf, startWatch, type Found, type Watch, type WatchState } from './watch-day.ts'
import { closeHour, hourChart, startHours, type HourChart, type HourFound, type HourState } from './watch-hours.ts'

export interface About { key: string; kind: WarningKind; locationId: string | null; subject: { kind: 'reason' | 'touchpoint'; id: string } | null; metric: string }
export interface DayTask extends About, Omit<Watch, 'key'> { /** So many days later than others: what it compares comes late. */ lag: number; weight: number }
export interface HourTask extends About { series: HourSeries; isHoliday: IsHoliday; weight: number }
export interface AnswerTask extends About, Omit<AnswerWatch, 'key'> { weight: number }

export interface Tasks { days: readonly DayTask[]; hours: readonly HourTask[]; answers: readonly AnswerTask[] }

export interface HourMemory { state: HourState; chart: HourChart | null; /** Made on this day. */ chartOn: Day; /** Of which `usual` is. */ day: Day; usual: UsualDay | null }
/** What is remembered between looks; plain data. */
export interface Memory { days: Record<string, WatchState>; hours: Record<string, HourMemory>; answers: Record<string, AnswerState> }
export const nothingKnown = (): Memory => ({ days: {}, hours: {}, answers: {} })

export type AnyFound = ({ at: 'days' } & Found) | ({ at: 'hours' } & HourFound) | ({ at: 'answers' } & AnswerFound)
export interface Said { about: About; said: 'found' | 'holds' | 'over'; /** Of 'over' what had been found. */ found: AnyFound; on: Day }

export interface Bearing { falseAlarmsPerMonth: number; quieter: ReadonlyMap<string, number> }

/** How many false alarms a month each task may give, as things stand on this day. Who cannot tell anything takes no share. */
export function shareOut(tasks: Tasks, memory: Memory, day: Day, { falseAlarmsPerMonth, quieter }: Bearing): Map<string, number> {
  const claims: Claim[] = []
  for (const task of tasks.days) {
    const planned = planOf(task, day, memory.days[task.key] ?? startWatch(day))
    if (planned !== null) claims.push({ key: task.key, kind: task.kind, weight: task.weight, most: mostAllowed(planned) })
  }
  for (const task of tasks.hours) if (usualDay(task.series, day, () => false) !== null) claims.push({ key: task.key, kind: task.kind, weight: task.weight, most: 1 })
  for (const task of tasks.answers) {
    const most = mostOfAnswers(task, day)
    if (most !== null) claims.push({ key: task.key, kind: task.kind, weight: task.weight, most })
  }
  return shareBudget(falseAlarmsPerMonth, claims, quieter)
}

/** All days before `until` that have not been taken in yet. A task that is new begins with its history, which is learned from and looked through. */
export function closeDays(tasks: Tasks, memory: Memory, until: Day, bearing: Bearing): Said[] {
  const said: Said[] = []
  const states = memory.days
  for (const task of tasks.days) states[task.key] ??= startWatch(task.series.start ?? until)
  for (const task of tasks.answers) memory.answers[task.key] ??= startAnswers(task.series.start ?? until)
  const firsts = [...tasks.days.map((task) => states[task.key]!.next + task.lag), ...tasks.answers.map((task) => memory.answers[task.key]!.next)]
  let allowed: Map<string, number> | null = null
  for (let day = Math.min(...firsts, until); day < until; day++) {
    if (allowed === null || day % 7 === 0) allowed = shareOut(tasks, memory, day, bearing)
    for (const task of tasks.days) {
      while (states[task.key]!.next + task.lag <= day) {
        const before = states[task.key]!
        const step = closeDay(task, before, allowed.get(task.key) ?? 0)
        states[task.key] = step.state
        if (step.said !== null) said.push({ about: task, said: step.said, found: { at: 'days', ...(step.state.found ?? before.found)! }, on: day })
      }
    }
    for (const task of tasks.answers) {
      while (memory.answers[task.key]!.next <= day) {
        const before = memory.answers[task.key]!
        const step = closeAnswerDay(task, before, allowed.get(task.key) ?? 0)
        memory.answers[task.key] = step.state
        if (step.said !== null) said.push({ about: task, said: step.said, found: { at: 'answers', ...(step.state.found ?? before.found)! }, on: day })
      }
    }
  }
  return said
}

/** The day that is still going on. */
export function lookAtToday(tasks: Tasks, memory: Memory, today: Day, allowed: ReadonlyMap<string, number>): Said[] {
  return tasks.days.flatMap((task): Said[] => {
    const before = memory.days[task.key]
    if (before === undefined || task.lag > 0 || before.next !== today) return []
    const { state, said } = lookAtDay(task, before, allowed.get(task.key) ?? 0)
    memory.days[task.key] = state
    return said === null ? [] : [{ about: task, said: 'found', found: { at: 'days', ...state.found! }, on: today }]
  })
}

/** Charts of hours are made anew after so many days in a replay; in life each day. */
export function prepareHours(tasks: readonly HourTask[], memory: Memory, day: Day, allowed: ReadonlyMap<string, number>, every = 1): void {
  for (const task of tasks) {
    const known = memory.hours[task.key]
    if (known?.day === day) continue
    const usual = usualDay(task.series, day, task.isHoliday)
    if (known !== undefined && known.chart !== null && day - known.chartOn < every) {
      memory.hours[task.key] = { ...known, day, usual }
      continue
    }
    const share = allowed.get(task.key)
    const chart = share === undefined ? null : hourChart(usualWeek(task.series, day, task.isHoliday), share)
    memory.hours[task.key] = { state: known?.state ?? startHours, chart, chartOn: day, day, usual }
  }
}

/** Hours `from` to `to` (not included) of the day that was prepared. */
export function closeHours(tasks: readonly HourTask[], memory: Memory, day: Day, from: number, to: number): Said[] {
  const said: Said[] = []
  for (const task of tasks) {
    const known = memory.hours[task.key]
    if (known === undefined || known.chart === null) continue
    let { state } = known
    const hits = hoursOn(task.series, day)
    for (let hour = from; hour < to; hour++) {
      const before = state
      const step = closeHour(task.key, state, { day, hour }, hits[hour] ?? 0, known.usual, known.chart)
      state = step.state
      if (step.said === 'found' || step.said === 'over') said.push({ about: task, said: step.said, found: { at: 'hours', ...(state.found ?? before.found)! }, on: day })
    }
    if (state.found !== null && !said.some((s) => s.about.key === task.key)) said.push({ about: task, said: 'holds', found: { at: 'hours', ...state.found }, on: day })
    memory.hours[task.key] = { ...known, state }
  }
  return said
}
