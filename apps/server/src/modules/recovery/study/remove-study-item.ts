import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

/** @throws Refusal `not-found` */
export async function removeStudyItem(tx: Tx, id: string): Promise<void> {
  const gone = isId(id) ? await tx.query('delete from study_item where org_id = $1 and id = $2 returning id', [tx.orgId, id], 'remove-study-item') : []
  if (gone.length === 0) throw notFound('item of a collection')
}
