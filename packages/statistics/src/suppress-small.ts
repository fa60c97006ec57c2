/*
 * Under five answers no breakdown, and what is hidden must not come back by subtraction from the total that stands above
 * it. The reader is taken to know the total, the shown cells and this very rule.
 *
 * Hidden is always "the cells up to a count": whatever values the hidden cells have, any exchange of them would have led to
 * the same screen. So as soon as they are not all equal, each one has at least two possible values, also for a reader who
 * runs the rule backwards. Where they are all equal, to v, the reader must still take v - 1 and v + 1 for possible; that
 * holds up to minimum - 2, and one more cell is hidden where it does not ({ 4, 4, 4 } can only be three fours).
 *
 * A zero is shown while nothing is hidden, and hidden with the rest otherwise: five hidden cells that add up to 5 would be
 * five ones for a reader who knows that none of them is empty, and of an anonymous survey "nobody of this team answered" is
 * said of each of them. Hidden together are at least `minimum` answers, since subtraction also gives their common figure.
 *
 * Not guarded: two breakdowns that cross (location by team), and totals of two filters that differ by a few people.
 */
import { assertCount } from './count.ts'

/**
 * The keys of the cells to hide, of a breakdown whose total is known. Empty where no cell has 0 < n < minimum. Where even
 * all but the largest do not suffice, all are hidden. A single cell equals the total; where it is small, the total must be
 * hidden as well, and that is the caller's matter.
 * @throws RangeError for a count that is not a whole number from 0, a minimum below 1, or a key that stands twice.
 */
export function suppressSmall<K>(cells: readonly { key: K, n: number }[], minimum = 5): Set<K> {
  if (!Number.isSafeInteger(minimum) || minimum < 1) throw new RangeError(`The smallest count that is shown is a whole number from 1; it was ${minimum}.`)
  for (const { n } of cells) assertCount('n', n)
  if (new Set(cells.map(({ key }) => key)).size < cells.length) throw new RangeError('Each key stands once in a breakdown.')
  if (!cells.some(({ n }) => isSmall(n, minimum))) return new Set()

  const counts = cells.map(({ n }) => n).sort((a, b) => a - b)
  let hidden = counts.filter((n) => n < minimum)
  while (hidden.length < counts.length && !isSafe(hidden, minimum)) {
    const next = counts[hidden.length]!
    hidden = counts.filter((n) => n <= next)
  }
  const most = hidden.at(-1)!
  return new Set(cells.filter(({ n }) => n <= most).map(({ key }) => key))
}

const isSmall = (n: number, minimum: number) => n > 0 && n < minimum

/** Of counts in ascending order. */
function isSafe(hidden: readonly number[], minimum: number): boolean {
  if (hidden.length < 2 || hidden.reduce((sum, n) => sum + n, 0) < minimum) return false
  return hidden[0] !== hidden.at(-1) || hidden[0]! <= minimum - 2
}
