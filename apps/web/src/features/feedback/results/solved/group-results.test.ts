// Guards the matrix: groups add up to their rows, and an empty group does not stand there as a row of zeros.
import { expect, test } from 'vitest'
import { groupResults } from './group-results.ts'

const row = (result: string | null, high: number, middle: number, low: number) => ({ result, high, middle, low, n: high + middle + low })

test('other results are one group that names them', () => {
  expect(groupResults([row('solved', 60, 8, 4), row('partly', 1, 2, 3), row(null, 5, 0, 0), row('rejected', 0, 0, 7)])).toEqual([
    { solved: 'solved', high: 60, middle: 8, low: 4, n: 72, results: [{ result: 'solved', n: 72 }] },
    { solved: 'not-solved', high: 1, middle: 2, low: 10, n: 13, results: [{ result: 'partly', n: 6 }, { result: 'rejected', n: 7 }] },
    { solved: 'unknown', high: 5, middle: 0, low: 0, n: 5, results: [] },
  ])
})

test('without rows there are no groups', () => {
  expect(groupResults([])).toEqual([])
  expect(groupResults([row('solved', 0, 0, 0)])).toEqual([])
})
