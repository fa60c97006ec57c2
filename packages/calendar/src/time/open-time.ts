/*
 * Open time as a function that only grows: opened(t) is the open milliseconds before t, counted from the year asked
 * for first. Adding is then a look for the instant at which it reaches a value, and ten years cost what an hour
 * costs: years are built once, kept with their sums, and searched by halving.
 */
import { CalendarError } from '../calendar-error.ts'
import { firstYear, lastYear } from '../definition.ts'
import type { DayPlan } from './day-plan.ts'
import { dayMs } from './dates.ts'
import { joinIntervals, shiftIntervals, type Interval } from './shift-intervals.ts'
import type { ZoneTime } from './zone-time.ts'

/** A year of UTC; intervals are cut at its ends. Flat arrays, a fifth of the size of objects: servers keep hundreds. */
interface Year {
  froms: Float64Array
  tos: Float64Array
  /** Open milliseconds of the year before the interval of the same index; one more at the end: all of them. */
  before: Float64Array
}

export class OpenTime {
  /** What was done so far, for the test of constant cost. */
  readonly work = { years: 0, looks: 0 }
  readonly #zone: ZoneTime
  readonly #plan: (date: number) => DayPlan
  readonly #years = new Map<number, Year>()
  #origin: number | null = null
  /** Sums of the years from the origin on, and of the years back from it. */
  readonly #ahead = [0]
  readonly #back = [0]

  constructor(zone: ZoneTime, plan: (date: number) => DayPlan) {
    this.#zone = zone
    this.#plan = plan
  }

  opened(at: number): number {
    const number = yearAt(at)
    const { froms, tos, before } = this.#year(number)
    const last = this.#search(froms.length, (i) => froms[i]! >= at) - 1
    return this.#openedBefore(number) + (last < 0 ? 0 : before[last]! + Math.min(at, tos[last]!) - froms[last]!)
  }

  isOpen(at: number): boolean {
    const { froms, tos } = this.#year(yearAt(at))
    const found = froms[this.#search(tos.length, (i) => tos[i]! > at)]
    return found !== undefined && found <= at
  }

  /** The interval that holds the instant, else the next one; within one year of UTC, so it may be cut. */
  intervalFrom(at: number): Interval {
    for (let number = yearAt(at); ; number++) {
      const { froms, tos } = this.#year(number)
      const found = this.#search(tos.length, (i) => tos[i]! > at)
      if (found < tos.length) return { fromAt: froms[found]!, toAt: tos[found]! }
    }
  }

  /** The first instant by which `opened` has reached the sum: the end of a shift rather than the next opening. */
  firstAt(sum: number): number {
    this.#origin ??= firstYear
    while (this.#ahead.at(-1)! < sum) this.#extendAhead()
    while (-this.#back.at(-1)! >= sum) this.#extendBack()
    const number = this.#yearOfSum((before) => before >= sum)
    const { froms, before } = this.#year(number)
    const rest = sum - this.#openedBefore(number)
    const index = this.#search(froms.length, (i) => before[i]! >= rest) - 1
    return froms[index]! + rest - before[index]!
  }

  /** The last instant at which `opened` is still the sum: an opening rather than the end of the shift before. */
  lastAt(sum: number): number {
    this.#origin ??= firstYear
    while (this.#ahead.at(-1)! <= sum) this.#extendAhead()
    while (-this.#back.at(-1)! > sum) this.#extendBack()
    const number = this.#yearOfSum((before) => before > sum)
    const { froms, before } = this.#year(number)
    const rest = sum - this.#openedBefore(number)
    const index = this.#search(froms.length, (i) => before[i]! > rest) - 1
    return froms[index]! + rest - before[index]!
  }

  /** The last year for which the predicate over its starting sum does not hold yet. */
  #yearOfSum(over: (before: number) => boolean): number {
    const first = this.#origin! - (this.#back.length - 1)
    const count = this.#back.length - 1 + this.#ahead.length - 1
    return first + this.#search(count, (i) => over(this.#openedBefore(first + i))) - 1
  }

  #openedBefore(number: number): number {
    const distance = number - (this.#origin ??= number)
    while (distance >= this.#ahead.length) this.#extendAhead()
    while (-distance >= this.#back.length) this.#extendBack()
    return distance >= 0 ? this.#ahead[distance]! : -this.#back[-distance]!
  }

  #extendAhead(): void {
    this.#ahead.push(this.#ahead.at(-1)! + this.#year(this.#origin! + this.#ahead.length - 1).before.at(-1)!)
  }

  #extendBack(): void {
    this.#back.push(this.#back.at(-1)! + this.#year(this.#origin! - this.#back.length).before.at(-1)!)
  }

  #year(number: number): Year {
    let year = this.#years.get(number)
    if (!year) this.#years.set(number, year = this.#build(number))
    return year
  }

  #build(number: number): Year {
    if (number < firstYear || number > lastYear) throw new CalendarError('out-of-range', `The calendar is not open for that long between ${firstYear} and ${lastYear}.`)
    this.work.years++
    const [start, end] = [Date.UTC(number, 0), Date.UTC(number + 1, 0)]
    const found: Interval[] = []
    // A shift ends 48 hours after the start of its date at the latest, and zones are within 14 hours of UTC.
    for (let date = start / dayMs - 3; date <= end / dayMs + 1; date++) found.push(...shiftIntervals(this.#zone, date, this.#plan(date)))
    const open = joinIntervals(found)
      .map(({ fromAt, toAt }) => ({ fromAt: Math.max(fromAt, start), toAt: Math.min(toAt, end) }))
      .filter(({ fromAt, toAt }) => toAt > fromAt)
    const before = new Float64Array(open.length + 1)
    open.forEach(({ fromAt, toAt }, index) => before[index + 1] = before[index]! + toAt - fromAt)
    return { froms: Float64Array.from(open, ({ fromAt }) => fromAt), tos: Float64Array.from(open, ({ toAt }) => toAt), before }
  }

  /** The first index for which the test holds, `count` when it holds for none; it must hold for all that follow. */
  #search(count: number, test: (index: number) => boolean): number {
    let [low, high] = [0, count]
    while (low < high) {
      this.work.looks++
      const middle = (low + high) >> 1
      if (test(middle)) high = middle
      else low = middle + 1
    }
    return low
  }
}

function yearAt(at: number): number {
  return new Date(at).getUTCFullYear()
}
