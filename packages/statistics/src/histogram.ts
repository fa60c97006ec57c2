import { assertCount } from './count.ts'

/** How many gave each value: `{ 9: 4, 10: 2 }`. A value that nobody gave may be left out. */
export type Histogram = Readonly<Record<number, number>>

/**
 * The values with their counts, all within the scale.
 * @throws RangeError for a value that is not a whole number from `lowest` to `highest`, even when nobody gave it: it shows
 * that another scale is meant.
 */
export function readHistogram(histogram: Histogram, lowest: number, highest: number): { value: number, count: number }[] {
  return Object.entries(histogram).map(([key, count]) => {
    const value = Number(key)
    if (String(value) !== key || !Number.isInteger(value) || value < lowest || value > highest) throw new RangeError(`A value is a whole number from ${lowest} to ${highest}; it was ${key}.`)
    assertCount(`The count of value ${key}`, count)
    return { value, count }
  })
}

export const countWhere = (values: readonly { value: number, count: number }[], belongs: (value: number) => boolean): number =>
  values.reduce((sum, { value, count }) => belongs(value) ? sum + count : sum, 0)
