// What a warning says in figures: what came, what is usual, how rarely chance does it. Pure; the sentences around are in the catalogue.
import { rangeText, valueText, wholeText, type Locale } from '@kontuar/charts'
import type { MetricInfo, Warning, WarningKind } from '@kontuar/contracts'

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
  const range = expectedRange && whole(expectedRange)
  return { came: came === null ? null : written(came), usual: range ? (range.low === range.high ? written(range.low) : rangeText(measured, range, locale)) : expected === null ? null : written(measured.unit === 'count' && expected >= 10 ? Math.round(expected) : expected) }
}

const rarest = 1_000_000
/** 1 / p with two leading digits: "2 800". Null where there is no p, or where it would say nothing. `more`: rarer still. */
export function onceIn(p: number | null, locale: Locale): { times: string; more: boolean } | null {
  if (p === null || !(p >= 0) || p > 0.2) return null
  if (p < 1 / rarest) return { times: wholeText(rarest, locale), more: true }
  const size = 10 ** Math.max(0, Math.floor(Math.log10(1 / p)) - 1)
  return { times: wholeText(Math.round(1 / p / size) * size, locale), more: false }
}

export interface Proof { metric: string | null; now: number | null; usual: number | null; name: string | null }
/** What speaks for a cause: of what the server found, what can be shown. */
export function proofOf(evidence: Warning['evidence'], cause: string): Proof | null {
  const given = evidence[cause]
  if (typeof given !== 'object' || given === null) return null
  const { metric, now, usual, name } = given as Record<string, unknown>
  const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null)
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const proof = { metric: text(metric), now: number(now), usual: number(usual), name: text(name) }
  return proof.now === null && proof.name === null ? null : proof
}
