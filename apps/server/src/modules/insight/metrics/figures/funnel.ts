// Where chance alone would put a figure of this size, about what the others have: of groups against the network, and of a day against such days.
import { meanFunnel, percentileRanks, rateFunnel, shareFunnel } from '@kontuar/statistics'
import { measuresBelow, measuresOf, type Metric } from '../../catalogue/metric.ts'
import { npsMeasures } from '../../catalogue/metric.ts'
import { valueOfBin } from '../../sums/bins.ts'
import { successesOf, type Tallies } from './figure.ts'
import { meanFrom } from './mean.ts'

export type Width = 95 | 99.8
export interface Limits { low: number; high: number }

/** How many a figure is made of. */
export const sizeOf = (metric: Metric, { top, bottom }: Tallies): number => (metric.form.form === 'quantile' ? top.bins(measuresOf(metric)).n : bottom.of(measuresBelow(metric)).n)

/** Beyond so many the law of counts is the normal one as far as anybody can see, and several times as quick. */
const manyAnswers = 300

/** Null where figures of different size cannot be compared (counts), or the others say too little. @param own of what is judged: only its size is looked at */
export function limitsOf(metric: Metric, own: Tallies, others: Tallies, width: Width): Limits | null {
  const cut = (found: { low95: number; high95: number; low998: number; high998: number } | null) => (found === null ? null : width === 95 ? { low: found.low95, high: found.high95 } : { low: found.low998, high: found.high998 })
  const n = sizeOf(metric, own)
  switch (metric.form.form) {
    case 'share': case 'parts': {
      const network = successesOf(metric, others)
      if (n <= 0 || network.n <= 0 || network.successes < 0 || network.successes > network.n) return null
      const share = network.successes / network.n
      return cut(shareFunnel({ share: metric.form.complement === true ? 1 - share : share, n, method: n > manyAnswers ? 'score' : 'exact' }))
    }
    case 'ratio': {
      const [count, among, exposure] = [others.top.of(measuresOf(metric)).total, others.bottom.of(measuresBelow(metric)).total, own.bottom.of(measuresBelow(metric)).total]
      return metric.interval !== 'poisson' || among <= 0 || exposure <= 0 || count < 0 ? null : cut(rateFunnel({ rate: count / among, exposure }))
    }
    case 'mean': {
      const network = meanFrom(others.top.of(measuresOf(metric)))
      return n <= 0 || network === null || network.deviation === null ? null : cut(meanFunnel({ mean: network.mean, standardDeviation: network.deviation, n }))
    }
    case 'nps': {
      const [promoters, passives, detractors] = npsMeasures.map((name) => Math.max(0, others.top.of([name]).n)) as [number, number, number]
      const all = promoters + passives + detractors
      if (n <= 0 || all === 0) return null
      const score = (promoters - detractors) / all
      const found = cut(meanFunnel({ mean: 100 * score, standardDeviation: 100 * Math.sqrt(Math.max(0, (promoters + detractors) / all - score * score)), n }))
      return found === null ? null : { low: Math.max(-100, found.low), high: Math.min(100, found.high) }
    }
    case 'quantile': return quantileLimits(metric, metric.form.p, n, others, width)
    default: return null
  }
}

/** Of so many drawn from the others' distribution the percentile lies between two of its ranks; these are read there. */
function quantileLimits(metric: Metric, p: number, n: number, others: Tallies, width: Width): Limits | null {
  const measure = measuresOf(metric)[0]!
  const network = others.top.bins([measure])
  const all = network.n
  if (n === 0 || all === 0) return null
  const ranks = ranksOf(n, p, width)
  if (ranks.low === null || ranks.high === null) return null
  const at = (rank: number) => valueOfBin(measure, network.binAtRank(Math.max(1, Math.ceil(rank / n * all - 1e-9)))!)
  return { low: at(ranks.low), high: at(ranks.high) }
}

const knownRanks = new Map<string, { low: number | null; high: number | null }>()

/** The same few sizes come again and again: days of a shop. */
function ranksOf(n: number, p: number, width: Width): { low: number | null; high: number | null } {
  const key = `${n} ${p} ${width}`
  const found = knownRanks.get(key) ?? percentileRanks({ n, percent: p * 100, confidence: width / 100 })
  if (knownRanks.size >= 20_000) knownRanks.clear()
  knownRanks.set(key, found)
  return found
}
