// A tree as rows to choose from: parents before their children, each with its depth; a search keeps the way to what it finds.
export interface Node { id: string; parentId?: string | null | undefined; name: string; retired?: boolean | undefined }
export interface TreeRow { id: string; name: string; depth: number; /** From the root, itself included. */ path: readonly string[] }

/** What is retired is left out, unless it is `kept` (the present value). An orphan stands at the root. */
export function treeRows(nodes: readonly Node[], kept: string | null = null): TreeRow[] {
  const shown = nodes.filter(({ id, retired }) => !retired || id === kept)
  const known = new Set(shown.map(({ id }) => id))
  const below = Map.groupBy(shown, ({ parentId }) => (typeof parentId === 'string' && known.has(parentId) ? parentId : null))
  const rows: TreeRow[] = []
  const visit = (parent: string | null, path: readonly string[], seen: ReadonlySet<string>) => {
    for (const { id, name } of below.get(parent) ?? []) {
      if (seen.has(id)) continue
      rows.push({ id, name, depth: path.length, path: [...path, name] })
      visit(id, [...path, name], new Set([...seen, id]))
    }
  }
  visit(null, [], new Set())
  return rows
}

/** Without case and diacritics: "zolc" finds "Żółć". */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'l').toLowerCase()

/** Rows whose path holds each word, with everything above them. */
export function searchTree(rows: readonly TreeRow[], search: string): TreeRow[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  const found = rows.filter(({ path }) => words.every((word) => folded(path.join(' ')).includes(word)))
  return rows.filter((row) => found.some(({ path }) => row.path.length <= path.length && row.path.every((name, index) => path[index] === name)))
}
