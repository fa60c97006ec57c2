// What a warning keeps of its finding: the figures it shows, and the question that opens its rows. In the units of people: NPS in points,
// shares of 1, counts as counts.
import type { MetricQuery, WarningAdvice, WarningCause } from '@kontuar/contracts'
import { answerCheck, checks } from '../checks.ts'
import type { About, AnyFound } from '../rules/watch-all.ts'
import { startOf } from './day-numbers.ts'
import { placeOf } from './evidence.ts'
import { onPhone } from './read-tasks.ts'

export interface WarningFacts {
  subject: About['subject']
  expected: number | null
  usual: { low: number; high: number } | null
  came: number | null
  p: number | null
  n: number
  method: string
  causes: WarningCause[]
  advice: WarningAdvice[]
  evidence: Record<string, unknown>
  rows: MetricQuery | null
}

const inHours = (found: AnyFound): found is Extract<AnyFound, { at: 'hours' }> => found.at === 'hours'

export function periodOf(found: AnyFound, zone: string): { from: number; to: number } {
  if (!inHours(found)) return { from: startOf(found.from, zone), to: startOf(found.to, zone) }
  const at = ({ day, hour }: { day: number; hour: number }) => startOf(day, zone) + hour * 3_600_000
  return { from: at(found.from), to: at(found.to) }
}

/** NPS is a mean of +1, 0 and -1 within. */
const unitOf = (about: About): number => (about.metric === 'nps' ? 100 : 1)

export function methodOf(about: About, found: AnyFound): string {
  if (found.at === 'answers') return answerCheck.method
  if (found.at === 'hours') return found.came === 0 ? 'time-since-the-last' : 'single-hour'
  const check = checks.find(({ kind }) => kind === about.kind)!
  return about.kind === 'sources-disagree' ? check.method : found.way === 'period' ? 'single-period' : about.kind === 'silence' ? 'sum-of-counts' : check.method
}

export function figuresOf(about: About, found: AnyFound): Pick<WarningFacts, 'expected' | 'usual' | 'came' | 'p' | 'n'> {
  const unit = unitOf(about)
  const usual = found.at === 'days' && found.usual !== null ? { low: found.usual.low * unit, high: found.usual.high * unit } : null
  return { expected: found.expected * unit, usual, came: found.came * unit, p: found.p, n: found.at === 'hours' ? found.came : found.n }
}

export function rowsOf(about: About, found: AnyFound, zone: string): MetricQuery {
  const { from, to } = periodOf(found, zone)
  const place = placeOf(about)
  const where = about.kind === 'sources-disagree' ? { combinator: 'and' as const, rules: [...onPhone.rules, ...(place?.rules ?? [])] } : place
  return { metric: about.metric, from: new Date(from).toISOString(), to: new Date(to).toISOString(), ...(where === null ? {} : { where }) }
}
