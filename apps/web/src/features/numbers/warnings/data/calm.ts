// A list that does not jump: what is shown keeps its order while it is read, and what is new waits above for being called. Pure.
interface Item { id: string }

/**
 * @param known in the order they are shown; empty: nothing was shown yet
 * @param pages as the server gives them, newest first; later pages come below and are no news
 */
export function calm<T extends Item>(known: readonly string[], pages: readonly (readonly T[])[], order: (one: T, other: T) => number): { shown: T[]; news: T[] } {
  const [first = [], ...more] = pages
  const all = new Map(pages.flat().map((item) => [item.id, item]))
  const isKnown = new Set(known)
  if (known.length === 0) return { shown: [...[...first].sort(order), ...more.flat()], news: [] }
  const below = more.flat().filter(({ id }) => !isKnown.has(id))
  return { shown: [...known.flatMap((id) => all.get(id) ?? []), ...below], news: first.filter(({ id }) => !isKnown.has(id)) }
}
