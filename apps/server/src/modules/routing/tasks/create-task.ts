import type { Task } from '@kontuar/contracts'
import { storable } from '../../../platform/db/storable.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { checkDueAt, checkTitle, customerOfTicket, refuseUnknownCustomer, refuseUnknownOwner, refuseUnknownQueue } from './check-task.ts'
import { publishTask, tellWhenDue } from './publish-task.ts'

export interface TaskWish {
  kind?: Task['kind'] | undefined
  title: string
  note?: string | undefined
  ticketId?: string | null | undefined
  /** With a ticket: its customer, whatever is said here. */
  customerId?: string | null | undefined
  ownerId?: string | null | undefined
  queueId?: string | null | undefined
  /** RFC 3339. */
  dueAt?: string | null | undefined
  /** `hand`, or what made it: `escalation`, `contact`. */
  origin?: string | undefined
  /** Null: the program. */
  createdBy: string | null
}

/** Answers its id. @throws Refusal */
export async function createTask(tx: Tx, wish: TaskWish): Promise<string> {
  const title = checkTitle(wish.title)
  const dueAt = checkDueAt(wish.dueAt ?? null)
  const ticketId = wish.ticketId ?? null
  const customerId = ticketId !== null ? await customerOfTicket(tx, ticketId) : (wish.customerId ?? null)
  if (ticketId === null && customerId !== null) await refuseUnknownCustomer(tx, customerId)
  if (wish.queueId) await refuseUnknownQueue(tx, wish.queueId)
  const ownerId = wish.ownerId ?? null
  if (ownerId !== null) await refuseUnknownOwner(tx, ownerId, ticketId)
  const id = newId()
  await tx.query(
    `insert into task (org_id, id, kind, title, note, ticket_id, customer_id, owner_id, queue_id, due_at, origin, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [tx.orgId, id, wish.kind ?? 'task', title, storable(wish.note ?? ''), ticketId, customerId, ownerId, wish.queueId ?? null, dueAt, wish.origin ?? 'hand', wish.createdBy], 'insert-task')
  const task = { id, ticketId, customerId, ownerId, dueAt }
  publishTask(tx, task)
  tellWhenDue(tx, task)
  return id
}
