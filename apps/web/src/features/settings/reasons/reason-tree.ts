// The tree of reasons as the settings show it: rows from the root down, and where one may not be put.
import type { Reason } from '@kontuar/contracts'
import { folded } from '../../../ui/pickers/tree.ts'

export interface ReasonRow { reason: Reason; name: string; depth: number; /** In use, of the same parent, in their order. */ siblings: readonly Reason[]; hasChildren: boolean }

const inUse = (reason: Reason) => !reason.retired && reason.mergedIntoId === null

export function reasonRows(reasons: readonly Reason[], nameOf: (reason: Reason) => string): ReasonRow[] {
  const used = reasons.filter(inUse)
  const known = new Set(used.map(({ id }) => id))
  const below = Map.groupBy(used, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const rows: ReasonRow[] = []
  const visit = (parentId: string | null, depth: number) => {
    const siblings = below.get(parentId) ?? []
    // Six levels is the most there can be; a loop in what was sent must not hang the screen.
    if (depth > 12) return
    for (const reason of siblings) {
      rows.push({ reason, name: nameOf(reason), depth, siblings, hasChildren: below.has(reason.id) })
      visit(reason.id, depth + 1)
    }
  }
  visit(null, 0)
  return rows
}

/** Rows that hold every word in their name, or stand above one that does. */
export function foundRows(rows: readonly ReasonRow[], search: string): ReasonRow[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...rows]
  const names = new Map(rows.map(({ reason, name }) => [reason.id, name]))
  const hits = rows.filter(({ reason }) => words.every((word) => folded(reason.path.map((id) => names.get(id) ?? '').join(' ')).includes(word)))
  const kept = new Set(hits.flatMap(({ reason }) => reason.path))
  return rows.filter(({ reason }) => kept.has(reason.id))
}

/** Whether `reason` is `ancestorId` or stands below it. */
export const isWithin = (reason: Reason, ancestorId: string): boolean => reason.path.includes(ancestorId)
