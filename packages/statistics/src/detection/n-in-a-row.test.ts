/* Guards "three bad answers in a row": once, again after a good answer, and never backwards. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRow, expectedWait, nextInRow, nInARow, type RowAnswer } from './n-in-a-row.ts'

/** `-` bad, `+` good, in the order in which they were given and arrived. */
const timely = (marks: string): RowAnswer[] => [...marks].map((mark, at) => ({ at, bad: mark === '-' }))

test.each([
  ['---', [2]],
  ['------', [2]],
  ['--+---', [5]],
  ['---+---', [2, 6]],
  ['---+--+---', [2, 9]],
  ['-+-+-+--', []],
  ['+++', []],
  ['', []],
])('three in a row of %s fire at %j', (marks, fires) => {
  expect(nInARow({ answers: timely(marks), n: 3 })).toEqual(fires)
})

test('one in a row fires at each first bad answer', () => {
  expect(nInARow({ answers: timely('-+--+-'), n: 1 })).toEqual([0, 2, 5])
})

test('a late bad answer fills the row without firing, and the next one in time fires', () => {
  const answers = [{ at: 1, bad: true }, { at: 3, bad: true }, { at: 2, bad: true }, { at: 4, bad: true }, { at: 5, bad: true }]
  expect(nInARow({ answers, n: 3 })).toEqual([3])
})

test('an imported answer does not fire, not even as the newest', () => {
  const answers = [{ at: 1, bad: true }, { at: 2, bad: true }, { at: 3, bad: true, imported: true }, { at: 4, bad: true }]
  expect(nInARow({ answers, n: 3 })).toEqual([3])
  expect(nInARow({ answers: timely('------').map((answer) => ({ ...answer, imported: true })), n: 3 })).toEqual([])
})

test('a late good answer ends what was given before it', () => {
  const answers = [{ at: 1, bad: true }, { at: 3, bad: true }, { at: 2, bad: false }, { at: 4, bad: true }, { at: 5, bad: true }]
  expect(nInARow({ answers, n: 3 })).toEqual([4])
})

test('a late good answer behind the one that fired arms anew, one before it does not', () => {
  const fired = timely('---')
  const behind = [...fired, { at: 6, bad: true }, { at: 5, bad: false }, { at: 7, bad: true }, { at: 8, bad: true }]
  expect(nInARow({ answers: behind, n: 3 })).toEqual([2, 6])
  const before = [...fired, { at: 0.5, bad: false }, { at: 3, bad: true }, { at: 4, bad: true }]
  expect(nInARow({ answers: before, n: 3 })).toEqual([2])
})

test('a good answer older than another good one changes nothing', () => {
  const answers = [{ at: 5, bad: false }, { at: 5, bad: true }, { at: 6, bad: true }, { at: 3, bad: false }, { at: 4, bad: true }, { at: 7, bad: true }]
  expect(nInARow({ answers, n: 3 })).toEqual([5])
})

test('of answers at the same moment the later arrival is the later one', () => {
  expect(nInARow({ answers: [{ at: 1, bad: true }, { at: 1, bad: true }, { at: 1, bad: false }, { at: 1, bad: true }], n: 2 })).toEqual([1])
  expect(nInARow({ answers: [{ at: 1, bad: false }, { at: 1, bad: true }, { at: 1, bad: true }], n: 2 })).toEqual([2])
})

test('what is remembered between two answers is plain data and says how long the row is', () => {
  let row = emptyRow
  const lengths = timely('--+-').map((answer) => {
    const step = nextInRow({ row: JSON.parse(JSON.stringify(row)) as typeof row, answer, n: 2 })
    row = step.row
    return [step.length, step.fires]
  })
  expect(lengths).toEqual([[1, false], [2, true], [0, false], [1, false]])
  expect(row).toEqual({ newestAt: 3, goodAt: 2, bad: [{ at: 3, fired: false }] })
  expect(emptyRow).toEqual({ newestAt: null, goodAt: null, bad: [] })
})

const arrivals = fc.array(fc.record({ at: fc.nat(30), bad: fc.boolean(), imported: fc.boolean() }), { maxLength: 60 })

test('whatever arrives, one row fires once at most, only in time, and only when it is long enough', () => {
  fc.assert(fc.property(arrivals, fc.integer({ min: 1, max: 4 }), (answers, n) => {
    const fires = nInARow({ answers, n })
    for (const index of fires) {
      // Slowly: all that arrived so far, in the order of the answers.
      const known = answers.slice(0, index + 1).map((answer, arrival) => ({ ...answer, arrival })).sort((a, b) => a.at - b.at || a.arrival - b.arrival)
      const row = known.slice(known.findLastIndex(({ bad }) => !bad) + 1)
      expect(known.at(-1)!.arrival).toBe(index)
      expect(answers[index]!.imported).toBe(false)
      expect(row.length).toBeGreaterThanOrEqual(n)
      expect(row.filter(({ arrival }) => fires.includes(arrival))).toHaveLength(1)
    }
  }))
})

test('where everything arrives in time it fires exactly where a row reaches n', () => {
  fc.assert(fc.property(fc.array(fc.boolean(), { maxLength: 80 }), fc.integer({ min: 1, max: 5 }), (marks, n) => {
    let length = 0
    const reached = marks.flatMap((bad, at) => (length = bad ? length + 1 : 0) === n ? [at] : [])
    expect(nInARow({ answers: marks.map((bad, at) => ({ at, bad })), n })).toEqual(reached)
  }))
})

test.each([
  [0.1, 3, 1110],
  [0.5, 3, 14],
  [0.2, 4, 780],
  [1, 5, 5],
  [0, 2, Infinity],
])('with a share of %f, %i in a row come after %f answers', (p, n, wait) => {
  expect(expectedWait({ p, n })).toBeCloseTo(wait, 9)
})

test('the wait is (p⁻ⁿ - 1)/(1 - p), and that of the chain it stands for', () => {
  fc.assert(fc.property(fc.double({ min: 0.05, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 6 }), (p, n) => {
    const wait = expectedWait({ p, n })
    expect(wait / ((p ** -n - 1) / (1 - p))).toBeCloseTo(1, 9)
    // After n - 1 in a row one more answer: it is done, or all begins again.
    if (n > 1) expect(wait).toBeCloseTo(expectedWait({ p, n: n - 1 }) + 1 + (1 - p) * wait, 6)
  }))
})

test('what cannot be is refused', () => {
  expect(() => nInARow({ answers: [], n: 0 })).toThrow('A row has a whole length from 1; it was 0.')
  expect(() => nInARow({ answers: [{ at: Number.NaN, bad: true }], n: 1 })).toThrow(RangeError)
  expect(() => expectedWait({ p: 1.1, n: 1 })).toThrow(RangeError)
  expect(() => expectedWait({ p: 0.5, n: 1.5 })).toThrow(RangeError)
})
