/*
 * N bad answers in a row at one location. Answers are ordered by when they were given, but they arrive as they please: a
 * tablet was offline, a list is imported. Such an answer takes its place in the row (a good one may end it), yet never
 * fires by itself: a warning of today about last Tuesday helps nobody.
 */
import { assertFinite, assertShare } from '../amount.ts'

export interface RowAnswer {
  /** When it was given, on any clock that runs forwards (milliseconds, say). */
  at: number
  bad: boolean
  /** Came from a list, not from a customer just now. */
  imported?: boolean
}

/** What has to be remembered of one stream. Plain data, to be stored between two answers. */
export interface Row {
  /** Time of the newest answer so far. */
  newestAt: number | null
  /** Time of the newest good answer; what was given before it is history. */
  goodAt: number | null
  /** The bad answers given since, in the order of their arrival. */
  bad: { at: number, fired: boolean }[]
}

export const emptyRow: Row = { newestAt: null, goodAt: null, bad: [] }

export interface RowStep {
  row: Row
  /** How many bad answers in a row there are now. */
  length: number
  fires: boolean
}

/**
 * Takes the next answer of one location. It fires at the first answer that makes the row n long, and not again until a good
 * answer has ended that row. A late answer (given before the newest one known) and an imported one never fire; where they
 * made the row long enough, the next bad answer that comes in time does. Of answers of the same moment the later arrival
 * counts as the later one.
 * @throws RangeError unless `at` is finite and n a whole number from 1.
 */
export function nextInRow({ row, answer, n }: { row: Row, answer: RowAnswer, n: number }): RowStep {
  assertFinite('at', answer.at)
  assertLength(n)
  const { at, bad, imported = false } = answer
  const late = row.newestAt !== null && at < row.newestAt
  const newestAt = late ? row.newestAt : at
  // Before the last good answer, whatever it says, it is history.
  if (row.goodAt !== null && at < row.goodAt) return { row, length: row.bad.length, fires: false }
  if (!bad) {
    const left = row.bad.filter((other) => other.at > at)
    return { row: { newestAt, goodAt: at, bad: left }, length: left.length, fires: false }
  }
  const fires = !late && !imported && row.bad.length + 1 >= n && !row.bad.some(({ fired }) => fired)
  return { row: { newestAt, goodAt: row.goodAt, bad: [...row.bad, { at, fired: fires }] }, length: row.bad.length + 1, fires }
}

/** Which of the answers, in the order of their arrival, fire: their places in that order. @throws RangeError as nextInRow does. */
export function nInARow({ answers, n }: { answers: readonly RowAnswer[], n: number }): number[] {
  assertLength(n)
  let row = emptyRow
  return [...answers.keys()].filter((index) => {
    const step = nextInRow({ row, answer: answers[index]!, n })
    row = step.row
    return step.fires
  })
}

/**
 * After how many answers, in the mean, n bad ones in a row come by chance alone, with a share p of bad answers: (p⁻ⁿ - 1)/(1 - p);
 * n where all are bad, Infinity where none is. At one bad answer in ten three in a row come once in 1110 answers.
 * @throws RangeError unless p is a share and n a whole number from 1.
 */
export function expectedWait({ p, n }: { p: number, n: number }): number {
  assertShare('p', p)
  assertLength(n)
  // As a sum, since p⁻ⁿ - 1 over 1 - p loses its digits where p is close to 1.
  let sum = 0
  for (let i = 1; i <= n; i++) sum += p ** -i
  return sum
}

function assertLength(n: number): void {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`A row has a whole length from 1; it was ${n}.`)
}
