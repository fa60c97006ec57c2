import type { Task, TaskSource } from '@kontuar/contracts'
import { storable } from '../../../platform/db/storable.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { refuseUnknownStructure } from '../../identity/index.ts'
import { refuseUnknownCause } from '../../vocabulary/index.ts'
import { checkDueAt, checkRemindAt, checkSteps, checkTitle, placeOfTicket, refuseUnknownCustomer, refuseUnknownOwner, refuseUnknownQueue } from './check-task.ts'
import { dueInBusinessHours, type DueIn } from './due-in.ts'
import { publishTask, tellInTime } from './publish-task.ts'

export interface TaskWish {
  kind?: Task['kind'] | undefined
  title: string
  note?: string | undefined
  ticketId?: string | null | undefined
  /** With a ticket: its customer, whatever is said here. */
  customerId?: string | null | undefined
  ownerId?: string | null | undefined
  queueId?: string | null | undefined
  /** Left out: where the ticket is. */
  locationId?: string | null | undefined
  /** RFC 3339. */
  dueAt?: string | null | undefined
  /** Business hours from now, instead of `dueAt`. */
  dueIn?: DueIn | undefined
  checklist?: Task['checklist'] | undefined
  /** RFC 3339. */
  remindAt?: string | null | undefined
  causeId?: string | null | undefined
  remedy?: string | undefined
  /** `hand`, or what made it: `escalation`, `contact`, `warning`, `alert`, `recovery`. */
  origin?: string | undefined
  /** The very thing it came from. */
  source?: TaskSource | null | undefined
  /** From when business hours count; left out: from now. */
  at?: Date | undefined
  /** Null: the program. */
  createdBy: string | null
}

/** Answers its id. @throws Refusal */
export async function createTask(tx: Tx, wish: TaskWish): Promise<string> {
  const title = checkTitle(wish.title)
  const checklist = checkSteps(wish.checklist ?? [])
  const remindAt = checkRemindAt(wish.remindAt ?? null)
  const dueAt = await dueAtOf(tx, wish, wish.at ?? new Date(), wish.createdBy !== null)
  const ticketId = wish.ticketId ?? null
  const ticket = ticketId === null ? null : await placeOfTicket(tx, ticketId)
  const customerId = ticket?.customerId ?? wish.customerId ?? null
  if (ticket === null && customerId !== null) await refuseUnknownCustomer(tx, customerId)
  const locationId = wish.locationId === undefined ? (ticket?.locationId ?? null) : wish.locationId
  if (wish.locationId) await refuseUnknownStructure(tx, 'location', [wish.locationId], 'locationId')
  if (wish.queueId) await refuseUnknownQueue(tx, wish.queueId)
  if (wish.causeId) await refuseUnknownCause(tx, wish.causeId)
  const ownerId = wish.ownerId ?? null
  if (ownerId !== null) await refuseUnknownOwner(tx, ownerId, ticketId)
  const id = newId()
  await tx.query(
    `insert into task (org_id, id, kind, title, note, ticket_id, customer_id, owner_id, queue_id, location_id, due_at, remind_at, checklist, cause_id, remedy, origin, source, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [tx.orgId, id, wish.kind ?? 'task', title, storable(wish.note ?? ''), ticketId, customerId, ownerId, wish.queueId ?? null, locationId, dueAt, remindAt, JSON.stringify(checklist), wish.causeId ?? null, storable(wish.remedy ?? '').trim(), wish.origin ?? 'hand',
      wish.source ? JSON.stringify(wish.source) : null, wish.createdBy], 'insert-task')
  const task = { id, ticketId, customerId, ownerId, dueAt, remindAt }
  publishTask(tx, task)
  tellInTime(tx, task)
  return id
}

/** @throws Refusal `invalid-input` */
export async function dueAtOf(tx: Tx, { dueAt, dueIn }: Pick<TaskWish, 'dueAt' | 'dueIn'>, from: Date, strict: boolean): Promise<Date | null> {
  if (dueIn === undefined) return checkDueAt(dueAt ?? null)
  if (dueAt) throw new Refusal('invalid-input', 'A task is due at a time or in so many business hours, not both: leave one of them out.', { dueIn: 'stands beside dueAt' })
  return dueInBusinessHours(tx, dueIn, from, strict)
}
