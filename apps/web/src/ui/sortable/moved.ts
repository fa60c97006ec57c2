/** The list with one entry taken from its place and put in at another. Places outside the list mean its ends. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.toSpliced(from, 1)
  const taken = items[from]
  return taken === undefined ? [...items] : rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, taken)
}

/** Where something let go at the height `y` stands among the others, whose middles these are (from the top, in pixels). */
export const placeAt = (y: number, middles: readonly number[]): number => middles.filter((middle) => middle < y).length
