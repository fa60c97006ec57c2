// Counters of the ready-made views. Counting stops at the limit, so a sidebar costs the same at a hundred
// tickets and at a million ("999+"); exact incremental counters belong to saved views.
import type { Tx } from '../../../platform/db/database.ts'

const limit = 1000

export async function countTickets(tx: Tx, staffId: string) {
  const some = (where: string) => `(select count(*)::int from (select 1 from ticket t where t.org_id = $1 and ${where} limit ${limit}) x)`
  const [row] = await tx.query<Record<'new' | 'open' | 'waiting' | 'active' | 'mine' | 'unassigned' | 'parked', number>>(
    `select ${some(`status_category = 'new'`)} as new, ${some(`status_category = 'open'`)} as open, ${some(`status_category = 'waiting'`)} as waiting,
       ${some(`status_category <> 'closed'`)} as active, ${some(`assignee_id = $2 and status_category <> 'closed'`)} as mine, ${some(`assignee_id is null and status_category <> 'closed'`)} as unassigned,
       (select count(*)::int from (select 1 from mail_delivery d where d.org_id = $1 and d.state = 'parked' limit ${limit}) x) as parked`,
    [tx.orgId, staffId], 'count-tickets')
  return { limit, ...row! }
}
