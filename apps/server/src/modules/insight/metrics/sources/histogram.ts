// How many lie in each bin. A row of numbers, not a map: medians of five hundred people are each held against all others, which with maps took as
// long as reading them.
const nothing = new Float64Array(0)

export class Histogram {
  /** The bin of the first place. */
  #low = 0
  #counts = nothing

  add(bins: readonly number[], counts: readonly number[]): void {
    for (let i = 0; i < bins.length; i++) {
      const bin = bins[i]!
      this.#makeRoom(bin, bin)
      this.#counts[bin - this.#low]! += counts[i]!
    }
  }

  take(other: Histogram, sign: 1 | -1): void {
    if (other.#counts.length === 0) return
    this.#makeRoom(other.#low, other.#low + other.#counts.length - 1)
    const shift = other.#low - this.#low
    for (let i = 0; i < other.#counts.length; i++) this.#counts[i + shift]! += sign * other.#counts[i]!
  }

  /** By ascending bin, and only what something lies in: less than nothing is a fact taken back whose first half is counted elsewhere. */
  entries(): [bin: number, count: number][] {
    const found: [number, number][] = []
    for (let i = 0; i < this.#counts.length; i++) if (this.#counts[i]! > 0) found.push([i + this.#low, this.#counts[i]!])
    return found
  }

  get n(): number {
    let n = 0
    for (const count of this.#counts) if (count > 0) n += count
    return n
  }

  /** The bin of the `rank`-th value, from 1 in ascending order; null where there are fewer. */
  binAtRank(rank: number): number | null {
    let before = 0
    for (let i = 0; i < this.#counts.length; i++) if (this.#counts[i]! > 0 && (before += this.#counts[i]!) >= rank) return i + this.#low
    return null
  }

  #makeRoom(low: number, high: number): void {
    if (this.#counts.length > 0 && low >= this.#low && high < this.#low + this.#counts.length) return
    const from = this.#counts.length === 0 ? low : Math.min(low, this.#low)
    const to = this.#counts.length === 0 ? high : Math.max(high, this.#low + this.#counts.length - 1)
    // Bins come one by one, so a little more than is needed now.
    const counts = new Float64Array(to - from + 17)
    counts.set(this.#counts, this.#counts.length === 0 ? 0 : this.#low - from)
    this.#low = from
    this.#counts = counts
  }
}
