// What is drawn: from seeded numbers, so that two installations of one day show the same.
import { seeded } from './seeded.ts'

export interface Chance {
  /** From 0 to 1. */
  next(): number
  happens(share: number): boolean
  between(low: number, high: number): number
  one<T>(of: readonly T[]): T
  /** By weight; weights need not sum up to 1. */
  weighted<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T
  /** How many of what comes independently of each other, so many on average. */
  count(average: number): number
  /** A duration like most waits: half of them shorter than the median, a few very long. @param spread of the logarithm; 1 is usual for waits */
  wait(median: number, spread: number): number
}

export function chanceOf(seed: number): Chance {
  const next = seeded(seed)
  const chance: Chance = {
    next,
    happens: (share) => next() < share,
    between: (low, high) => low + next() * (high - low),
    one: (of) => of[Math.floor(next() * of.length)]!,
    weighted(weights) {
      const entries = Object.entries(weights) as [never, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)!)[0]
    },
    // Knuth, The Art of Computer Programming 3.4.1: exact, and quick for the few dozen a day there are here.
    count(average) {
      const limit = Math.exp(-average)
      let many = 0
      for (let product = next(); product > limit; product *= next()) many++
      return many
    },
    wait: (median, spread) => median * Math.exp(spread * normal(next)),
  }
  return chance
}

/**
 * As `count`, but what came too much now comes less the next days: for what is meant to be seen, which a wave of chance must not hide.
 * A generator for each kind of thing.
 */
export function steadily(chance: Chance): (average: number) => number {
  let owed = 0.5
  return (average) => {
    owed += average
    const many = Math.max(0, Math.floor(owed + chance.between(-0.5, 0.5)))
    owed -= many
    return many
  }
}

/** Box and Muller, 1958. */
const normal = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
