import type { Tx } from '../../../platform/db/database.ts'
import { refuseUnknownSet } from './list-study-sets.ts'

/** What is in it stays where it is. @throws Refusal `not-found` */
export async function retireStudySet(tx: Tx, id: string): Promise<void> {
  await refuseUnknownSet(tx, id)
  await tx.query('update study_set set retired_at = now() where org_id = $1 and id = $2', [tx.orgId, id], 'retire-study-set')
}
