// Reading tags.
import type { Tag } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

const columns = 'id, name, colour, retired_at is not null as retired'

/** All, the retired too, since things bear them still. */
export const readTags = (tx: Tx): Promise<Tag[]> => tx.query<Tag>(`select ${columns} from tag where org_id = $1 order by lower(name), id`, [tx.orgId], 'read-tags')

/** @throws Refusal `not-found`. */
export async function getTag(tx: Tx, id: string): Promise<Tag> {
  const [row] = isId(id) ? await tx.query<Tag>(`select ${columns} from tag where org_id = $1 and id = $2`, [tx.orgId, id], 'get-tag') : []
  if (row === undefined) throw notFound('tag')
  return row
}
