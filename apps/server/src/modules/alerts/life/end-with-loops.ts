// Somebody has closed what a low score began: the alert of the same score is seen to by that, and its tasks are done with the same cause and
// remedy, so that nobody answers the same question three times. Of several ratings (a run, a figure) one customer is not the whole matter.
import type { Recovery } from '@kontuar/contracts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeTask } from '../../routing/index.ts'
import { endTelling } from '../telling/end-telling.ts'
import { publishAlert } from './publish-alert.ts'
import { lockRules } from './rules-to-tell.ts'

interface Row { id: string; ruleId: string; ticketId: string | null; customerId: string | null; answerId: string; locationId: string | null; closedAs: NonNullable<Recovery['closedAs']>; closedBy: string | null; causeId: string | null; remedy: string }

/** Event: recovery.recoveryChanged. */
export const endWithLoops = ({ db }: Platform): Subscriber => ({
  name: 'alerts.endWithLoops',
  handle: (orgId, events) => db.write(orgId, (tx) => endOf(tx, events.flatMap(({ ids }) => ids['recoveryId'] ?? []))),
})

/** Told again, or of loops that are open, it does nothing. Opened again the loop calls its owner by itself, and the alert stays as it is. */
export async function endOf(tx: Tx, recoveryIds: readonly string[]): Promise<void> {
  const rows = await readOpen(tx, recoveryIds)
  if (rows.length === 0) return
  // As those who fire do, so that a firing and an ending come one after the other.
  await lockRules(tx, rows.map((r) => r.ruleId))
  const ended = await tx.query<{ id: string }>(
    `update alert a set state = 'resolved', resolved_at = now(), resolved_by = e.by, resolved_reason = e.reason, updated_at = now()
     from jsonb_to_recordset($2) e (id uuid, by uuid, reason text) where a.org_id = $1 and a.id = e.id and a.state <> 'resolved' returning a.id`,
    [tx.orgId, JSON.stringify(rows.map((r) => ({ id: r.id, by: r.closedBy, reason: reasonOf(r) })))], 'end-alerts-with-loops')
  const ids = new Set(ended.map((e) => e.id))
  await endTelling(tx, [...ids], 'resolved before it was told')
  for (const row of rows.filter((r) => ids.has(r.id))) {
    await finishTasks(tx, row)
    publishAlert(tx, 'alerts.alertResolved', row)
  }
}

const readOpen = (tx: Tx, recoveryIds: readonly string[]): Promise<Row[]> => tx.query<Row>(
  `select a.id, a.rule_id as "ruleId", a.ticket_id as "ticketId", a.customer_id as "customerId", a.answer_id as "answerId", a.location_id as "locationId", v.closed_as as "closedAs", v.closed_by as "closedBy", v.cause_id as "causeId", v.remedy
   from recovery v join alert a on a.org_id = v.org_id and a.key = 'answer:' || v.answer_id::text and a.state <> 'resolved' where v.org_id = $1 and v.id = any ($2) and v.closed_at is not null order by a.id`, [tx.orgId, recoveryIds], 'alerts-of-closed-loops')

function reasonOf({ closedAs, closedBy }: Row): string {
  if (closedBy === null) return 'over'
  return closedAs === 'mistaken' ? 'false-alarm' : closedAs === 'nothing-to-mend' ? 'nothing-to-do' : 'handled'
}

/** A task that asks for more than the loop knows stays open. */
async function finishTasks(tx: Tx, { id, closedBy, causeId, remedy }: Row): Promise<void> {
  const tasks = await tx.query<{ id: string }>(`select id from task where org_id = $1 and done_at is null and source->>'kind' = 'alert' and source->>'id' = $2`, [tx.orgId, id], 'tasks-of-ended-alert')
  for (const task of tasks) await changeTask(tx, closedBy, task.id, { done: true, causeId, remedy }).catch((error: unknown) => { if (!(error instanceof Refusal)) throw error })
}
