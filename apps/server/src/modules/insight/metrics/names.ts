// What the members of a dimension are called. Ids of other kinds (channels, languages) are their own names.
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import type { Cut } from './sources/ask.ts'
import type { FieldWords } from './where/fields.ts'

const tables = { location: 'location', team: 'team', staff: 'staff', queue: 'queue', touchpoint: 'touchpoint', survey: 'survey', reason: 'reason' } as const

export async function readNames(tx: Tx, cut: Cut, members: readonly string[], words: FieldWords): Promise<ReadonlyMap<string, string>> {
  if ('field' in cut) return new Map(words.customFields.find((f) => f.id === cut.field)?.options.map((o) => [o.id, o.name]))
  if (!(cut.dimension in tables)) return new Map()
  const kind = cut.dimension as keyof typeof tables
  const ids = members.filter(isId)
  if (ids.length === 0) return new Map()
  return new Map((await tx.query<{ id: string; name: string }>(`select id, name from ${tables[kind]} where org_id = $1 and id = any ($2)`, [tx.orgId, ids], `names-of-numbers-${kind}`)).map((r) => [r.id, r.name]))
}
