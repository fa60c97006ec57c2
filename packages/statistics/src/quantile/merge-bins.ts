import type { Bins } from './duration-bins.ts'

/**
 * Adds histograms; negative counts take away, as a correction takes back what was counted before. Bins without count are left out.
 * @throws RangeError where less than nothing would be left, or for a count that is not whole.
 */
export function mergeBins(...histograms: readonly Bins[]): Map<number, number> {
  const sum = new Map<number, number>()
  for (const [bin, count] of histograms.flatMap((histogram) => [...histogram])) {
    if (!Number.isSafeInteger(count)) throw new RangeError(`A count is a whole number; it was ${count}.`)
    sum.set(bin, (sum.get(bin) ?? 0) + count)
  }
  for (const [bin, count] of sum) {
    if (count < 0) throw new RangeError(`Bin ${bin} would hold ${count}: more was taken back than counted.`)
    if (count === 0) sum.delete(bin)
  }
  return sum
}
