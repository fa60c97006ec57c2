// What a person was told: the list, the count, and what they have read.
import type { Static } from 'typebox'
import type { listNotifications, Notification, NotificationKind, QueryOf, readNotifications, BodyOf } from '@kontuar/contracts'
import type { Tx } from '../../platform/db/database.ts'
import { isId } from '../../platform/id.ts'
import { decodeCursor, toPage } from '../../platform/http/page.ts'
import { Refusal } from '../../platform/http/refusal.ts'

/** The bell says "99+" beyond: nobody counts further, and counting stays cheap. */
export const countLimit = 100

interface Row { id: string; kind: NotificationKind; ticket_id: string | null; number: number | null; subject: string | null; interaction_id: string | null; detail: Record<string, unknown>; task_title: string | null; urgent: boolean; at: Date; read_at: Date | null }

/** Newest first. A ticket the person may not see any more keeps its line and loses number and subject. */
export function notificationListStatement(tx: Tx, staffId: string, query: QueryOf<typeof listNotifications>) {
  const after = query.cursor === undefined ? null : readCursor(query.cursor)
  return {
    text: `select n.id, n.kind, n.ticket_id, t.number, t.subject, n.interaction_id, n.detail, k.title as task_title, n.urgent, n.at, n.read_at
      from notification n left join ticket t on t.org_id = n.org_id and t.id = n.ticket_id
        left join task k on k.org_id = n.org_id and n.kind in ('task-due', 'task-late') and k.id = (n.detail->>'taskId')::uuid
      where n.org_id = $1 and n.staff_id = $2 and n.in_app ${query.unread === undefined ? '' : `and n.read_at is ${query.unread ? 'null' : 'not null'}`}
      ${after === null ? '' : 'and (n.at, n.id) < ($4, $5)'} order by n.at desc, n.id desc limit $3`,
    values: [tx.orgId, staffId, (query.limit ?? 50) + 1, ...(after ?? [])],
  }
}

export async function listOwnNotifications(tx: Tx, staffId: string, query: QueryOf<typeof listNotifications>): Promise<{ items: Static<typeof Notification>[]; next: string | null }> {
  const { text, values } = notificationListStatement(tx, staffId, query)
  return toPage(await tx.query<Row>(text, values), query.limit ?? 50, present, (r) => [r.at.toISOString(), r.id])
}

function readCursor(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor, 2)
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof id !== 'string' || !isId(id)) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next", or leave it out to begin anew.')
  return [at, id]
}

const present = (r: Row): Static<typeof Notification> => ({
  id: r.id, kind: r.kind, ticketId: r.ticket_id, ticketNumber: r.number, ticketSubject: r.subject, interactionId: r.interaction_id, detail: r.detail, taskTitle: r.task_title, urgent: r.urgent, at: r.at.toISOString(), readAt: r.read_at?.toISOString() ?? null,
})

/** At most `countLimit`. */
export async function countUnread(tx: Tx, staffId: string): Promise<number> {
  const [row] = await tx.query<{ unread: number }>(
    `select count(*) as unread from (select 1 from notification where org_id = $1 and staff_id = $2 and read_at is null and in_app limit ${countLimit}) n`, [tx.orgId, staffId], 'count-unread')
  return row!.unread
}

/** Ids that are not one's own are passed over: they may have been forgotten. */
export async function markRead(tx: Tx, staffId: string, { ids, ticketId, alertId, recoveryId, upTo }: BodyOf<typeof readNotifications>): Promise<void> {
  const known = (id: string | undefined) => (id !== undefined && isId(id) ? id : null)
  const read = await tx.query(
    `update notification n set read_at = clock_timestamp() where n.org_id = $1 and n.staff_id = $2 and n.read_at is null
       and (n.id = any ($3) or n.ticket_id = $4 or n.detail->>'alertId' = $6 or n.detail->>'recoveryId' = $7 or (n.at, n.id) <= (select u.at, u.id from notification u where u.org_id = $1 and u.staff_id = $2 and u.id = $5)) returning n.id`,
    [tx.orgId, staffId, (ids ?? []).filter(isId), known(ticketId), known(upTo), known(alertId), known(recoveryId)], 'mark-read')
  if (read.length > 0) tx.publish({ name: 'notifications.read', ids: { staffId } })
}
