// What may be behind a warning: the figures beside it that moved the wrong way too, in the same place and time. Nothing is called a cause that
// no figure speaks for, save where nothing does.
import type { Conditions, WarningAdvice, WarningCause } from '@kontuar/contracts'
import { poissonTails } from '@kontuar/statistics'
import { metricCalled, type Catalogue } from '../../metrics/metric-by-name.ts'
import { changeOf } from '../../metrics/figures/change.ts'
import { figureOf } from '../../metrics/figures/figure.ts'
import { groupsOf } from '../../metrics/figures/groups.ts'
import { readNames } from '../../metrics/names.ts'
import { fieldsOf, partsOf } from '../../metrics/narrow.ts'
import { readParts, talliesOf, wholeOf } from '../../metrics/sources/read-parts.ts'
import type { Reading } from '../../metrics/sources/reading.ts'
import type { Period } from '../../metrics/time.ts'
import { takeWhere } from '../../metrics/where/take-where.ts'
import type { About } from '../rules/watch-all.ts'
import { adviceFor, causesOf, type Moved } from '../rules/causes.ts'
import { outsideCalls, onPhone } from './read-tasks.ts'
import { readDays, type Window } from './read-counts.ts'

export interface Evidence { causes: WarningCause[]; advice: WarningAdvice[]; evidence: Record<string, unknown> }

const days = 86_400_000
/** Figures of a day or two say little of causes. */
const leastSpan = 7 * days
const before = 56 * days

const beside = ['contacts-in', 'first-response-median', 'call-wait', 'abandonment', 'sla-kept', 'invitations-delivered', 'response-rate', 'nps', 'csat', 'complaints-per-contact'] as const

export async function readEvidence(reading: Reading, catalogue: Catalogue, about: About, period: Period, window: Window): Promise<Evidence> {
  const span = { from: Math.min(period.from, period.to - leastSpan), to: period.to }
  const past = { from: span.from - before, to: span.from }
  const where = placeOf(about)
  const moved: Moved[] = []
  for (const name of beside) {
    if (name === about.metric) continue
    const metric = metricCalled(catalogue, name)
    const parts = partsOf(metric, where === null ? null : takeWhere(where, fieldsOf(metric, reading.words)), reading.asker, reading.words)
    const [then, now] = [wholeOf(await readParts(reading, metric, parts, past, null, 'none')), wholeOf(await readParts(reading, metric, parts, span, null, 'none'))]
    const { real, change } = changeOf(metric, { tallies: then, period: past }, { tallies: now, period: span })
    const [was, is] = [figureOf(metric, then), figureOf(metric, now)]
    if (was.n > 0 || is.n > 0) moved.push({ metric: name, before: perDay(name, was.value, past), now: perDay(name, is.value, span), n: is.n, way: !real || change === null ? 'same' : isMore(name, was.value, past, is.value, span) ? 'more' : 'fewer' })
  }
  const group = await sharedGroup(reading, catalogue, about, span, past)
  const marked = await reading.tx.query<{ name: string; at: Date }>('select name, at from marked_day where org_id = $1 and at >= $2 and at < $3 and (cardinality(location_ids) = 0 or $4::uuid is null or $4 = any (location_ids)) order by at desc limit 3', [reading.tx.orgId, new Date(period.from - 7 * days), new Date(period.to), about.locationId], 'marked-days-beside-warning')
  const off = await reading.offDays()
  let holidays = 0
  // A day off explains the days around it, not weeks.
  if (period.to - period.from <= leastSpan) for (let at = period.from - days; at < period.to + days; at += days) if (off.isHoliday(at)) holidays++
  const sides = about.kind === 'sources-disagree' ? await readSides(reading, catalogue, about, window) : null
  const broken = await reading.tx.query<{ kind: string }>(`select distinct kind from warning where org_id = $1 and state in ('open', 'snoozed') and kind in ('silence', 'sources-disagree') and kind <> $2 and (location_id is null or $3::uuid is null or location_id = $3)`, [reading.tx.orgId, about.kind, about.locationId], 'faults-beside-warning')
  const found = { moved, group, marked: marked.length > 0, holidays: holidays > 0, sides, broken: broken.length > 0 }
  const causes = causesOf(about.kind, found)
  return {
    causes, advice: adviceFor(about.kind, causes),
    evidence: {
      figures: moved, ...(group === null ? {} : { group }), ...(sides === null ? {} : { sides }), ...(marked.length === 0 ? {} : { markedDays: marked.map(({ name, at }) => ({ name, at: at.toISOString() })) }), ...(holidays === 0 ? {} : { holidays }), ...(broken.length === 0 ? {} : { alsoOpen: broken.map(({ kind }) => kind) }),
    },
  }
}

/** Spans differ in length: what grows with them is told a day. */
const isCount = (name: string) => name === 'contacts-in' || name === 'invitations-delivered'
const perDay = (name: string, value: number | null, { from, to }: Period) => (value === null || !isCount(name) ? value : value / (to - from) * days)
const isMore = (name: string, was: number | null, past: Period, is: number | null, span: Period) => (perDay(name, is, span) ?? 0) > (perDay(name, was, past) ?? 0)

export const placeOf = ({ locationId, subject }: Pick<About, 'locationId' | 'subject'>): Conditions | null => {
  const rules = [...(locationId === null ? [] : [{ field: 'location', operator: '=', value: locationId }]), ...(subject === null ? [] : [{ field: subject.kind, operator: '=', value: subject.id }])]
  return rules.length === 0 ? null : { combinator: 'and', rules }
}

export interface SharedGroup { by: 'channel' | 'reason' | 'location'; id: string; name: string; now: number; before: number }

/** One channel, reason or location that most of the change comes from. */
async function sharedGroup(reading: Reading, catalogue: Catalogue, about: About, span: Period, past: Period): Promise<SharedGroup | null> {
  if (!['complaints-rise', 'abandoned-rise', 'silence', 'reason-rises', 'repeated-complaints'].includes(about.kind)) return null
  const metric = metricCalled(catalogue, about.metric)
  const given = placeOf(about)
  const parts = partsOf(metric, given === null ? null : takeWhere(given, fieldsOf(metric, reading.words)), reading.asker, reading.words)
  const scale = (span.to - span.from) / (past.to - past.from)
  for (const by of ['location', 'channel', 'reason'] as const) {
    if ((by === 'location' && about.locationId !== null) || by === about.subject?.kind) continue
    const cut = { dimension: by }
    const [now, then] = [talliesOf(await readParts(reading, metric, parts, span, cut, 'none'), ({ member }) => member), talliesOf(await readParts(reading, metric, parts, past, cut, 'none'), ({ member }) => member)]
    const names = await readNames(reading.tx, cut, [...now.keys(), ...then.keys()], reading.words)
    const usual = new Map(groupsOf(metric, then, names, reading.language).map((group) => [group.key, group.figure.n * scale]))
    const is = new Map(groupsOf(metric, now, names, reading.language).map((group) => [group.key, group]))
    const excess = [...new Set([...usual.keys(), ...is.keys()])].map((key) => ({ key, now: is.get(key)?.figure.n ?? 0, before: usual.get(key) ?? 0, name: is.get(key)?.name ?? (key === null ? '' : names.get(key) ?? key) }))
    if (excess.filter(({ before: was, now: n }) => was + n > 0).length < 2) continue
    const sign = about.kind === 'silence' ? -1 : 1
    const all = excess.reduce((sum, { now: n, before: was }) => sum + sign * (n - was), 0)
    const most = excess.reduce((a, b) => (sign * (b.now - b.before) > sign * (a.now - a.before) ? b : a))
    if (most.key !== null && all > 0 && sign * (most.now - most.before) >= 0.6 * all && isNoChance(most, sign)) return { by, id: most.key, name: most.name, now: most.now, before: most.before }
  }
  return null
}

/** Nine where seven were to be expected speak for nothing; and it is the greatest of several. */
function isNoChance({ now, before: was }: { now: number; before: number }, sign: number): boolean {
  const { atLeast, atMost } = poissonTails({ count: now, mean: Math.max(was, 0.1) })
  return (sign > 0 ? atLeast : atMost) < 0.01
}

/** What the exchange counted and what the diary has, in the days of the warning. */
async function readSides(reading: Reading, catalogue: Catalogue, { locationId }: About, window: Window): Promise<{ outside: number; diary: number }> {
  const sum = async (metric: Parameters<typeof readDays>[1], where: Conditions | null) => {
    const counted = await readDays(reading, metric, locationId === null ? null : 'location', window, where)
    return [...(counted.get(locationId ?? '') ?? new Map<number, { hits: number }>()).values()].reduce((total, { hits }) => total + hits, 0)
  }
  return { outside: await sum(outsideCalls, null), diary: await sum(metricCalled(catalogue, 'contacts-in'), onPhone) }
}
