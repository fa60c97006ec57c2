// Until packages/statistics has them: counts with their exposure.
import { poissonTails } from '@kontuar/statistics'

/** Garwood. */
export function poissonInterval(count: number): { low: number; high: number } {
  const search = (holds: (mean: number) => boolean, from: number, to: number) => {
    let [low, high] = [from, to]
    for (let i = 0; i < 80; i++) { const middle = (low + high) / 2; if (holds(middle)) low = middle; else high = middle }
    return (low + high) / 2
  }
  const far = count + 10 * Math.sqrt(count + 1) + 10
  return { low: count === 0 ? 0 : search((mean) => poissonTails({ count, mean }).atLeast < 0.025, 0, count), high: search((mean) => poissonTails({ count, mean }).atMost > 0.025, count, far) }
}

export function poissonRateRatio({ before, after }: { before: { count: number; exposure: number }; after: { count: number; exposure: number } }): { low: number; high: number | null } | null {
  if (before.count === 0 && after.count === 0) return null
  const ratio = (after.count + 0.5) / after.exposure / ((before.count + 0.5) / before.exposure)
  const margin = 1.96 * Math.sqrt(1 / (after.count + 0.5) + 1 / (before.count + 0.5))
  return { low: ratio * Math.exp(-margin), high: before.count === 0 ? null : ratio * Math.exp(margin) }
}
