// What is to be watched in an organization, with its figures: everything at once, each location where that is wanted, reasons, steps.
import type { Conditions, Dimension, WarningSettings } from '@kontuar/contracts'
import { per } from '../../catalogue/builders.ts'
import type { Metric } from '../../catalogue/metric.ts'
import { metricCalled, readCatalogue } from '../../metrics/metric-by-name.ts'
import type { Reading } from '../../metrics/sources/reading.ts'
import { noMember } from '../../sums/cells.ts'
import { answerCheck, checks, type Check } from '../checks.ts'
import { seriesOf, type Day, type DaySeries, type IsHoliday } from '../rules/days.ts'
import type { HourSeries } from '../rules/hours.ts'
import type { AnswerTask, DayTask, HourTask, Tasks } from '../rules/watch-all.ts'
import { dayNumbers, startOf } from './day-numbers.ts'
import { readDays, readHours, type Counted, type CountedDays, type Window } from './read-counts.ts'

/** Of days up to and with `today`. Hours are many: they are read from their own day on. */
export interface Wanted { from: Day; today: Day; hoursFrom: Day; /** Left out: all checks of days, and of answers. */ only?: (check: Check) => boolean }

export async function readTasks(reading: Reading, settings: WarningSettings, { from, today, hoursFrom, only }: Wanted): Promise<Tasks> {
  const off = await reading.offDays()
  const holidays = new Map<Day, boolean>()
  const isHoliday: IsHoliday = (day) => {
    const known = holidays.get(day) ?? off.isHoliday(startOf(day, reading.zone))
    holidays.set(day, known)
    return known
  }
  const window = { from, to: today + 1, numbers: dayNumbers(from, today + 1, reading.zone) }
  const places = settings.perLocation ? await activeLocations(reading) : []
  const ground: Ground = { reading, settings, window, places: places.length > 1 ? places : [], isHoliday, metric: await metricsOf(reading) }
  const wanted = checks.filter((check) => isOn(settings, check.kind) && (only === undefined || only(check)))
  const days = (await Promise.all(wanted.map((check) => (check.kind === 'sources-disagree' ? sourceTasks(ground, check) : check.by === 'location' ? placeTasks(ground, check) : thingTasks(ground, check))))).flat()
  const hours = isOn(settings, 'silence') ? await hourTasks(ground, { from: hoursFrom, to: today + 1, numbers: dayNumbers(hoursFrom, today + 1, reading.zone) }) : []
  const answers = isOn(settings, answerCheck.kind) && only === undefined ? await answerTasks(ground) : []
  return { days, hours, answers }
}

export const isOn = ({ kinds }: WarningSettings, kind: string): boolean => kinds[kind]?.on !== false
const thresholdOf = ({ kinds }: WarningSettings, kind: string): number | null => kinds[kind]?.threshold ?? null
export const keyOf = (kind: string, locationId: string | null, subject = ''): string => [kind, locationId ?? 'all', subject].join(' ').trimEnd()

interface Ground { reading: Reading; settings: WarningSettings; window: Window; places: readonly string[]; isHoliday: IsHoliday; metric: (of: string | Metric) => Metric }

async function metricsOf({ tx }: Reading): Promise<Ground['metric']> {
  const catalogue = await readCatalogue(tx)
  return (of) => (typeof of === 'string' ? metricCalled(catalogue, of) : of)
}

const activeLocations = async ({ tx }: Reading): Promise<string[]> => (await tx.query<{ id: string }>('select id from location where org_id = $1 and retired_at is null order by id', [tx.orgId], 'locations-to-watch')).map(({ id }) => id)

/** Null: everything. */
type Place = string | null
const placesOf = ({ places }: Ground): Place[] => [null, ...places]
/** All members together are the whole, those of no location and of locations given up included. */
const membersOf = (counted: CountedDays, place: Place): Map<Day, Counted>[] => (place === null ? [...counted.values()] : [counted.get(place) ?? new Map()])
const cutOf = ({ places }: Ground): Dimension | null => (places.length > 0 ? 'location' : null)

type Column = readonly number[]
function columnsOf(days: readonly Map<Day, Counted>[], { from, to }: Window): { hits: Column; of: Column; bad: Column } {
  const columns = { hits: [] as number[], of: [] as number[], bad: [] as number[] }
  for (let day = from; day < to; day++) {
    const sums = { hits: 0, of: 0, bad: 0 }
    for (const counted of days) {
      const one = counted.get(day)
      if (one === undefined) continue
      sums.hits += one.hits
      sums.of += one.of
      sums.bad += one.bad
    }
    columns.hits.push(sums.hits)
    columns.of.push(sums.of)
    columns.bad.push(sums.bad)
  }
  return columns
}

/** What hits grow with is there of ratios and shares; of plain counts only the days. */
function daySeries(days: readonly Map<Day, Counted>[], metric: Metric, window: Window): DaySeries {
  const { hits, of, bad } = columnsOf(days, window)
  const plain = metric.form.form === 'count' || metric.form.form === 'sum'
  return seriesOf({ first: window.from, hits, of: plain ? null : of, bad: metric.form.form === 'nps' ? bad : null })
}

const changeOf = ({ settings }: Ground, { kind, rule }: Check): number | null => {
  const threshold = thresholdOf(settings, kind)
  return threshold === null ? null : rule.counts ? threshold : threshold / 100
}

const taskOf = (ground: Ground, check: Check, series: DaySeries, about: Pick<DayTask, 'locationId' | 'subject'> & { part?: string; metric?: string }): DayTask => ({
  key: keyOf(check.kind, about.locationId, about.subject === null ? about.part : `${about.subject.id}${about.part === undefined ? '' : `-${about.part}`}`), kind: check.kind, locationId: about.locationId, subject: about.subject, metric: about.metric ?? check.rows,
  rule: check.rule, series, isHoliday: ground.isHoliday, leastCame: check.leastCame, leastChange: changeOf(ground, check), lag: check.lag, weight: check.kind === 'silence' ? 0.4 : 1,
})

async function placeTasks(ground: Ground, check: Check): Promise<DayTask[]> {
  const metric = ground.metric(check.reads[0]!)
  const counted = await readDays(ground.reading, metric, cutOf(ground), ground.window)
  return placesOf(ground).map((locationId) => taskOf(ground, check, daySeries(membersOf(counted, locationId), metric, ground.window), { locationId, subject: null, ...(check.kind === 'silence' ? { part: 'falls' } : {}) }))
}

/** Reasons as shares of the tickets that have one; steps each by what is asked there. */
async function thingTasks(ground: Ground, check: Check): Promise<DayTask[]> {
  const by = check.by as 'reason' | 'touchpoint'
  const tasks: DayTask[] = []
  for (const name of check.reads) {
    const metric = ground.metric(name)
    const counted = await readDays(ground.reading, metric, by, ground.window)
    counted.delete(noMember)
    const whole = by === 'reason' ? columnsOf([...counted.values()], ground.window).hits : null
    for (const [id, days] of counted) {
      const series = whole === null ? daySeries([days], metric, ground.window) : seriesOf({ first: ground.window.from, hits: columnsOf([days], ground.window).hits, of: whole, bad: null })
      tasks.push(taskOf(ground, check, series, { locationId: null, subject: { kind: by, id }, ...(check.reads.length > 1 ? { part: metric.name, metric: metric.name } : {}) }))
    }
  }
  return tasks
}

export const outsideCalls: Metric = { ...per(['outside-calls'], ['outside-calls'], { name: 'outside-calls', direction: 'neither' }), form: { form: 'sum', of: ['outside-calls'] } }
export const onPhone: Conditions = { combinator: 'and', rules: [{ field: 'channel', operator: '=', value: 'phone' }] }

/** Calls the exchange counted and the diary has not, or the other way round, of all that either knows; from the first day the exchange was heard of. */
async function sourceTasks(ground: Ground, check: Check): Promise<DayTask[]> {
  const { reading, window } = ground
  const [outside, diary] = [await readDays(reading, outsideCalls, cutOf(ground), window), await readDays(reading, ground.metric('contacts-in'), cutOf(ground), window, onPhone)]
  return placesOf(ground).flatMap((locationId) => {
    const [theirs, ours] = [columnsOf(membersOf(outside, locationId), window).hits, columnsOf(membersOf(diary, locationId), window).hits]
    const first = theirs.findIndex((n) => n > 0)
    if (first < 0) return []
    const from = <T>(of: (i: number) => T) => theirs.slice(first).map((_, i) => of(first + i))
    const series = seriesOf({ first: window.from + first, hits: from((i) => Math.abs(theirs[i]! - ours[i]!)), of: from((i) => Math.max(theirs[i]!, ours[i]!)), bad: null })
    return [taskOf(ground, check, series, { locationId, subject: null })]
  })
}

async function hourTasks(ground: Ground, window: Window): Promise<HourTask[]> {
  const check = checks.find(({ kind }) => kind === 'silence')!
  const counted = await readHours(ground.reading, ground.metric(check.reads[0]!), cutOf(ground), window)
  return placesOf(ground).map((locationId) => ({ key: keyOf('silence', locationId, 'stops'), kind: 'silence', locationId, subject: null, metric: check.rows, series: hourSeries(locationId === null ? [...counted.values()] : [counted.get(locationId) ?? new Map()], window), isHoliday: ground.isHoliday, weight: 0.6 }))
}

const noHours: readonly number[] = Array.from({ length: 24 }, () => 0)
function hourSeries(of: readonly Map<Day, number[]>[], { from, to }: Window): HourSeries {
  const hits: (readonly number[])[] = []
  let start: Day | null = null
  for (let day = from; day < to; day++) {
    const there = of.map((days) => days.get(day)).filter((hours) => hours !== undefined)
    if (there.length > 0) start ??= day
    hits.push(there.length === 0 ? noHours : there.length === 1 ? there[0]! : noHours.map((_, hour) => there.reduce((sum, hours) => sum + hours[hour]!, 0)))
  }
  return { first: from, start, hits }
}

async function answerTasks(ground: Ground): Promise<AnswerTask[]> {
  const check = checks.find(({ kind }) => kind === 'little-feedback')!
  const metric = ground.metric(check.reads[0]!)
  const counted = await readDays(ground.reading, metric, cutOf(ground), ground.window)
  const whole = daySeries([...counted.values()], metric, ground.window)
  return placesOf(ground).map((locationId) => ({
    key: keyOf(answerCheck.kind, locationId), kind: answerCheck.kind, locationId, subject: null, metric: answerCheck.rows, isHoliday: ground.isHoliday, weight: 1, leastInteractions: thresholdOf(ground.settings, answerCheck.kind) ?? answerCheck.leastInteractions,
    series: locationId === null ? whole : daySeries(membersOf(counted, locationId), metric, ground.window), whole: locationId === null ? null : whole,
  }))
}
