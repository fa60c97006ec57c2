/*
 * What a rule would have told over the past: the same occurrences read by the same statements, judged by the same functions, in the order of
 * their time. Only where they come from differs from a life: all at once instead of one after the other.
 */
import type { AlertRuleDefinition, AlertSubject } from '@kontuar/contracts'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { timeZoneOf } from '../../identity/index.ts'
import { openWindows, ticksBetween, type Slide, type Windows } from '../../insight/index.ts'
import type { Firing, Settled } from '../firing.ts'
import { readAlertWords } from '../rules/fields/alert-words.ts'
import type { FigureRule, SequenceRule, SilenceRule } from '../watching/compile/compiled-rule.ts'
import { indexRules } from '../watching/compile/index-rules.ts'
import { stepFigure } from '../watching/figures/step-figure.ts'
import type { FigureMemory } from '../watching/judge/figure.ts'
import { emptyRun, memberOf, membersOf, runFiring, takeIntoRun, type RunMember } from '../watching/judge/run.ts'
import type { SilenceMemory } from '../watching/judge/silence.ts'
import { warningFiring, warningKey, warningSuits } from '../watching/judge/warning.ts'
import { stepOf, windowsOf } from '../watching/judge/windows-of.ts'
import { firingsOf } from '../watching/live/judge-events.ts'
import { restMs } from '../watching/live/ticks.ts'
import type { Occurrence } from '../watching/occurrence.ts'
import { dimensionOf, placeOf } from '../watching/place.ts'
import { readOccurrences } from '../watching/read/read-occurrences.ts'
import { readWarnings } from '../watching/read/warnings.ts'
import { readOpenTime } from '../watching/silence/open-time.ts'
import { heardWithinMs, newestByPlace, stepSilence } from '../watching/silence/step-silence.ts'
import { asItHappened, isLeftOutOfSilence, readHeardSince } from './as-it-happened.ts'
import { pastRule } from './past-rule.ts'
import { shuffledDays } from './shuffled-days.ts'
import { walk, type Walk } from './walk.ts'

export interface PastAlarms {
  firings: Firing[]
  settled: Settled[]
  /** Of figures: how many alarms the same days bring in an order that means nothing; null: not asked. */
  byChance: number | null
  /** Before that the past is judged as it happened, since the program had heard of none itself; null: it had, or is not asked. Epoch milliseconds. */
  heardSince: number | null
  /** How many fit, and told nothing since they came from a list, or were entered too late. */
  leftOut: number
}
const nothing: PastAlarms = { firings: [], settled: [], byChance: null, heardSince: null, leftOut: 0 }

/** `coarse`: figures once a day and nothing by chance, for a first glance. */
export async function pastAlarms(db: Database, orgId: number, definition: AlertRuleDefinition, over: Walk, how: 'fine' | 'coarse'): Promise<PastAlarms> {
  const report = <T>(work: (tx: Tx) => Promise<T>) => db.report(orgId, work)
  const [words, zone] = await db.read(orgId, async (tx) => [await readAlertWords(tx, { known: false }), await timeZoneOf(tx)])
  const rules = pastRule(definition, over.from, words, zone)
  const plain = (firings: readonly Firing[]): PastAlarms => ({ ...nothing, firings: firings.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.occurrence < b.occurrence ? -1 : 1)) })
  const heardSince = 'on' in definition ? await report((tx) => readHeardSince(tx, definition.on, over.from)) : null
  const read: ReadPast = async (tx, on, stride) => (await readOccurrences(tx, on, stride, zone)).map((o) => asItHappened(heardSince, o))
  switch (definition.kind) {
    case 'event': {
      const index = indexRules(rules.events)
      const found = await walk(over, 1, (stride) => report(async (tx): Promise<(Firing | LeftOut)[]> => {
        const came = await read(tx, definition.on, stride)
        const leftOut = came.filter((o) => o.imported && rules.events.some((rule) => rule.test(o))).length
        return [...firingsOf({ index }, came), ...(leftOut === 0 ? [] : [{ leftOut }])]
      }))
      return { ...plain(found.flatMap((one) => ('leftOut' in one ? [] : [revived(one)]))), heardSince, leftOut: found.reduce((sum, one) => sum + ('leftOut' in one ? one.leftOut : 0), 0) }
    }
    case 'sequence': {
      const { firings, leftOut } = await pastRuns(rules.sequences[0]!, over, (stride) => report((tx) => read(tx, definition.on, stride)))
      return { ...plain(firings), heardSince, leftOut }
    }
    case 'silence': return { ...await pastSilence(rules.silences[0]!, over, zone, report, read), heardSince }
    case 'figure': return pastFigures(rules.figures[0]!, over, how, report)
    case 'warning': {
      const [rule] = rules.warnings
      const suiting = (await report((tx) => readWarnings(tx, { from: over.from, to: over.to }))).filter((w) => warningSuits(rule!, w))
      return { ...plain(suiting.map((w) => warningFiring(rule!, w))), settled: suiting.flatMap((w) => (w.overAt === null ? [] : [{ ruleId: rule!.id, key: warningKey(w), at: new Date(w.overAt) }])) }
    }
  }
}

type ReadPast = (tx: Tx, on: AlertSubject, stride: { from: number; to: number }) => Promise<Occurrence[]>
/** Gathered beside the firings of its stride. */
interface LeftOut { leftOut: number }

/** What a dead worker had gathered comes back as JSON. */
const revived = (firing: Firing): Firing => ({ ...firing, at: new Date(firing.at) })

type Slim = RunMember & { place: string; about: Omit<Occurrence, 'text' | 'fields' | 'customerFields'> }

async function pastRuns(rule: SequenceRule, over: Walk, read: (stride: { from: number; to: number }) => Promise<Occurrence[]>): Promise<{ firings: Firing[]; leftOut: number }> {
  const members = await walk(over, 1, async (stride): Promise<Slim[]> => membersOf(rule, await read(stride), (o) => placeOf(rule.definition.each, o))
    .flatMap(({ place, came }) => came.map((o) => ({ ...memberOf(rule, o), place, about: withoutWords(o) }))))
  const firings = [...Map.groupBy(members, (m) => m.place)].flatMap(([place, some]) => {
    const byId = new Map(some.map((m) => [m.id, m.about]))
    return takeIntoRun(emptyRun, some.map(({ place: _place, about: _about, ...member }) => member), rule.definition.n).fired.flatMap((step) => runFiring(rule, place, step, { ...byId.get(step.id)!, text: '', fields: null, customerFields: null }))
  })
  return { firings, leftOut: members.filter((m) => m.imported && m.fits).length }
}

function withoutWords(o: Occurrence): Slim['about'] {
  const { text: _text, fields: _fields, customerFields: _customerFields, ...about } = o
  return about
}

async function pastSilence(rule: SilenceRule, over: Walk, zone: string, report: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, read: ReadPast): Promise<PastAlarms> {
  const { definition } = rule
  // What breaks a silence is little: when, where, and since when it was known.
  const came = await walk(over, 0.9, (stride) => report(async (tx) => (await read(tx, definition.on, stride)).filter((o) => rule.test(o)).map((o): Occurrence => ({ ...o, text: '', fields: null, customerFields: null }))))
  const time = await report((tx) => readOpenTime(tx, definition.calendarId ?? null))
  const any: SilenceRule = { ...rule, test: () => true }
  const alarms: PastAlarms = { ...nothing, firings: [], settled: [], leftOut: came.filter((o) => o.subject === definition.on && isLeftOutOfSilence(o)).length }
  const memories = new Map<string, SilenceMemory>()
  let low = 0
  for (const at of ticksBetween(over.from, over.to, 'hour', zone)) {
    // As live: what was known too late is looked for no further back than that.
    while (low < came.length && came[low]!.at < at - heardWithinMs - 3_600_000) low++
    let high = low
    while (high < came.length && came[high]!.at < at) high++
    const step = stepSilence(any, at, newestByPlace(any, came.slice(low, high), at, at + restMs), memories, time)
    for (const [place, memory] of step.memories) memories.set(place, memory)
    alarms.firings.push(...step.firings)
    alarms.settled.push(...step.settled)
  }
  return alarms
}

/** So often the days are shuffled. */
const shuffles = 4

async function pastFigures(rule: FigureRule, over: Walk, how: 'fine' | 'coarse', report: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Promise<PastAlarms> {
  const { definition } = rule
  await over.step(0)
  const read = await report(async (tx) => {
    const numbers = await openWindows(tx, { metric: definition.metric, where: definition.where ?? null, by: dimensionOf(definition.each) })
    const step = how === 'coarse' ? 'day' : stepOf(definition)
    const ticks = ticksBetween(over.from, over.to, step, numbers.zone)
    if (ticks.length === 0) return null
    const edges = [ticks[0]!, ticks.at(-1)!].flatMap((tick) => windowsOf(definition, tick, numbers.zone))
    return { numbers, ticks, slide: await numbers.slide({ from: Math.min(...edges.map((p) => p.from)), to: ticks.at(-1)! }, step) }
  })
  if (read === null) return nothing
  const { numbers, ticks, slide } = read
  const runs = how === 'coarse' ? 0 : shuffles
  const alarms = await overTicks(rule, numbers, ticks, slide, (done) => over.step((0.1 + 0.9 * done) / (runs + 1)))
  let byChance = 0
  for (let run = 0; run < runs; run++) {
    const other = slide.withDays(shuffledDays(over.from, over.to, run, numbers.zone))
    byChance += (await overTicks(rule, numbers, ticks, other, (done) => over.step((run + 1 + done) / (runs + 1)))).firings.filter((f) => !f.noData).length
  }
  return { ...alarms, byChance: runs === 0 ? null : byChance / runs }
}

async function overTicks(rule: FigureRule, numbers: Windows, ticks: readonly number[], slide: Slide, step: (done: number) => Promise<void>): Promise<PastAlarms> {
  const alarms: PastAlarms = { ...nothing, firings: [], settled: [] }
  const memories = new Map<string, FigureMemory>()
  let since = performance.now()
  for (const [i, at] of ticks.entries()) {
    const periods = windowsOf(rule.definition, at, numbers.zone)
    const found = stepFigure(rule, numbers, at, periods, slide.at(periods), memories, rule.since)
    for (const [place, memory] of found.memories) memories.set(place, memory)
    alarms.firings.push(...found.firings)
    alarms.settled.push(...found.settled)
    // The same process may serve people: after some milliseconds it is their turn.
    if (performance.now() - since < 20) continue
    await new Promise(setImmediate)
    await step(i / ticks.length)
    since = performance.now()
  }
  return alarms
}
