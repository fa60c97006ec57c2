// Reading causes: what lay behind a complaint or a low score, in the organization's own words.
import type { Cause } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

const columns = 'id, name, position, retired_at is not null as retired'

/** All, the retired too, since things were called by them: those in use first, in the order people gave them. */
export const readCauses = (tx: Tx): Promise<Cause[]> => tx.query<Cause>(`select ${columns} from cause where org_id = $1 order by retired_at is not null, position, lower(name), id`, [tx.orgId], 'read-causes')

/** @throws Refusal `not-found`. */
export async function getCause(tx: Tx, id: string): Promise<Cause> {
  const [row] = isId(id) ? await tx.query<Cause>(`select ${columns} from cause where org_id = $1 and id = $2`, [tx.orgId, id], 'get-cause') : []
  if (row === undefined) throw notFound('cause')
  return row
}
