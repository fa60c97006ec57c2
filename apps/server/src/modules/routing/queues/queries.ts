import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { QueueRow } from './present-queue.ts'

/** Selects `id`s: everybody who serves the queue of the row `alias`: its active members, and the active people of its teams in use. */
export const serversSql = (alias: string): string => `select s.id from (
    select m.staff_id as id from queue_member m where m.org_id = ${alias}.org_id and m.queue_id = ${alias}.id
    union select tm.staff_id from queue_team qt join team t on t.org_id = qt.org_id and t.id = qt.team_id and t.retired_at is null
      join team_member tm on tm.org_id = qt.org_id and tm.team_id = qt.team_id where qt.org_id = ${alias}.org_id and qt.queue_id = ${alias}.id
  ) x join staff s on s.org_id = ${alias}.org_id and s.id = x.id and s.active order by s.id`

const columns = `q.id, q.name, q.ready_made, q.position, q.colour, q.default_priority, q.calendar_id, q.sla_policy_id, q.order_of_work, q.assignment, q.legal_basis_code, q.is_default, q.retired_at,
  array(select m.staff_id from queue_member m where m.org_id = q.org_id and m.queue_id = q.id order by m.staff_id) as member_ids,
  array(select t.team_id from queue_team t where t.org_id = q.org_id and t.queue_id = q.id order by t.team_id) as team_ids,
  array(${serversSql('q')}) as server_ids`
/** A restricted person knows of the queues they see, and of no other. */
const seen = '((select viewer() is null) or q.id = any ((select viewer_queues())::uuid[]))'

/** Those in use first, in their order. */
export const listQueueRows = (tx: Tx) => tx.query<QueueRow>(
  `select ${columns} from queue q where q.org_id = $1 and ${seen} order by q.retired_at is not null, q.position, lower(q.name), q.id`, [tx.orgId], 'list-queues')

/** Locked until the commit, also against tickets that would come in. @throws Refusal `not-found` */
export async function lockQueue(tx: Tx, id: string): Promise<QueueRow> {
  const [row] = isId(id) ? await tx.query<QueueRow>(`select ${columns} from queue q where q.org_id = $1 and q.id = $2 and ${seen} for update of q`, [tx.orgId, id], 'lock-queue') : []
  if (row === undefined) throw notFound('queue')
  return row
}
