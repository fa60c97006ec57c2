// What happens when a clock fires: the entry in the diary, who is told, and what is done; all in the transaction that marks it as done.
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { storableJson } from '../../../../platform/db/storable.ts'
import type { Fired } from '../keep/keep-clocks.ts'
import { writeEvents, type DiaryEvent } from '../keep/write-events.ts'
import { moveTicket } from './move-ticket.ts'
import { readPeople, type People } from './recipients.ts'
import { notify, type NewNotice } from '../../../notifications/index.ts'

export async function takeSteps(tx: Tx, fired: readonly Fired[]): Promise<void> {
  if (fired.length === 0) return
  const people = await readPeople(tx)
  const steps = fired.map((f) => ({ ...f, told: toldBy(f, people) }))
  const entryIds = await writeEvents(tx, steps.map(entryOf))
  steps.forEach(({ ticket }, i) => { tx.publish({ name: 'routing.clockFired', ids: { ticketId: ticket.id, interactionId: entryIds[i]!, customerId: ticket.customerId } }) })
  await notify(tx, steps.flatMap((step, i) => noticesOf(step, entryIds[i]!)))
  await insertTasks(tx, steps)
  for (const step of steps) {
    if (step.moment.what === 'escalation') await moveTicket(tx, step.ticket, step.moment.escalation, { clock: step.clock.kind, dueAt: iso(step.clock.dueAt) })
  }
}

interface Step extends Fired { told: string[] }

/** A task has one owner: the first who would be told. */
function toldBy({ ticket, moment }: Fired, people: People): string[] {
  if (moment.what !== 'escalation' || moment.escalation.act === 'reassign' || moment.escalation.act === 'raise-priority') return []
  const told = people.tell(moment.escalation.to ?? 'owner', { assigneeId: ticket.assigneeId, queueId: ticket.history.now.queueId })
  return moment.escalation.act === 'task' ? told.slice(0, 1) : told
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

function entryOf({ ticket, clock, moment, told }: Step): DiaryEvent {
  const what = { kind: clock.kind, dueAt: iso(clock.dueAt), policy: clock.policy.name, ...(clock.status === null ? {} : { status: clock.status }) }
  const place = { ticketId: ticket.id, customerId: ticket.customerId, channel: ticket.channel }
  if (moment.what === 'warning') return { ...place, name: 'sla-warning', detail: what }
  if (moment.what === 'breach') return { ...place, name: 'sla-breached', detail: what }
  const { on, afterSeconds, act, to } = moment.escalation
  return { ...place, name: 'escalated', detail: { ...what, on, afterSeconds, act, to: to ?? 'owner', staffIds: told } }
}

function noticesOf({ ticket, clock, clockId, moment, told }: Step, interactionId: string): NewNotice[] {
  if (moment.what !== 'escalation' || moment.escalation.act !== 'notify') return []
  const { on, afterSeconds, to } = moment.escalation
  const kind = on === 'warning' ? 'sla-warning' : afterSeconds === 0 && to !== 'manager' ? 'sla-breach' : 'escalation'
  return told.map((staffId) => ({
    staffId, kind, ticketId: ticket.id, interactionId, urgent: on === 'breach',
    dedupeKey: `clock:${clockId}:${moment.step}:${moment.at}`, detail: { clock: clock.kind, dueAt: iso(clock.dueAt), policy: clock.policy.name },
  }))
}

async function insertTasks(tx: Tx, steps: readonly Step[]): Promise<void> {
  const rows = steps.flatMap(({ ticket, clock, moment, told }) => (moment.what !== 'escalation' || moment.escalation.act !== 'task' ? []
    : [{ id: newId(), title: moment.escalation.title ?? null, ticket: ticket.id, customer: ticket.customerId, owner: told[0] ?? null, queue: ticket.history.now.queueId, due: iso(clock.dueAt) }]))
  if (rows.length === 0) return
  await tx.query(
    `insert into task (org_id, id, kind, title, ticket_id, customer_id, owner_id, queue_id, location_id, due_at, origin)
     select $1, r.id, 'task', coalesce(r.title, left(t.subject, 300)), r.ticket, r.customer, r.owner, r.queue, t.location_id, r.due, 'escalation'
     from json_to_recordset($2) r (id uuid, title text, ticket uuid, customer uuid, owner uuid, queue uuid, due timestamptz) join ticket t on t.org_id = $1 and t.id = r.ticket`,
    [tx.orgId, storableJson(rows)], 'insert-escalation-tasks')
  for (const row of rows) tx.publish({ name: 'routing.taskCreated', ids: { taskId: row.id, ticketId: row.ticket } })
}
