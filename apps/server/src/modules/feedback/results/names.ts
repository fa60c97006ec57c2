// What ids are called. Ids of other kinds (languages, roads, channels, versions) are their own names.
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'

const tables = { location: 'location', team: 'team', staff: 'staff', queue: 'queue', touchpoint: 'touchpoint', kiosk: 'kiosk' } as const
export type NamedKind = keyof typeof tables
export const isNamed = (kind: string): kind is NamedKind => kind in tables

export async function readNames(tx: Tx, kind: NamedKind, ids: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids)].filter(isId)
  if (asked.length === 0) return new Map()
  return new Map((await tx.query<{ id: string; name: string }>(`select id, name from ${tables[kind]} where org_id = $1 and id = any ($2)`, [tx.orgId, asked], `names-of-${kind}`)).map((r) => [r.id, r.name]))
}
