// Sums put together: what a figure is computed from.
import type { MeasureName } from '../../facts/measures.ts'
import type { Bins, Sum } from './ask.ts'
import { Histogram } from './histogram.ts'

export interface Total { n: number; total: number; squares: number }
const nothing: Total = { n: 0, total: 0, squares: 0 }

export class Tally {
  readonly #totals = new Map<MeasureName, Total>()
  readonly #bins = new Map<MeasureName, Histogram>()

  static of(sums: readonly Sum[], bins: readonly Bins[] = []): Tally {
    const tally = new Tally()
    for (const sum of sums) tally.add(sum)
    for (const some of bins) tally.addBins(some)
    return tally
  }

  add({ measure, n, total, squares }: Pick<Sum, 'measure' | keyof Total>, sign = 1): void {
    const known = this.#totals.get(measure)
    if (known === undefined) this.#totals.set(measure, { n: sign * n, total: sign * total, squares: sign * squares })
    else { known.n += sign * n; known.total += sign * total; known.squares += sign * squares }
  }

  addBins({ measure, bins, counts }: Pick<Bins, 'measure' | 'bins' | 'counts'>): void {
    this.#binsOf(measure).add(bins, counts)
  }

  #binsOf(measure: MeasureName): Histogram {
    const known = this.#bins.get(measure) ?? new Histogram()
    this.#bins.set(measure, known)
    return known
  }

  /** Of several measures together. */
  of(names: readonly MeasureName[]): Total {
    return names.reduce((sum, name) => {
      const { n, total, squares } = this.#totals.get(name) ?? nothing
      return { n: sum.n + n, total: sum.total + total, squares: sum.squares + squares }
    }, nothing)
  }

  /** Of several measures together. */
  bins(names: readonly MeasureName[]): Histogram {
    const [only, ...others] = names.flatMap((name) => this.#bins.get(name) ?? [])
    if (only !== undefined && others.length === 0) return only
    const found = new Histogram()
    for (const each of only === undefined ? [] : [only, ...others]) found.take(each, 1)
    return found
  }

  /** Of this and these together. */
  and(...others: readonly Tally[]): Tally {
    const sum = new Tally()
    for (const tally of [this, ...others]) sum.#take(tally, 1)
    return sum
  }

  /** Of this without that, which is part of it. */
  without(part: Tally): Tally {
    const rest = new Tally()
    rest.#take(this, 1)
    rest.#take(part, -1)
    return rest
  }

  #take(tally: Tally, sign: 1 | -1): void {
    for (const [measure, total] of tally.#totals) this.add({ measure, ...total }, sign)
    for (const [measure, bins] of tally.#bins) this.#binsOf(measure).take(bins, sign)
  }
}

/** Rows by something of theirs. */
export function talliesBy<K>(sums: readonly Sum[], bins: readonly Bins[], keyOf: (row: { member: string; at: number }) => K): Map<K, Tally> {
  const tallies = new Map<K, Tally>()
  const at = (key: K) => {
    const known = tallies.get(key) ?? new Tally()
    tallies.set(key, known)
    return known
  }
  for (const sum of sums) at(keyOf(sum)).add(sum)
  for (const some of bins) at(keyOf(some)).addBins(some)
  return tallies
}
