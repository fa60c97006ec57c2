// Tasks that nobody saw to: handed up once, to whoever is in charge of their owner or place, so many business minutes after they were due.
import type { Because, Recipient } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { peopleInCharge } from '../../../identity/index.ts'
import { notify, type NewNotice } from '../../../notifications/index.ts'
import { businessClock } from '../../clocks/calendars/business-clock.ts'
import { readTaskSettings } from '../settings/task-settings.ts'
import { lateSince } from './late-since.ts'

interface Late { id: string; kind: string; owner_id: string | null; ticket_id: string | null; location_id: string | null; due_at: Date }

/** After a long time without a worker the rest follows with the next look. */
const mostAtOnce = 200

const recipientsOf = { manager: [{ to: 'team-manager' }, { to: 'location-manager' }], administrators: [{ to: 'role', role: 'administrator' }] } satisfies Record<string, Recipient[]>

/** In the transaction that marks them: whoever looks twice, or dies in between, tells nobody twice. */
export async function handUpLateTasks(tx: Tx): Promise<void> {
  const { settings: { escalate, calendarId }, escalateSince } = await readTaskSettings(tx)
  if (escalate === null) return
  const [waiting] = await tx.query<{ now: Date }>('select clock_timestamp() as now from task where org_id = $1 and done_at is null and escalated_at is null and due_at <= now() and due_at >= $2 limit 1', [tx.orgId, escalateSince], 'any-late-task')
  if (waiting === undefined) return
  const since = lateSince(await businessClock(tx, calendarId), escalate.afterMinutes * 60_000, waiting.now.getTime())
  if (since === null) return
  const late = await tx.query<Late>(
    `update task set escalated_at = now() where org_id = $1 and id in (
       select id from task where org_id = $1 and done_at is null and escalated_at is null and due_at <= $2 and due_at >= $3 order by due_at limit ${mostAtOnce} for update skip locked)
     returning id, kind, owner_id, ticket_id, location_id, due_at`, [tx.orgId, new Date(since), escalateSince], 'hand-up-late-tasks')
  const notices: NewNotice[] = []
  for (const task of late) {
    for (const { staffId, because } of await whoIsTold(tx, task, recipientsOf[escalate.to])) {
      notices.push({
        staffId, kind: 'task-late', dedupeKey: `task-late:${task.id}:${task.due_at.toISOString()}`, ticketId: task.ticket_id,
        detail: { taskId: task.id, kind: task.kind, dueAt: task.due_at.toISOString(), ownerId: task.owner_id, because },
      })
    }
    tx.publish({ name: 'routing.taskChanged', ids: { taskId: task.id, ...(task.ticket_id === null ? {} : { ticketId: task.ticket_id }), ...(task.owner_id === null ? {} : { staffId: task.owner_id }) } })
  }
  await notify(tx, notices)
}

/** Not its owner, who knows; unless there is nobody else at all. */
async function whoIsTold(tx: Tx, task: Late, recipients: readonly Recipient[]): Promise<{ staffId: string; because: Because }[]> {
  const people = await peopleInCharge(tx, recipients, { staffId: task.owner_id, locationId: task.location_id }, async (ids) => {
    const others = ids.filter((id) => id !== task.owner_id)
    if (task.ticket_id === null || others.length === 0) return new Set(others)
    return new Set((await tx.query<{ id: string }>('select s as id from unnest($2::uuid[]) s where may_see_ticket(s, $3) and $1::integer is not null', [tx.orgId, others, task.ticket_id], 'who-sees-late-task')).map((r) => r.id))
  })
  return people.length > 0 || task.owner_id === null ? people : [{ staffId: task.owner_id, because: { code: 'nobody-else' } }]
}
