// The false alarms people bear, shared out over everything that is watched.

export interface Claim {
  key: string
  /** Each kind of check has the same share of the whole, whether it watches one place or forty. */
  kind: string
  weight: number
  /** What it could give at most; what one cannot use is for the others. */
  most: number
}

/** How many a month each may give; together all of them, as far as they can be used. @param quieter key → divided by this, after people called it a false alarm */
export function shareBudget(perMonth: number, claims: readonly Claim[], quieter: ReadonlyMap<string, number> = new Map()): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { kind, weight } of claims) weights.set(kind, (weights.get(kind) ?? 0) + weight)
  const shares = claims.map((claim) => ({ ...claim, part: claim.weight / weights.get(claim.kind)! / weights.size }))
  const given = (scale: number) => shares.map(({ part, most }) => Math.min(most, scale * part))
  const total = (scale: number) => given(scale).reduce((sum, n) => sum + n, 0)
  let [low, high] = [perMonth, perMonth]
  if (total(high) < perMonth) {
    while (total(high) < perMonth && high < perMonth * 1e6) high *= 2
    for (let i = 0; i < 50; i++) {
      const middle = (low + high) / 2
      if (total(middle) < perMonth) low = middle
      else high = middle
    }
  }
  const allowed = given(high)
  return new Map(shares.map(({ key }, i) => [key, allowed[i]! / (quieter.get(key) ?? 1)]))
}
