// How much days differ beyond chance: 1/size of the negative binomial law, learned day by day and slowly forgotten.

export interface Spread {
  /** Sums over days with their expected counts m: squares beyond chance, m², m³, m⁴. */
  excess: number
  m2: number
  m3: number
  m4: number
}

export const noSpread: Spread = { excess: 0, m2: 0, m3: 0, m4: 0 }

/** Half is forgotten in half a year. */
const kept = 0.5 ** (1 / 182)

/**
 * One more day. @param past events on so many (`days`) days like it @param ratio exposure of the day / exposure of those days
 * E (x - m)² = m(1 + ratio) + m²/size·(1 + 1/days), and E m² is m·ratio too large, m being counted too.
 */
export function learnDay(spread: Spread, { count, past, ratio, days }: { count: number; past: number; ratio: number; days: number }): Spread {
  const m = past * ratio
  if (days < 2 || m === 0) return spread
  return { excess: spread.excess * kept + (count - m) ** 2 - m * (1 + ratio), m2: spread.m2 * kept + Math.max(0, m * m - m * ratio) * (1 + 1 / days), m3: spread.m3 * kept + m ** 3, m4: spread.m4 * kept + m ** 4 }
}

/** Never below 0: days that differ less than chance allows are luck. */
export const dispersionOf = ({ excess, m2 }: Spread): number => (m2 <= 0 ? 0 : Math.max(0, excess / m2))

/** As of how many days the variance of a count with this mean is known. */
export function freedomOf(spread: Spread, mean: number, dispersion: number): number {
  if (dispersion === 0 || mean === 0) return Infinity
  const learned = dispersionOf(spread)
  if (learned === 0) return Infinity
  const variance = 2 * (spread.m2 + 2 * learned * spread.m3 + learned * learned * spread.m4) / (spread.m2 * spread.m2)
  const part = dispersion * mean / (1 + dispersion * mean)
  return 2 * learned * learned / (part * part * variance)
}
