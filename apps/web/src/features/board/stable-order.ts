/** Known things keep their places, new ones come after them: nothing jumps under the hand. */
export function inKnownOrder<T>(items: readonly T[], keyOf: (item: T) => string, known: readonly string[]): T[] {
  const place = new Map(known.map((key, index) => [key, index]))
  return items.map((item, index) => ({ item, at: place.get(keyOf(item)) ?? known.length + index })).toSorted((a, b) => a.at - b.at).map(({ item }) => item)
}
