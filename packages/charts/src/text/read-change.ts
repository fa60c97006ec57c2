// Whether a figure changed, and whether that is real: decided once for screens, mails and papers.
import type { Figure, Range, Read, Result } from '../result.ts'
import { differenceText, relativeText } from './figure-text.ts'
import type { Locale } from './numbers.ts'

export type ChangeSaid =
  /** There was nothing before, or nothing is compared. */
  | { kind: 'none' }
  /** `n`: how few there were before. */
  | { kind: 'few'; n: number }
  | {
    kind: 'compared'; difference: number; before: Figure; interval: Range | null
    /** "+6 pkt proc.", "−12 (−8%)"; null where it stayed the same. */
    words: string | null
    /** Only then an arrow is drawn: the interval of the difference excludes 0, and whole periods were compared. */
    real: boolean
    /** It does not exclude 0; said only where there is a difference and an interval. */
    unsure: boolean
    /** A count of half a period against one of a whole. */
    running: boolean
    /** Colour is never alone: a word goes with it. */
    tone: 'good' | 'bad' | 'plain'
    /** Of the period before. */
    days: number
  }

export function readChange({ metric, result }: Read, locale: Locale): ChangeSaid {
  const { change, figure } = result
  if (change === null || change.change === null) return { kind: 'none' }
  const { before, change: difference, interval } = change
  if (!before.shown || !figure.shown) return { kind: 'few', n: before.n }
  const running = metric.unit === 'count' && metric.form.form !== 'level' && isRunning(result)
  const real = change.real && !running
  const relative = relativeText(metric, difference, before.value, locale)
  return {
    kind: 'compared', difference, before, interval, real, running,
    words: difference === 0 ? null : `${differenceText(metric, difference, locale)}${relative === null ? '' : ` (${relative})`}`,
    unsure: !real && difference !== 0 && interval !== null,
    tone: !real || metric.direction === 'neither' ? 'plain' : (difference > 0) === (metric.direction === 'up') ? 'good' : 'bad',
    days: Math.round((Date.parse(change.to) - Date.parse(change.from)) / 86_400_000),
  }
}

/** The period is not over, and it is held against a whole one. */
function isRunning({ from, to, at, change }: Result): boolean {
  const spent = Math.min(Date.parse(at), Date.parse(to)) - Date.parse(from)
  return change !== null && spent < (Date.parse(change.to) - Date.parse(change.from)) * 0.95
}
