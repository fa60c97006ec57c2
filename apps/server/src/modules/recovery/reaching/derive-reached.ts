/*
 * The first time a person spoke with the customer after the low score, as the diary tells it: written to them, or called or met with them.
 * Derived anew whenever the diary of the customer changed, so that doubled and late entries end the same, and a call recorded on Friday for
 * Tuesday counts on Tuesday. A mail called back before it left was no contact.
 */
import type { Tx } from '../../../platform/db/database.ts'
import { publishRecovery, type AboutRecovery } from '../publish-recovery.ts'

export const humanReachSql = (i: string): string => `${i}.staff_id is not null and not ${i}.automatic and ((${i}.kind = 'message' and ${i}.direction = 'out') or ${i}.kind in ('call', 'visit'))
  and not exists (select from outgoing_mail o where o.org_id = ${i}.org_id and o.interaction_id = ${i}.id and o.state = 'cancelled')`

/** Of all loops of these customers, by whatever address they were reached. */
export async function deriveReached(tx: Tx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return
  // In one order, so that two transactions never wait for each other.
  await tx.query('select 1 from recovery where org_id = $1 and customer_id = any ($2) order by id for update', [tx.orgId, customerIds], 'lock-recoveries-of-customers')
  const changed = await tx.query<AboutRecovery>(
    `update recovery r set contacted_at = f.at, reach_interaction_id = f.contact, updated_at = now()
     from (select v.id, c.at, c.id as contact from recovery v left join lateral (
         select i.id, i.at from interaction i where i.org_id = v.org_id and i.customer_id = v.customer_id and i.at > v.opened_at and ${humanReachSql('i')} order by i.at, i.id limit 1) c on true
       where v.org_id = $1 and v.customer_id = any ($2)) f
     where r.org_id = $1 and r.id = f.id and (r.contacted_at, r.reach_interaction_id) is distinct from (f.at, f.contact) returning r.id, r.customer_id, r.ticket_id, r.answer_id`, [tx.orgId, customerIds], 'derive-reached')
  for (const loop of changed) publishRecovery(tx, 'recovery.recoveryChanged', loop)
}
