// Windows that move forward over what was read once: what enters is added, what leaves is taken away again.
import type { Tallies } from '../figures/figure.ts'
import { noMember } from '../../sums/cells.ts'
import type { Period } from '../time.ts'
import { daysOfZone } from '../zone-days.ts'
import type { Bins, Sum } from './ask.ts'
import type { PartRows } from './read-parts.ts'
import { Tally } from './tally.ts'

interface Row { at: number; side: number; sum: Sum | null; bins: Bins | null }

export interface Slide {
  /** The windows of one moment; each must not begin or end before the one of its place in the call before. */
  at(windows: readonly Period[]): ReadonlyMap<string, Tallies>[]
  /** The same with its days in another order. @param to of a day numbered from 1970 the day it becomes */
  withDays(to: (day: number) => number): Slide
  /** From its beginning again. */
  again(): Slide
}

interface Options { sides: number; zone: string; level: boolean }

export function slideOver(read: readonly (readonly PartRows[])[], options: Options): Slide {
  const rows: Row[] = read.flatMap((parts, i) => parts.flatMap(({ sums, bins }, side) => [
    ...sums.map((sum): Row => ({ at: isBase(i, options) ? -Infinity : sum.at, side, sum, bins: null })), ...bins.map((some): Row => ({ at: isBase(i, options) ? -Infinity : some.at, side, sum: null, bins: some })),
  ]))
  return slideOf(rows.filter((r) => (r.sum ?? r.bins)!.member !== noMember), options)
}

const isBase = (i: number, { level }: Options) => level && i === 0

function slideOf(given: readonly Row[], options: Options): Slide {
  const rows = given.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
  const windows: { low: number; high: number; found: Map<string, Tallies> }[] = []
  const move = (found: Map<string, Tallies>, { side, sum, bins }: Row, sign: 1 | -1) => {
    const { member } = (sum ?? bins)!
    let tallies = found.get(member)
    if (tallies === undefined) {
      const top = new Tally()
      found.set(member, tallies = { top, bottom: options.sides === 1 ? top : new Tally() })
    }
    const tally = side === 0 ? tallies.top : tallies.bottom
    if (sum !== null) tally.add(sum, sign)
    else tally.addBins(sign === 1 ? bins! : { ...bins!, counts: bins!.counts.map((n) => -n) })
  }
  return {
    at: (asked) => asked.map(({ from, to }, i) => {
      const window = (windows[i] ??= { low: 0, high: 0, found: new Map() })
      for (; window.high < rows.length && rows[window.high]!.at < to; window.high++) move(window.found, rows[window.high]!, 1)
      // Of what is open nothing leaves but by leaving.
      if (!options.level) for (; window.low < window.high && rows[window.low]!.at < from; window.low++) move(window.found, rows[window.low]!, -1)
      return window.found
    }),
    withDays: (to) => {
      const days = daysOfZone(options.zone)
      return slideOf(rows.map((row) => {
        if (row.at === -Infinity) return row
        const day = days.dayAt(row.at)
        return { ...row, at: days.start(to(day)) + row.at - days.start(day) }
      }), options)
    },
    again: () => slideOf(rows, options),
  }
}
