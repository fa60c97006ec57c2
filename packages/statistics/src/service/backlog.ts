import { assertFinite } from '../amount.ts'

/** Any clock that runs forwards (milliseconds, say); `closed` is null while it is open. A ticket that was reopened has several. */
export interface OpenInterval {
  opened: number
  closed: number | null
}

/** How many were open at an instant: opened ≤ at < closed. @throws RangeError unless instants are finite and none is closed before it was opened. */
export function backlogAt({ intervals, at }: { intervals: readonly OpenInterval[], at: number }): number {
  return agesAt({ intervals, at }).length
}

/** How long those had been open, the oldest first, in the unit of the instants. @throws RangeError as backlogAt does. */
export function agesAt({ intervals, at }: { intervals: readonly OpenInterval[], at: number }): number[] {
  assertFinite('at', at)
  for (const { opened, closed } of intervals) {
    assertFinite('opened', opened)
    if (closed === null) continue
    assertFinite('closed', closed)
    if (closed < opened) throw new RangeError(`Nothing is closed before it was opened; it was opened at ${opened} and closed at ${closed}.`)
  }
  return intervals.filter(({ opened, closed }) => opened <= at && (closed === null || at < closed)).map(({ opened }) => at - opened).sort((a, b) => b - a)
}

/**
 * The backlog by age: with the edges 1 day and 7 days how many are younger than a day, from a day on, from seven on; an age on
 * an edge belongs to the older. Always one more than there are edges.
 * @throws RangeError as backlogAt does, and unless the edges rise from above 0.
 */
export function backlogByAge({ intervals, at, edges }: { intervals: readonly OpenInterval[], at: number, edges: readonly number[] }): number[] {
  if (edges.some((edge, i) => !(edge > (edges[i - 1] ?? 0) && edge < Infinity))) throw new RangeError(`The edges of ages rise from above 0; they were ${edges.join(', ')}.`)
  const counts = Array.from({ length: edges.length + 1 }, () => 0)
  for (const age of agesAt({ intervals, at })) counts[edges.findLastIndex((edge) => age >= edge) + 1]! += 1
  return counts
}
