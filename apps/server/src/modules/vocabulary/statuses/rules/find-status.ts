import type { StatusRow } from '../queries.ts'

/** @param wanted the key of a status that is not retired, else a category: its default status. Null: neither. */
export function findStatus(statuses: readonly StatusRow[], wanted: string): StatusRow | null {
  return statuses.find((s) => s.key === wanted && !s.retired) ?? statuses.find((s) => s.category === wanted && s.isDefault) ?? null
}
