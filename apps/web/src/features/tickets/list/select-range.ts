/** One row more or less; with an anchor all rows between, in the state the clicked row gets. */
export function selectRange(all: readonly string[], before: ReadonlySet<string>, id: string, anchor: string | null): ReadonlySet<string> {
  const on = !before.has(id)
  const next = new Set(before)
  const [from, to] = [all.indexOf(anchor ?? id), all.indexOf(id)]
  const touched = from < 0 || to < 0 ? [id] : all.slice(Math.min(from, to), Math.max(from, to) + 1)
  for (const each of touched) if (on) next.add(each); else next.delete(each)
  return next
}
