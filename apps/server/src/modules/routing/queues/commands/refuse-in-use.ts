import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { QueueRow } from '../present-queue.ts'

const mostCounted = 1000

/** The queue's row must be locked: tickets that are just coming in wait for it, or it for them. @throws Refusal `cannot-do` */
export async function refuseInUse(tx: Tx, queue: QueueRow): Promise<void> {
  if (queue.is_default) throw new Refusal('cannot-do', `"${queue.name}" is the default queue, where tickets go that nothing else places: make another queue the default first.`, { retired: 'it is the default queue' })
  // Those at locations that the asker does not see count too.
  await tx.seeEverything()
  const [[tickets], users] = await Promise.all([
    tx.query<{ count: number }>(`select count(*)::int as count from (select from ticket where org_id = $1 and queue_id = $2 and status_category <> 'closed' limit ${mostCounted}) x`, [tx.orgId, queue.id], 'open-in-queue'),
    tx.query<{ what: string }>(
      `select 'the mailbox "' || name || '"' as what from mailbox where org_id = $1 and queue_id = $2 and retired_at is null
       union all select 'the rule "' || name || '"' from queue_rule where org_id = $1 and queue_id = $2 and active`, [tx.orgId, queue.id], 'users-of-queue'),
  ])
  const open = tickets!.count
  if (open > 0) {
    const many = open === mostCounted ? `${mostCounted} or more open tickets are` : open === 1 ? 'One open ticket is' : `${open} open tickets are`
    throw new Refusal('cannot-do', `${many} still in "${queue.name}": close them or move them to another queue first.`, { retired: 'open tickets are in it' })
  }
  if (users.length > 0) throw new Refusal('cannot-do', `New tickets still come to "${queue.name}" by ${users.map((u) => u.what).join(', ')}: choose another queue there first.`, { retired: 'new tickets still come to it' })
}
