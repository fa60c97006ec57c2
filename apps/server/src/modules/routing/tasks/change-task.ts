import type { Static } from 'typebox'
import type { Task, TaskPatch } from '@kontuar/contracts'
import { storable } from '../../../platform/db/storable.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { refuseUnknownStructure } from '../../identity/index.ts'
import { refuseUnknownCause } from '../../vocabulary/index.ts'
import { checkRemindAt, checkSteps, checkTitle, refuseUnknownOwner, refuseUnknownQueue } from './check-task.ts'
import { dueAtOf } from './create-task.ts'
import { publishTask, tellInTime } from './publish-task.ts'
import { asksCause, stateOf } from './rules/closing.ts'
import { readTaskSettings } from './settings/task-settings.ts'

interface Row {
  title: string; note: string; ticket_id: string | null; customer_id: string | null; owner_id: string | null; queue_id: string | null; location_id: string | null; due_at: Date | null; remind_at: Date | null
  checklist: Task['checklist']; cause_id: string | null; remedy: string; source: Task['source']; begun_at: Date | null; done_at: Date | null
}
type Patch = Static<typeof TaskPatch>

/**
 * What was found and done stays when a task is opened again.
 * @param staffId null: the program, which is not asked for cause and remedy of what came to nothing
 * @throws Refusal
 */
export async function changeTask(tx: Tx, staffId: string | null, id: string, patch: Patch): Promise<void> {
  const now = await lockTask(tx, id)
  const state = stateWanted(patch, now)
  const title = patch.title === undefined ? now.title : checkTitle(patch.title)
  const checklist = patch.checklist === undefined ? now.checklist : checkSteps(patch.checklist)
  const dueAt = patch.dueAt === undefined && patch.dueIn === undefined ? now.due_at : await dueAtOf(tx, patch, new Date(), true)
  const remindAt = patch.remindAt === undefined ? now.remind_at : checkRemindAt(patch.remindAt)
  // Whoever begins what nobody has takes it.
  const ownerId = patch.ownerId !== undefined ? patch.ownerId : state === 'doing' && now.owner_id === null ? staffId : now.owner_id
  const queueId = patch.queueId === undefined ? now.queue_id : patch.queueId
  const locationId = patch.locationId === undefined ? now.location_id : patch.locationId
  const causeId = patch.causeId === undefined ? now.cause_id : patch.causeId
  const remedy = patch.remedy === undefined ? now.remedy : storable(patch.remedy).trim()
  if (queueId !== null && queueId !== now.queue_id) await refuseUnknownQueue(tx, queueId)
  if (locationId !== null && locationId !== now.location_id) await refuseUnknownStructure(tx, 'location', [locationId], 'locationId')
  if (ownerId !== null && ownerId !== now.owner_id) await refuseUnknownOwner(tx, ownerId, now.ticket_id)
  if (causeId !== null && causeId !== now.cause_id) await refuseUnknownCause(tx, causeId)
  if (state === 'done' && now.done_at === null && staffId !== null) await refuseUnexplained(tx, now.source, causeId, remedy)
  const putOff = dueAt?.getTime() !== now.due_at?.getTime()
  // Another time or another owner: it is told anew.
  const tell = putOff || ownerId !== now.owner_id
  const remindAnew = remindAt?.getTime() !== now.remind_at?.getTime()
  await tx.seeEverything()
  await tx.query(
    `update task set title = $3, note = $4, owner_id = $5, queue_id = $6, location_id = $7, due_at = $8, remind_at = $9, checklist = $10, cause_id = $11, remedy = $12, updated_at = now(),
       told_at = case when $13 then null else told_at end, escalated_at = case when $14 then null else escalated_at end, reminded_at = case when $15 then null else reminded_at end,
       begun_at = case $16 when 'open' then null when 'doing' then coalesce(begun_at, now()) else begun_at end,
       done_at = case when $16 = 'done' then coalesce(done_at, now()) end, done_by = case when $16 = 'done' then coalesce(done_by, $17::uuid) end
     where org_id = $1 and id = $2`,
    [tx.orgId, id, title, patch.note === undefined ? now.note : storable(patch.note), ownerId, queueId, locationId, dueAt, remindAt, JSON.stringify(checklist), causeId, remedy, tell, putOff, remindAnew, state, staffId], 'change-task')
  const task = { id, ticketId: now.ticket_id, customerId: now.customer_id, ownerId, dueAt: tell ? dueAt : null, remindAt: remindAnew ? remindAt : null }
  publishTask(tx, task)
  if (state !== 'done') tellInTime(tx, task)
}

async function lockTask(tx: Tx, id: string): Promise<Row> {
  const [row] = isId(id) ? await tx.query<Row>(
    'select title, note, ticket_id, customer_id, owner_id, queue_id, location_id, due_at, remind_at, checklist, cause_id, remedy, source, begun_at, done_at from task where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-task') : []
  if (row === undefined) throw notFound('task')
  return row
}

/** `done: false` opens it again where it was: begun or not. */
function stateWanted({ state, done }: Patch, now: Row): Task['state'] {
  if (state !== undefined && done !== undefined && done !== (state === 'done')) throw new Refusal('invalid-input', 'A task cannot be done and not done at once: send `state` alone.', { done: 'contradicts state' })
  return state ?? (done === true ? 'done' : stateOf({ begunAt: now.begun_at, doneAt: done === false ? null : now.done_at }))
}

/** @throws Refusal `invalid-input` when closing asks for what is not said */
async function refuseUnexplained(tx: Tx, source: Task['source'], causeId: string | null, remedy: string): Promise<void> {
  if (!asksCause((await readTaskSettings(tx)).settings.closingAsks, source)) return
  const missing = { ...(causeId === null ? { causeId: 'is missing' } : {}), ...(remedy === '' ? { remedy: 'is empty' } : {}) }
  if (Object.keys(missing).length > 0) throw new Refusal('invalid-input', 'Closing this task needs its cause and what was done: choose a cause and write one sentence.', missing)
}
