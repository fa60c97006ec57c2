import type { Static } from 'typebox'
import type { TaskPatch } from '@kontuar/contracts'
import { storable } from '../../../platform/db/storable.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { checkDueAt, checkTitle, refuseUnknownOwner, refuseUnknownQueue } from './check-task.ts'
import { publishTask, tellWhenDue } from './publish-task.ts'

interface Row { title: string; note: string; ticket_id: string | null; customer_id: string | null; owner_id: string | null; queue_id: string | null; due_at: Date | null; done_at: Date | null; told_at: Date | null }

/** @throws Refusal */
export async function changeTask(tx: Tx, staffId: string, id: string, patch: Static<typeof TaskPatch>): Promise<void> {
  const [now] = isId(id) ? await tx.query<Row>('select title, note, ticket_id, customer_id, owner_id, queue_id, due_at, done_at, told_at from task where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-task') : []
  if (now === undefined) throw notFound('task')
  const title = patch.title === undefined ? now.title : checkTitle(patch.title)
  const dueAt = patch.dueAt === undefined ? now.due_at : checkDueAt(patch.dueAt)
  const ownerId = patch.ownerId === undefined ? now.owner_id : patch.ownerId
  const queueId = patch.queueId === undefined ? now.queue_id : patch.queueId
  if (queueId !== null && queueId !== now.queue_id) await refuseUnknownQueue(tx, queueId)
  if (ownerId !== null && ownerId !== now.owner_id) await refuseUnknownOwner(tx, ownerId, now.ticket_id)
  const done = patch.done ?? now.done_at !== null
  // Another time or another owner: it is told anew.
  const tell = dueAt?.getTime() !== now.due_at?.getTime() || ownerId !== now.owner_id
  await tx.seeEverything()
  await tx.query(
    `update task set title = $3, note = $4, owner_id = $5, queue_id = $6, due_at = $7, told_at = case when $8 then null else told_at end, updated_at = now(),
       done_at = case when $9 then coalesce(done_at, now()) end, done_by = case when $9 then coalesce(done_by, $10) end
     where org_id = $1 and id = $2`,
    [tx.orgId, id, title, patch.note === undefined ? now.note : storable(patch.note), ownerId, queueId, dueAt, tell, done, staffId], 'change-task')
  const task = { id, ticketId: now.ticket_id, customerId: now.customer_id, ownerId, dueAt }
  publishTask(tx, task)
  if (tell && !done) tellWhenDue(tx, task)
}
