// The chart: when a score, or a sum of scores, is a warning. Scores are standard normal while nothing has changed (score.ts), so the chart of
// every check is one of a few, and how often it cries wolf is reckoned, not hoped.
//
// Two rules together (J. M. Lucas, Combined Shewhart-CUSUM quality control schemes, Journal of Quality Technology 14 (1982) 51-59): a single
// score of `limit`, and S = max(0, S + score - k) of h. Their alarms overlap, and a warning that holds raises no other; taking the two for
// separate would leave up to a third of the borne false alarms unused. So the run length of both is solved together, and of holding.
import { normalTail } from '@kontuar/statistics'
import { limitAt } from './score.ts'

export interface Chart { limit: number; k: number; h: number }

/** Of the false alarms, so many are meant for single scores. */
export const forSingles = 0.35
const cells = 48

const usual = [0.2, 0.3, 0.4, 0.5, 0.75, 1]
/** Half the shift that is looked for finds it soonest. */
export function kFor(shift: number): number {
  return usual.reduce((best, k) => (Math.abs(k - shift / 2) < Math.abs(best - shift / 2) ? k : best))
}

/** No chart warns in more than a tenth of its periods: what chance gives so often is no warning. */
export const mostPerPeriod = 0.1
const leastPerPeriod = 1e-9

const known = new Map<string, Chart>()

/** @param shift the change that is looked for, in scores @param perPeriod false alarms a period @param singles false: for sums alone, all of them */
export function chartFor(shift: number, perPeriod: number, singles = true): Chart {
  const k = kFor(shift)
  // To a twentieth: hundreds of checks share a few dozen charts.
  const step = Math.round(Math.log(Math.min(mostPerPeriod, Math.max(leastPerPeriod, perPeriod))) * 25)
  const name = `${k} ${step} ${singles}`
  const found = known.get(name)
  if (found !== undefined) return found
  const made = solveChart(k, Math.exp(step / 25), singles ? limitAt(forSingles * Math.exp(step / 25)) : Infinity)
  known.set(name, made)
  return made
}

function solveChart(k: number, perPeriod: number, limit: number): Chart {
  const excess = (h: number) => Math.log(alarmsPerPeriod({ limit, k, h }) / perPeriod)
  // The logarithm falls almost straight with h.
  let [low, high] = [0.05, 1]
  if (excess(low) <= 0) return { limit, k, h: low }
  while (excess(high) > 0) [low, high] = [high, high * 1.6]
  let [above, below] = [excess(low), excess(high)]
  for (let i = 0; i < 12 && high - low > 1e-4 * high; i++) {
    const guess = Math.min(high - 0.02 * (high - low), Math.max(low + 0.02 * (high - low), low + above / (above - below) * (high - low)))
    const value = excess(guess)
    if (value > 0) [low, above] = [guess, value]
    else [high, below] = [guess, value]
    if (Math.abs(value) < 0.002) return { limit, k, h: guess }
  }
  return { limit, k, h: (low + high) / 2 }
}

/** Of scores without change: 1/(mean time to an alarm + mean time it holds). */
export function alarmsPerPeriod(chart: Chart): number {
  return 1 / (runLength(chart) + holdingTime(chart))
}

/** Mean number of periods from a sum of 0 to an alarm. @param shift of the scores; 0 without change */
export function runLength({ limit, k, h }: Chart, shift = 0): number {
  const width = h / cells
  const gone = limit === Infinity ? 0 : normalTail(limit - shift)
  // By half cells, so that each of a few hundred tails is reckoned once.
  const stays = halves((half) => Math.min(1 - gone, 1 - normalTail(Math.min(limit, half * width / 2 + k) - shift)))
  // State 0 is a sum of 0, the others are the middles of the cells.
  const reach = (i: number, j: number) => stays(2 * j - (i === 0 ? 0 : 2 * i - 1))
  return solveMean(cells + 1, (i, j) => (j === 0 ? reach(i, 0) : reach(i, j) - reach(i, j - 1)))
}

/** Mean number of periods from h until the sum, which goes no further, has come down by half. */
export function holdingTime({ k, h }: Chart): number {
  const width = h / 2 / cells
  const above = halves((half) => normalTail(half * width / 2 + k))
  // State 0 is h itself, the others lie below it.
  const reach = (i: number, j: number) => above((i === 0 ? 0 : 2 * i - 1) - 2 * j)
  return solveMean(cells + 1, (i, j) => (j === 0 ? reach(i, 0) : reach(i, j) - reach(i, j - 1)))
}

function halves(of: (half: number) => number): (half: number) => number {
  const known = new Float64Array(4 * cells + 3).fill(Number.NaN)
  return (half) => {
    const at = half + 2 * cells + 1
    const found = known[at]!
    return Number.isNaN(found) ? (known[at] = of(half)) : found
  }
}

/** Mean number of steps a chain runs from its state 0 before it leaves: (1 - P)·steps = 1, by elimination. */
function solveMean(size: number, step: (from: number, to: number) => number): number {
  const rows = Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(size + 1)
    for (let j = 0; j < size; j++) row[j] = (i === j ? 1 : 0) - step(i, j)
    row[size] = 1
    return row
  })
  // The matrix is dominated by its diagonal: no pivots.
  for (let p = size - 1; p > 0; p--) {
    const pivot = rows[p]!
    for (let i = 0; i < p; i++) {
      const row = rows[i]!
      const factor = row[p]! / pivot[p]!
      if (factor === 0) continue
      for (let j = 0; j < p; j++) row[j]! -= factor * pivot[j]!
      row[size]! -= factor * pivot[size]!
    }
  }
  return rows[0]![size]! / rows[0]![0]!
}
