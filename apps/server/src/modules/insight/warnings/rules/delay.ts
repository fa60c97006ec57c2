// How soon a change is found: what the page promises. The distribution of the sum is followed period by period from the change on, while the
// past it is measured by fills up with the change itself.
import { normalTail } from '@kontuar/statistics'
import type { Chart } from './cusum.ts'

const cells = 60
/** The promise holds nine times in ten. */
const often = 0.9
/** What is not found in eight weeks has become usual by then. */
export const longestDelay = 56

/**
 * In days, from the change until it is found nine times in ten; null: not within eight weeks.
 * @param shiftAfter in scores, after so many days of the change
 * @param periodDays length of a period; the change begins anywhere in one, which is lost
 */
export function daysToFind(chart: Chart, periodDays: number, shiftAfter: (days: number) => number): number | null {
  const { limit, k, h } = chart
  const width = h / cells
  let standing = new Float64Array(cells + 1)
  standing[0] = 1
  let left = 1
  for (let period = 1; period * periodDays <= longestDelay; period++) {
    const shift = shiftAfter((period - 0.5) * periodDays)
    const next = new Float64Array(cells + 1)
    const gone = limit === Infinity ? 0 : normalTail(limit - shift)
    for (const [i, chance] of standing.entries()) {
      if (chance === 0) continue
      const from = i === 0 ? 0 : (i - 0.5) * width
      let before = 0
      for (let j = 0; j <= cells; j++) {
        const reach = Math.max(0, Math.min(1 - gone, 1 - normalTail(Math.min(limit, j * width - from + k) - shift)))
        next[j]! += chance * (reach - before)
        before = reach
      }
    }
    standing = next
    left = standing.reduce((sum, chance) => sum + chance, 0)
    if (left <= 1 - often) return period * periodDays + (periodDays > 1 ? periodDays / 2 : 0)
  }
  return null
}
