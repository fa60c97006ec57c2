// The steps upwards: taken in business time, one after the other, until somebody has the alert.
import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Job } from '../../../platform/jobs/define.ts'
import { businessClock } from '../../routing/index.ts'
import { isUrgent } from '../firing.ts'
import type { OpenedAlert } from '../life/raise.ts'
import { readRules } from '../life/rules-to-tell.ts'
import { enterDeliveries, type NewDelivery } from './enter-deliveries.ts'
import { planTelling } from './plan/plan-telling.ts'
import { readListeners } from './plan/read-listeners.ts'
import { whoIsTold } from './who-is-told.ts'

/** All steps at once, counted from when the first telling leaves. */
export async function orderEscalations(tx: Tx, opened: readonly OpenedAlert[], told: ReadonlyMap<string, Date>, now: Date): Promise<void> {
  const rows: { alert: string; step: number; due: string }[] = []
  for (const { id, rule } of opened) {
    if (rule.delivery.escalation.length === 0) continue
    const clock = await businessClock(tx, rule.delivery.calendarId)
    for (const [i, { afterMinutes }] of rule.delivery.escalation.entries()) rows.push({ alert: id, step: i + 1, due: new Date(clock.add((told.get(id) ?? now).getTime(), afterMinutes * 60_000)).toISOString() })
  }
  if (rows.length === 0) return
  await tx.query(`insert into alert_escalation (org_id, alert_id, step, due_at) select $1, e.alert, e.step, e.due from jsonb_to_recordset($2) e (alert uuid, step integer, due timestamptz)`, [tx.orgId, JSON.stringify(rows)], 'insert-alert-escalations')
  for (const { alert, step, due } of rows) tx.enqueue('alerts.escalate', {}, { runAt: due, key: `alert-step:${tx.orgId}:${alert}:${step}` })
}

interface Due { alert_id: string; step: number; rule_id: string; urgent: boolean; no_data: boolean; ticket_id: string | null; location_id: string | null; queue_id: string | null; team_id: string | null; staff_id: string | null }

/** Those that are due, each marked as taken in the transaction that enters what it tells. Answers how many. */
export async function takeDueSteps(tx: Tx, now: Date): Promise<number> {
  // The alert first, as whoever acknowledges does: in another order the two would wait for each other.
  const alerts = await tx.query<{ id: string; state: string }>(
    `select a.id, a.state from alert a where a.org_id = $1 and a.id = any (array(select e.alert_id from alert_escalation e where e.org_id = $1 and e.taken_at is null and e.due_at <= $2 order by e.due_at limit 200)) order by a.id for no key update`, [tx.orgId, now], 'lock-alerts-to-escalate')
  if (alerts.length === 0) return 0
  const open = new Set(alerts.filter((a) => a.state === 'open').map((a) => a.id))
  const due = await tx.query<Due>(
    `select e.alert_id, e.step, a.rule_id, a.urgent, a.no_data, a.ticket_id, a.location_id, a.queue_id, a.team_id, a.staff_id from alert_escalation e join alert a on a.org_id = e.org_id and a.id = e.alert_id
     where e.org_id = $1 and e.alert_id = any ($3) and e.taken_at is null and e.due_at <= $2 order by e.alert_id, e.step for update of e`, [tx.orgId, now, alerts.map((a) => a.id)], 'due-alert-steps')
  const rules = await readRules(tx, due.map((d) => d.rule_id))
  for (const step of due) {
    const rule = rules.get(step.rule_id)
    const wish = rule?.delivery.escalation[step.step - 1]
    if (rule === undefined || wish === undefined || !open.has(step.alert_id)) continue
    const people = await whoIsTold(tx, wish.recipients, { ticketId: step.ticket_id, locationId: step.location_id, queueId: step.queue_id, teamId: step.team_id, staffId: step.staff_id })
    const becauseOf = new Map(people.map((p) => [p.staffId, p.because]))
    const listeners = await readListeners(tx, people, rule.id, now)
    await enterDeliveries(tx, listeners.flatMap((listener) => planTelling(rule, listener, new Map(), step.step, now, isUrgent(rule.delivery, { urgent: step.urgent, noData: step.no_data }))
      .map((plan): NewDelivery => ({ alertId: step.alert_id, staffId: listener.staffId, destinationId: null, step: step.step, because: { ...becauseOf.get(listener.staffId)!, code: 'escalation', step: step.step }, ...plan }))), now)
  }
  await tx.query(`update alert_escalation e set taken_at = $4 from unnest($2::uuid[], $3::integer[]) d (alert, step) where e.org_id = $1 and e.alert_id = d.alert and e.step = d.step`, [tx.orgId, due.map((d) => d.alert_id), due.map((d) => d.step), now], 'take-alert-steps')
  return alerts.length
}

export const escalateJob = ({ db }: Platform): Job => ({
  name: 'alerts.escalate',
  async handle({ orgId }) {
    while (await db.write(orgId, (tx) => takeDueSteps(tx, new Date())) > 0);
  },
})
