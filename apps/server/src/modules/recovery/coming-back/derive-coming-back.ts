/*
 * What came back after "solved": within the days set when it was closed, another low score of the same customer, or a task of theirs with the same cause.
 * Derived anew from what stands, so that order and repetition do not matter.
 */
import type { Tx } from '../../../platform/db/database.ts'
import { publishRecovery, type AboutRecovery } from '../publish-recovery.ts'

export async function deriveComingBack(tx: Tx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return
  await tx.query('select 1 from recovery where org_id = $1 and customer_id = any ($2) order by id for update', [tx.orgId, customerIds], 'lock-recoveries-of-customers')
  const changed = await tx.query<AboutRecovery>(
    `update recovery r set came_back_at = f.at, updated_at = now()
     from (select v.id, case when v.closed_as = 'solved' then least(
         (select min(n.opened_at) from recovery n where n.org_id = v.org_id and n.customer_id = v.customer_id and n.id <> v.id and n.closed_as is distinct from 'mistaken'
            and n.opened_at > v.closed_at and n.opened_at <= v.back_until),
         (select min(t.created_at) from task t where t.org_id = v.org_id and t.customer_id = v.customer_id and t.cause_id = v.cause_id and t.id is distinct from v.task_id
            and t.created_at > v.closed_at and t.created_at <= v.back_until)) end as at
       from recovery v where v.org_id = $1 and v.customer_id = any ($2)) f
     where r.org_id = $1 and r.id = f.id and r.came_back_at is distinct from f.at returning r.id, r.customer_id, r.ticket_id, r.answer_id`, [tx.orgId, customerIds], 'derive-coming-back')
  for (const loop of changed) publishRecovery(tx, 'recovery.recoveryChanged', loop)
}
