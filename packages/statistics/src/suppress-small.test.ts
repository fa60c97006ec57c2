/*
 * Guards small groups. The reader is the strongest there is: he knows the total, the shown cells, the minimum and this very
 * rule, and lists every breakdown that would have led to the same screen. In none of them may a hidden cell be certain.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suppressSmall } from './suppress-small.ts'

const keyed = (counts: readonly number[]) => counts.map((n, key) => ({ key, n }))
const hiddenCounts = (counts: readonly number[], minimum?: number) => {
  const hidden = suppressSmall(keyed(counts), minimum)
  return counts.filter((_, key) => hidden.has(key))
}

test.each([
  [[20, 30, 40], [], 'nothing is small'],
  [[5, 5, 30], [], 'five is enough'],
  [[0, 0, 30], [], 'an empty cell alone hides nothing'],
  [[4, 20, 30], [4, 20], 'one hidden cell would be the rest'],
  [[3, 4, 30], [3, 4], 'two that make seven'],
  [[1, 2, 20, 30], [1, 2, 20], 'two that make three are too few'],
  [[1, 20, 20, 30], [1, 20, 20], 'equal cells are hidden together'],
  [[2, 2, 2, 30], [2, 2, 2], 'three twos might be one and two and three'],
  [[4, 4, 30], [4, 4, 30], 'two fours could be nothing else'],
  [[0, 4, 3, 30], [0, 4, 3], 'an empty cell is hidden with the others'],
  [[1, 1, 1, 1, 1, 30], [1, 1, 1, 1, 1], 'five ones might be two, three and nothing'],
  [[4, 30], [4, 30], 'of two cells both'],
  [[1, 1], [1, 1], 'and where that does not help, all'],
  [[3], [3], 'a single cell is the total itself'],
  [[], [], 'nothing of nothing'],
])('of %j are hidden %j: %s', (counts, hidden) => {
  expect(hiddenCounts(counts)).toEqual(hidden)
})

test.each([[2, 5, 13], [3, 4, 12], [4, 4, 12], [5, 3, 22], [5, 4, 14]])('a minimum of %i, %i cells, up to %i answers: no hidden cell is certain, for whoever runs the rule backwards', (minimum, cells, most) => {
  const screens = new Map<string, Set<number>[]>()
  let hiding = 0
  for (const counts of breakdowns(cells, most)) {
    const hidden = suppressSmall(keyed(counts), minimum)
    if (hidden.size === 0) continue
    hiding++
    const screen = JSON.stringify([counts.reduce((sum, n) => sum + n, 0), counts.map((n, key) => hidden.has(key) ? 'hidden' : n)])
    const possible = screens.get(screen) ?? counts.map(() => new Set<number>())
    for (const key of hidden) possible[key]!.add(counts[key]!)
    screens.set(screen, possible)
  }
  expect(hiding).toBeGreaterThan(100)
  for (const [screen, possible] of screens) {
    if (possible.some((values) => values.size === 1)) expect.fail(`${screen} gives ${JSON.stringify(possible.map((values) => [...values]))}`)
  }
})

/** Every way to share up to so many answers among the cells. */
function* breakdowns(cells: number, most: number): Generator<number[]> {
  if (cells === 0) yield []
  else for (let n = 0; n <= most; n++) for (const rest of breakdowns(cells - 1, most - n)) yield [n, ...rest]
}

const counts = fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: 2, maxLength: 12 })

test('every small cell is hidden, never one alone, and together they hold the minimum unless nothing is shown', () => {
  fc.assert(fc.property(counts, fc.integer({ min: 1, max: 10 }), (cells, minimum) => {
    const hidden = suppressSmall(keyed(cells), minimum)
    cells.forEach((n, key) => { if (n > 0 && n < minimum) expect(hidden.has(key)).toBe(true) })
    if (hidden.size === 0) return
    expect(hidden.size).toBeGreaterThanOrEqual(2)
    const sum = cells.reduce((total, n, key) => hidden.has(key) ? total + n : total, 0)
    if (hidden.size < cells.length) expect(sum).toBeGreaterThanOrEqual(minimum)
  }))
})

test('any exchange of the hidden counts leads to the same screen, so only their common sum is told', () => {
  fc.assert(fc.property(counts, fc.infiniteStream(fc.nat()), (cells, random) => {
    const hidden = [...suppressSmall(keyed(cells))]
    const exchanged = [...cells]
    const values = hidden.map((key) => cells[key]!)
    for (const key of hidden) exchanged[key] = values.splice(random.next().value % values.length, 1)[0]!
    expect([...suppressSmall(keyed(exchanged))].sort()).toEqual(hidden.sort())
  }))
})

test('the order of the cells does not matter', () => {
  fc.assert(fc.property(counts, (cells) => {
    const forwards = suppressSmall(keyed(cells))
    expect(suppressSmall(keyed(cells).reverse())).toEqual(forwards)
  }))
})

test('counts that cannot be, a key that stands twice and a senseless minimum are refused', () => {
  expect(() => suppressSmall([{ key: 'a', n: -1 }])).toThrow(RangeError)
  expect(() => suppressSmall([{ key: 'a', n: 1.5 }])).toThrow(RangeError)
  expect(() => suppressSmall([{ key: 'a', n: 1 }, { key: 'a', n: 9 }])).toThrow('Each key stands once in a breakdown.')
  expect(() => suppressSmall([], 0)).toThrow(RangeError)
  expect(() => suppressSmall([], 2.5)).toThrow(RangeError)
})
