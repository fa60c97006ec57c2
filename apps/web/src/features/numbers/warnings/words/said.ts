// What a warning says in figures: what came, what is usual, how rarely chance does it. Pure; the sentences around are in the catalogue.
import { rangeText, valueText, wholeText, type Locale } from '@kontuar/charts'
import type { MetricInfo, MetricResult, Warning, WarningCause, WarningKind } from '@kontuar/contracts'

type Measured = Pick<MetricInfo, 'name' | 'unit'>
const events: Measured = { name: '', unit: 'count' }
const ofScores: ReadonlySet<WarningKind> = new Set<WarningKind>(['nps-falls', 'fewer-good-reviews', 'step-falls'])
/** Scores are compared in their own unit; everything else is counted. */
export const isOfScores = (kind: WarningKind): boolean => ofScores.has(kind)

type Compared = Pick<Warning, 'kind' | 'came' | 'expected' | 'expectedRange'>
export interface Said { came: string | null; usual: string | null }

/** @param metric of its rows; unknown (an own one that was retired): written as a plain number */
export function saidOf({ kind, came, expected, expectedRange }: Compared, metric: Measured | undefined, locale: Locale): Said {
  const measured = isOfScores(kind) ? (metric ?? { name: '', unit: 'score' as const }) : events
  const written = (value: number) => valueText(measured, value, locale)
  // Events come whole: of "3.4 to 8.7" the whole ones between are meant.
  const whole = ({ low, high }: { low: number; high: number }) => (measured.unit === 'count' ? { low: Math.max(0, Math.ceil(low)), high: Math.max(Math.ceil(low), Math.floor(high)) } : { low, high })
  // What slips a little at a time lies where it usually does, each time: of that only the middle tells anything.
  const range = expectedRange && (came === null || expected === null || came < expectedRange.low || came > expectedRange.high) ? whole(expectedRange) : null
  return { came: came === null ? null : written(came), usual: range ? (range.low === range.high ? written(range.low) : rangeText(measured, range, locale)) : expected === null ? null : written(measured.unit === 'count' && expected >= 10 ? Math.round(expected) : expected) }
}

/** Chance alone does as much: it was told because small deviations to one side have added up. */
export const isSlow = ({ p }: Pick<Warning, 'p'>): boolean => p !== null && p > 0.05

const grows: ReadonlySet<WarningKind> = new Set<WarningKind>(['complaints-rise', 'abandoned-rise', 'reason-rises', 'repeated-complaints'])
type Point = NonNullable<MetricResult['points']>[number]
/** How many have come since it began, of what a warning counts at its finding alone; null where that says no more. */
export function sinceThen({ kind, came, beganAt }: Pick<Warning, 'kind' | 'came' | 'beganAt'>, points: readonly Pick<Point, 'from' | 'figure'>[]): number | null {
  if (!grows.has(kind) || came === null) return null
  const sum = points.reduce((total, { from, figure }) => (Date.parse(from) >= Date.parse(beganAt) ? total + (figure.value ?? 0) : total), 0)
  return sum > came ? sum : null
}

const rarest = 1_000_000
/** 1 / p with two leading digits: "2 800". Null where there is no p, or where it would say nothing. `more`: rarer still. */
export function onceIn(p: number | null, locale: Locale): { times: string; more: boolean } | null {
  if (p === null || !(p >= 0) || p > 0.2) return null
  if (p < 1 / rarest) return { times: wholeText(rarest, locale), more: true }
  const size = 10 ** Math.max(0, Math.floor(Math.log10(1 / p)) - 1)
  return { times: wholeText(Math.round(1 / p / size) * size, locale), more: false }
}

export interface Proof { metric: string | null; now: number | null; usual: number | null; /** A channel, a reason, marked days. */ names: readonly string[]; /** Figures that grow with the days are told a day. */ daily: boolean; sides: { outside: number; diary: number } | null; alsoOpen: readonly string[] }
type Way = 'more' | 'fewer'
/** What has to have moved for a cause; as the server reasons (modules/insight/warnings/rules/causes.ts). */
const moved: Partial<Record<WarningCause, readonly (readonly [metric: string, way: Way])[]>> = {
  'long-waiting': [['first-response-median', 'more'], ['call-wait', 'more'], ['abandonment', 'more']], 'overloaded-team': [['sla-kept', 'fewer'], ['contacts-in', 'more']], 'bad-service': [['nps', 'fewer'], ['csat', 'fewer'], ['complaints-per-contact', 'more']],
  'unclear-messages': [['response-rate', 'fewer']], 'fewer-invitations': [['invitations-delivered', 'fewer']], 'more-contacts': [['contacts-in', 'more']],
}
const groups: Partial<Record<WarningCause, string>> = { 'one-location': 'location', 'one-channel': 'channel', 'one-reason': 'reason' }
const ofSides: ReadonlySet<WarningCause> = new Set<WarningCause>(['entry-missing', 'outside-log-missing', 'both-counted-apart'])
const dailyMetrics: ReadonlySet<string> = new Set(['contacts-in', 'invitations-delivered'])

const object = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {})
const list = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(object) : [])
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const text = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : [])

/** What speaks for a cause: of what the server found, what can be shown. */
export function proofOf(evidence: Warning['evidence'], cause: WarningCause): Proof | null {
  const none: Proof = { metric: null, now: null, usual: null, names: [], daily: false, sides: null, alsoOpen: [] }
  const figure = moved[cause]?.flatMap(([metric, way]) => list(evidence['figures']).filter((each) => each['metric'] === metric && each['way'] === way && number(each['now']) !== null))[0]
  if (figure) return { ...none, metric: String(figure['metric']), now: number(figure['now']), usual: number(figure['before']), daily: dailyMetrics.has(String(figure['metric'])) }
  const group = object(evidence['group'])
  if (groups[cause] !== undefined && group['by'] === groups[cause]) return { ...none, names: text(group['name']), now: number(group['now']), usual: number(group['before']) }
  const marked = list(evidence['markedDays']).flatMap(({ name }) => text(name))
  if (cause === 'change-of-ours' && marked.length > 0) return { ...none, names: marked }
  const { outside, diary } = object(evidence['sides'])
  if (ofSides.has(cause) && number(outside) !== null && number(diary) !== null) return { ...none, sides: { outside: number(outside)!, diary: number(diary)! } }
  const open = Array.isArray(evidence['alsoOpen']) ? evidence['alsoOpen'].flatMap(text) : []
  return cause === 'system-fault' && open.length > 0 ? { ...none, alsoOpen: open } : null
}

/** Until when the check is quieter here, since somebody called it a false alarm. */
export function quieterUntil(evidence: Warning['evidence']): string | null {
  const { until } = object(evidence['quieter'])
  return typeof until === 'string' && !Number.isNaN(Date.parse(until)) ? until : null
}
