/*
 * Rules on figures: a figure at one place, looked at again and again, with a memory. Pure. It speaks when a line is crossed and again only after
 * the figure has come back (hysteresis); it says nothing of fewer than the rule asks for; and where there is nothing to judge by for long, that
 * is a state of its own and no alarm.
 */
import type { MetricChange, MetricFigure } from '@kontuar/contracts'
import { differenceOfShares, mannKendall, senSlope } from '@kontuar/statistics'
import type { Why } from '../../why.ts'
import type { FigureDefinition } from './windows-of.ts'

/** Of one place, as it is kept. Epoch milliseconds. */
export interface FigureMemory {
  state: 'quiet' | 'firing'
  /** Since when there has been nothing to judge by, as far as it was looked; null: there was at the last look. */
  without: number | null
  /** That was said. */
  noData: boolean
}
export const quietSince = (at: number): FigureMemory => ({ state: 'quiet', without: at, noData: false })

/** What there is to see at one moment. */
export interface Look {
  at: number
  figure: MetricFigure
  /** The metric counts things: its change is told as a share of what there was. */
  counts: boolean
  change: MetricChange | null
  /** Its part in the whole, then and now. */
  share: { before: { successes: number; n: number }; now: { successes: number; n: number } } | null
  /** Of a trend: week by week. */
  weeks: readonly MetricFigure[]
}

export interface Verdict { memory: FigureMemory; /** What it has become at this moment. */ said: ('fires' | 'is-back' | 'no-data' | 'data-is-back')[]; why: FigureWhy | null }

/** Its sentence, without the place. */
type FigureWhy = Unplaced<Extract<Why, { code: 'figure' }>> | Unplaced<Extract<Why, { code: 'no-data' }>>
type Unplaced<W> = Omit<W, 'each' | 'place'>

export function judgeFigure(rule: FigureDefinition, memory: FigureMemory, look: Look): Verdict {
  const judged = isEnough(rule, look) ? judge(rule, look) : null
  if (judged === null) {
    const without = memory.without ?? look.at
    const silentMs = (rule.noDataDays ?? rule.days) * 86_400_000
    const tells = rule.noData === 'tell' && !memory.noData && look.at - without >= silentMs
    return { memory: { ...memory, without, noData: memory.noData || tells }, said: tells ? ['no-data'] : [], why: tells ? { code: 'no-data', metric: rule.metric, days: rule.noDataDays ?? rule.days, n: nOf(rule, look), minimum: rule.minimum } : null }
  }
  const fires = memory.state === 'quiet' && judged.crossed
  const isBack = memory.state === 'firing' && judged.back
  return {
    memory: { state: fires ? 'firing' : isBack ? 'quiet' : memory.state, without: null, noData: false },
    said: [...(memory.noData ? ['data-is-back' as const] : []), ...(fires ? ['fires' as const] : isBack ? ['is-back' as const] : [])], why: judged.why,
  }
}

/**
 * Of comparisons both sides have to be enough; of a trend every week has to have something, and all together be enough. Nought of something
 * that is counted is a figure like any other: there what was, or what has become, has to be enough.
 */
function isEnough({ test, minimum }: FigureDefinition, { figure, change, share, weeks, counts }: Look): boolean {
  switch (test.test) {
    case 'trend': return weeks.every((w) => w.value !== null && (counts || w.n > 0)) && weeks.reduce((sum, w) => sum + w.n, 0) >= minimum
    case 'below': case 'above': return figure.value !== null && (counts || figure.n >= minimum)
    case 'share-grows': return share !== null && share.before.n >= minimum && share.now.n >= minimum
    case 'falls': case 'rises':
      if (figure.value === null || change === null || change.before.value === null) return false
      return counts ? Math.max(figure.n, change.before.n) >= minimum : figure.n >= minimum && change.before.n >= minimum
  }
}

interface Judged { crossed: boolean; back: boolean; why: FigureWhy }

const nOf = ({ test }: FigureDefinition, { figure, weeks }: Look): number => (test.test === 'trend' ? weeks.reduce((sum, w) => sum + w.n, 0) : figure.n)

function judge(rule: FigureDefinition, look: Look): Judged {
  const { test, metric, days } = rule
  const { figure } = look
  const shown = { code: 'figure', metric, test: test.test, days, value: figure.value, interval: figure.interval, n: figure.n } as const
  switch (test.test) {
    case 'below': case 'above': {
      const beyond = (value: number) => (test.test === 'below' ? value <= test.value : value >= test.value)
      const end = test.certain === true ? (figure.interval === null ? null : test.test === 'below' ? figure.interval.high : figure.interval.low) : figure.value
      const backAt = test.backAt ?? null
      const back = backAt === null ? !beyond(figure.value!) : test.test === 'below' ? figure.value! >= backAt && figure.value! > test.value : figure.value! <= backAt && figure.value! < test.value
      return { crossed: end !== null && beyond(end), back, why: { ...shown, threshold: test.value } }
    }
    case 'falls': case 'rises': {
      const { change, real, interval, before } = look.change!
      const sign = test.test === 'falls' ? -1 : 1
      const size = change === null ? 0 : look.counts ? (before.value === 0 ? (change > 0 ? Infinity : 0) : change / before.value!) : change
      const holds = real && sign * size >= test.by
      // Back when it is chance again or has turned; a little less than the line is no return.
      return { crossed: holds, back: !real || sign * size <= 0, why: { ...shown, before: before.value, beforeN: before.n, change, changeInterval: interval, against: test.against } }
    }
    case 'share-grows': {
      const { before, now } = look.share!
      const difference = differenceOfShares(before, now)
      const grown = difference !== null && difference.real
      return { crossed: grown && difference.difference >= test.by, back: !grown || difference.difference <= 0, why: { ...shown, value: shareOf(now), interval: null, n: now.n, before: shareOf(before), beforeN: before.n, change: difference?.difference ?? null, changeInterval: difference, against: test.against } }
    }
    case 'trend': {
      const values = look.weeks.map((w) => w.value!)
      const found = mannKendall({ values })!
      const p = test.direction === 'up' ? found.pRise : found.pFall
      return { crossed: p <= trendLevel, back: p > trendOverAt, why: { ...shown, days: 7 * values.length, value: values.at(-1)!, interval: null, n: nOf(rule, look), direction: test.direction, weeks: values.length, p, slope: senSlope({ values })?.slope ?? null } }
    }
  }
}

const shareOf = ({ successes, n }: { successes: number; n: number }) => (n === 0 ? null : successes / n)

/** One direction alone is asked, so the level is that of one tail. It is over when chance would do it every tenth time. */
const [trendLevel, trendOverAt] = [0.025, 0.1]
