import type { Static } from 'typebox'
import type { CustomerPatch } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

/** A name typed by staff is from then on theirs: no mail changes it. */
export async function changeCustomer(tx: Tx, id: string, patch: Static<typeof CustomerPatch>): Promise<void> {
  const changed = isId(id) ? await tx.query(
    `update customer set name = coalesce($3, name), name_source = case when $3::text is null then name_source else 'staff' end,
       language = case when $4 then $5 else language end, note = coalesce($6, note), updated_at = now()
     where org_id = $1 and id = $2 returning id`,
    [tx.orgId, id, patch.name?.trim(), patch.language !== undefined, patch.language ?? null, patch.note], 'change-customer') : []
  if (changed.length === 0) throw notFound('customer')
  tx.publish({ name: 'customers.customerChanged', ids: { customerId: id } })
}
