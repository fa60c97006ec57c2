/* Organizations that live in memory: years of contacts, complaints, calls, answers and reviews, without any change or with a planted one. */
import { checks, answerCheck } from '../checks.ts'
import { seriesOf, weekdayOf, type Day, type DaySeries } from './days.ts'
import { createRandom, type Random } from './random.fixture.ts'
import { promisesOf } from './promises.ts'
import { closeDays, closeHours, nothingKnown, prepareHours, shareOut, type AnswerTask, type DayTask, type HourTask, type Memory, type Said, type Tasks } from './watch-all.ts'

export interface Organization {
  /** Contacts a day of each place. */
  places: readonly number[]
  /** How much days, and hours within them, differ beyond chance. */
  ofDays: number
  ofHours: number
  complaintRate: number
  answerRate: number
  /** Calls with their times; abandoned. */
  abandoned: number | null
  /** Reviews a day, of all places. */
  reviews: number
  reasons: readonly number[]
  steps: number
  exchange: boolean
}

/** A planted change, from a day on. */
export type Change = 'nps-down' | 'complaints-doubled' | 'silence' | 'log-missing' | 'abandoned-doubled' | 'answers-halved' | 'reason-doubled'
interface Planted { change: Change; on: Day; /** Hour of the day; of silence. */ hour?: number }

const ofWeekday = [0, 1.35, 1.1, 1, 1, 1.15, 0.6, 0]
const ofHour: readonly number[] = Array.from({ length: 24 }, (_, hour) => (hour < 8 || hour >= 20 ? 0 : hour === 8 || hour === 19 ? 0.5 : 1))
const hoursADay = ofHour.reduce<number>((sum, weight) => sum + weight, 0)

/** Two weeks of holidays a year, on days of the week as they come. */
export const isHoliday = (day: Day): boolean => day % 36 === 17

interface Place { incoming: number[]; hours: number[][]; complaints: number[]; repeated: number[]; answered: number[]; abandoned: number[]; good: number[]; bad: number[]; answers: number[] }

function live(random: Random, org: Organization, perDay: number, days: number, plan: Planted | null): Place {
  const place: Place = { incoming: [], hours: [], complaints: [], repeated: [], answered: [], abandoned: [], good: [], bad: [], answers: [] }
  const is = (change: Change, day: Day) => plan?.change === change && day >= plan.on
  for (let day = 0; day < days; day++) {
    const level = (isHoliday(day) ? 0.1 : 1) * random.gamma(org.ofDays)
    const hours = ofHour.map((weight, hour) => (is('silence', day) && (day > plan!.on || hour >= (plan!.hour ?? 0)) ? 0 : random.count(perDay * level * ofWeekday[weekdayOf(day)]! * weight / hoursADay, org.ofHours)))
    const incoming = hours.reduce((sum, n) => sum + n, 0)
    const complaints = random.count(incoming * org.complaintRate * (is('complaints-doubled', day) ? 2 : 1))
    const offered = org.abandoned === null ? 0 : Math.round(incoming * 0.7)
    const abandoned = org.abandoned === null ? 0 : Math.min(offered, random.count(offered * org.abandoned * (is('abandoned-doubled', day) ? 2 : 1), 0.02))
    const answers = random.count(incoming * org.answerRate * (is('answers-halved', day) ? 0.5 : 1))
    const fell = is('nps-down', day)
    let [good, bad] = [0, 0]
    for (let i = 0; i < answers; i++) {
      const draw = random.uniform()
      // 60 % promoters and 15 % detractors; 15 points less are 7.5 % less and more.
      if (draw < (fell ? 0.525 : 0.6)) good++
      else if (draw > (fell ? 0.775 : 0.85)) bad++
    }
    place.hours.push(hours)
    place.incoming.push(incoming)
    place.complaints.push(complaints)
    place.repeated.push(random.count(complaints * 0.2))
    place.answered.push(offered)
    place.abandoned.push(abandoned)
    place.answers.push(answers)
    place.good.push(good)
    place.bad.push(bad)
  }
  return place
}

export interface Simulated { tasks: Tasks; days: number }

export function simulate(org: Organization, days: number, seed: number, plan: Planted | null = null): Simulated {
  const random = createRandom(seed)
  const places: Place[] = org.places.map((perDay) => live(random, org, perDay, days, plan))
  const whole = (of: (place: Place) => readonly number[]) => places[0]!.incoming.map((_, day) => places.reduce((sum, place) => sum + of(place)[day]!, 0))
  const tasks = { days: [] as DayTask[], hours: [] as HourTask[], answers: [] as AnswerTask[] }
  const all: (number | null)[] = places.length > 1 ? [null, ...places.keys()] : [null]
  const of = (at: number | null, column: (place: Place) => readonly number[]) => (at === null ? whole(column) : column(places[at]!))
  const add = (kind: string, locationId: string | null, series: DaySeries, part = '') => {
    const check = checks.find((one) => one.kind === kind)!
    tasks.days.push({ key: `${kind} ${locationId ?? 'all'} ${part}`, kind: check.kind, locationId, subject: part === '' || part === 'falls' ? null : { kind: 'reason', id: part }, metric: check.rows, rule: check.rule, series, isHoliday, leastCame: check.leastCame, leastChange: null, lag: check.lag, weight: kind === 'silence' ? 0.4 : 1 })
  }
  const series = (hits: readonly number[], per: readonly number[] | null, bad: readonly number[] | null = null) => seriesOf({ first: 0, hits, of: per, bad })
  for (const at of all) {
    const id = at === null ? null : `place-${at}`
    const column = (name: keyof Place) => of(at, (place) => place[name] as number[])
    const incoming = column('incoming')
    add('nps-falls', id, series(column('good'), column('answers'), column('bad')))
    add('complaints-rise', id, series(column('complaints'), incoming))
    if (org.abandoned !== null) add('abandoned-rise', id, series(column('abandoned'), column('answered')))
    add('little-feedback', id, series(column('answers'), incoming))
    add('silence', id, series(incoming, null), 'falls')
    add('repeated-complaints', id, series(column('repeated'), incoming))
    if (org.exchange) {
      const theirs = incoming.map((n, day) => (plan?.change === 'log-missing' && day === plan.on ? 0 : Math.max(0, n + random.count(0.03 * n) - random.count(0.01 * n))))
      add('sources-disagree', id, series(theirs.map((n, day) => Math.abs(n - incoming[day]!)), theirs.map((n, day) => Math.max(n, incoming[day]!))))
    }
    tasks.hours.push({ key: `silence ${id ?? 'all'} stops`, kind: 'silence', locationId: id, subject: null, metric: 'contacts-in', series: { first: 0, start: 0, hits: at === null ? places[0]!.hours.map((_, day) => ofHour.map((__, hour) => places.reduce((sum, place) => sum + place.hours[day]![hour]!, 0))) : places[at]!.hours }, isHoliday, weight: 0.6 })
    tasks.answers.push({ key: `${answerCheck.kind} ${id ?? 'all'}`, kind: answerCheck.kind, locationId: id, subject: null, metric: answerCheck.rows, series: series(column('answers'), incoming), isHoliday, whole: null, leastInteractions: answerCheck.leastInteractions, weight: 1 })
  }
  const incoming = whole((place) => place.incoming)
  if (org.reviews > 0) {
    const given = incoming.map(() => random.count(org.reviews))
    add('fewer-good-reviews', null, series(given.map((n) => binomial(random, n, 0.8)), given))
  }
  const tickets = org.reasons.map((share, i) => incoming.map((n, day) => random.count(n * 0.5 * share * (plan?.change === 'reason-doubled' && i === 0 && day >= plan.on ? 2 : 1))))
  const opened = incoming.map((_, day) => tickets.reduce((sum, column) => sum + column[day]!, 0))
  for (const [i, column] of tickets.entries()) add('reason-rises', null, series(column, opened), `reason-${i}`)
  for (let step = 0; step < org.steps; step++) {
    const given = whole((place) => place.answers).map((n) => binomial(random, n, 1 / org.steps))
    add('step-falls', null, series(given.map((n) => binomial(random, n, 0.8)), given), `step-${step}`)
  }
  return { tasks, days }
}

function binomial(random: Random, n: number, share: number): number {
  let hits = 0
  for (let i = 0; i < n; i++) if (random.uniform() < share) hits++
  return hits
}

/** Everything that is said from a day on. @param every how often charts of hours are made anew, in days */
export function watchAll({ tasks, days }: Simulated, { falseAlarmsPerMonth, from, every = 28 }: { falseAlarmsPerMonth: number; from: Day; every?: number }): { said: Said[]; memory: Memory; allowed: ReadonlyMap<string, number> } {
  const memory = nothingKnown()
  const bearing = { falseAlarmsPerMonth, quieter: new Map<string, number>() }
  const said = closeDays(tasks, memory, days, bearing)
  const allowed = shareOut(tasks, memory, days, bearing)
  for (let day = from; day < days; day++) {
    prepareHours(tasks.hours, memory, day, allowed, every)
    said.push(...closeHours(tasks.hours, memory, day, 0, 24))
  }
  return { said: said.filter(({ on }) => on >= from), memory, allowed }
}

const kindOf: Record<Change, string> = { 'nps-down': 'nps-falls', 'complaints-doubled': 'complaints-rise', 'silence': 'silence', 'log-missing': 'sources-disagree', 'abandoned-doubled': 'abandoned-rise', 'answers-halved': 'little-feedback', 'reason-doubled': 'reason-rises' }

export interface Tries { promised: number | null; tries: number; within: number; /** In days, in order; Infinity: not in eight weeks. */ delays: number[] }

/**
 * A change planted on working days again and again, each time into another life, and how long it took. A life in which the check had cried
 * wolf just before, and so says nothing new, is left out.
 */
export function planted(org: Organization, change: Change, { falseAlarmsPerMonth, tries, seed }: { falseAlarmsPerMonth: number; tries: number; seed: number }): Tries {
  const settings = { falseAlarmsPerMonth, perLocation: true, kinds: {} }
  const result: Tries = { promised: null, tries: 0, within: 0, delays: [] }
  for (let i = 0; i < tries; i++) {
    // A Monday to Friday, eight months in, and no holiday.
    let on = 245 + i % 14
    while (weekdayOf(on) > 5 || isHoliday(on)) on++
    const hour = 9 + i % 9
    if (i === 0) {
      const before = simulate(org, on, seed)
      const { memory, allowed } = watchAll(before, { falseAlarmsPerMonth, from: on - 8, every: 7 })
      const promise = promisesOf(before.tasks, memory, on, allowed, settings).find(({ kind }) => kind === kindOf[change])
      result.promised = promise?.delayDays ?? null
      if (result.promised === null) return result
    }
    const days = on + (change === 'silence' ? 9 : 57)
    const { said } = watchAll(simulate(org, days, seed + i, { change, on, hour }), { falseAlarmsPerMonth, from: on - 8, every: 7 })
    const own = said.filter(({ about }) => about.kind === kindOf[change] && about.locationId === null && (about.kind !== 'reason-rises' || about.subject?.id === 'reason-0'))
    if (own.findLast((one) => one.on < on)?.said === 'found' || own.find((one) => one.on >= on)?.said === 'over') continue
    const begins = change === 'silence' ? on + hour / 24 : on
    // Of a day it is told two hours after it ended, of an hour minutes after.
    const told = own.filter((one) => one.said === 'found' && one.on >= on).map(({ found, on: day }) => (found.at === 'hours' ? found.to.day + found.to.hour / 24 : day + 1 + 2 / 24) - begins)
    const delay = Math.min(Infinity, ...told)
    result.tries++
    result.delays.push(delay)
    if (delay <= result.promised!) result.within++
  }
  result.delays.sort((a, b) => a - b)
  return result
}

const reasons = [0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.03, 0.02]
export const organizations = {
  /** Two chairs, five contacts a day. */
  'salon': { places: [5], ofDays: 0, ofHours: 0, complaintRate: 0.03, answerRate: 0.3, abandoned: null, reviews: 0.2, reasons: [0.6, 0.4], steps: 1, exchange: false },
  'shop whose days differ': { places: [40], ofDays: 0.08, ofHours: 0.05, complaintRate: 0.05, answerRate: 0.2, abandoned: null, reviews: 1, reasons, steps: 2, exchange: true },
  'chain of forty': { places: Array.from({ length: 40 }, (_, i) => 10 + (i * 7) % 60), ofDays: 0.03, ofHours: 0.02, complaintRate: 0.04, answerRate: 0.15, abandoned: 0.06, reviews: 8, reasons, steps: 4, exchange: true },
  'telecom': { places: [1500], ofDays: 0.01, ofHours: 0.02, complaintRate: 0.04, answerRate: 0.1, abandoned: 0.06, reviews: 5, reasons: [...reasons, ...reasons.map((share) => share / 10)], steps: 6, exchange: true },
} as const satisfies Record<string, Organization>
