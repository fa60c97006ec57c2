/*
 * What fired becomes an alert: opened, or the open one under the same key counts up. Each occurrence of a rule does so once, by whatever
 * and however often it comes, held by the unique index of `alert_firing`; what is told of it is entered in the same transaction.
 *
 * The rules are locked in the order of their ids, and with them all their alerts: of a hundred transactions that fire the same two rules
 * none waits for one that waits for it.
 */
import type { Tx } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import { isUrgent, type Firing } from '../firing.ts'
import { orderEscalations } from '../telling/escalation.ts'
import { tellOpened } from '../telling/tell-opened.ts'
import { openTasks } from './open-tasks.ts'
import { publishAlert } from './publish-alert.ts'
import { lockRules, type RuleToTell } from './rules-to-tell.ts'

interface Open { id: string; rule_id: string; key: string }
export interface OpenedAlert { id: string; rule: RuleToTell; firing: Firing }

/** @param now when it is noticed: what is told leaves from then on */
export async function raise(tx: Tx, firings: readonly Firing[], now: Date = new Date()): Promise<void> {
  if (firings.length === 0) return
  const rules = await lockRules(tx, firings.map((f) => f.ruleId))
  const fresh = await withoutKnown(tx, firings.filter((f) => rules.has(f.ruleId)))
  if (fresh.length === 0) return
  const groups = [...Map.groupBy(fresh, (f) => nameOf(f.ruleId, f.key)).values()]
  const open = new Map((await lockOpen(tx, groups.map(([first]) => first!))).map((o) => [nameOf(o.rule_id, o.key), o.id]))
  const alerts = groups.map((group) => {
    const last = group.at(-1)!
    const known = open.get(nameOf(last.ruleId, last.key))
    return { id: known ?? newId(), isNew: known === undefined, group, last, urgent: group.some((f) => isUrgent(rules.get(last.ruleId)!.delivery, f)) }
  })
  await insertOpened(tx, alerts.filter((a) => a.isNew))
  await countUp(tx, alerts.filter((a) => !a.isNew))
  await tx.query(
    `insert into alert_firing (org_id, id, rule_id, occurrence, alert_id, at, why) select $1, f.id, f.rule, f.occurrence, f.alert, f.at, f.why
     from jsonb_to_recordset($2) f (id uuid, rule uuid, occurrence text, alert uuid, at timestamptz, why jsonb)`,
    [tx.orgId, storableJson(alerts.flatMap(({ id, group }) => group.map((f) => ({ id: newId(), rule: f.ruleId, occurrence: f.occurrence, alert: id, at: f.at.toISOString(), why: f.why }))))], 'insert-alert-firings')
  for (const { id, isNew, last } of alerts) publishAlert(tx, isNew ? 'alerts.alertOpened' : 'alerts.alertCountedUp', { id, ...last })
  const opened = alerts.filter((a) => a.isNew).map(({ id, last }): OpenedAlert => ({ id, rule: rules.get(last.ruleId)!, firing: last }))
  await openTasks(tx, opened, now)
  // Of an alert that is open already everybody has been told.
  const told = await tellOpened(tx, opened, now)
  await orderEscalations(tx, opened, told, now)
}

const nameOf = (ruleId: string, key: string) => `${ruleId} ${key}`

/** Those that have not fired yet, each once, in the order of their time. */
async function withoutKnown(tx: Tx, firings: readonly Firing[]): Promise<Firing[]> {
  const byName = new Map(firings.map((f) => [nameOf(f.ruleId, f.occurrence), f]))
  if (byName.size === 0) return []
  const known = await tx.query<{ rule_id: string; occurrence: string }>(
    'select f.rule_id, f.occurrence from alert_firing f where f.org_id = $1 and (f.rule_id, f.occurrence) in (select * from unnest($2::uuid[], $3::text[]))',
    [tx.orgId, [...byName.values()].map((f) => f.ruleId), [...byName.values()].map((f) => f.occurrence)], 'known-alert-firings')
  for (const { rule_id, occurrence } of known) byName.delete(nameOf(rule_id, occurrence))
  return [...byName.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.occurrence < b.occurrence ? -1 : 1))
}

const lockOpen = (tx: Tx, firings: readonly Firing[]) => tx.query<Open>(
  `select a.id, a.rule_id, a.key from alert a where a.org_id = $1 and a.state <> 'resolved' and (a.rule_id, a.key) in (select * from unnest($2::uuid[], $3::text[])) order by a.id for update`,
  [tx.orgId, firings.map((f) => f.ruleId), firings.map((f) => f.key)], 'lock-open-alerts')

interface Grouped { id: string; group: readonly Firing[]; last: Firing; urgent: boolean }

const rowOf = ({ id, group, last: f, urgent }: Grouped) => ({
  id, rule: f.ruleId, version: f.ruleVersion, key: f.key, urgent, no_data: f.noData, times: group.length, first: group[0]!.at.toISOString(), last: f.at.toISOString(), why: f.why,
  ticket: f.ticketId ?? null, answer: f.answerId ?? null, interaction: f.interactionId ?? null, customer: f.customerId ?? null, warning: f.warningId ?? null, location: f.locationId ?? null, queue: f.queueId ?? null, team: f.teamId ?? null, staff: f.staffId ?? null,
})
const shape = `(id uuid, rule uuid, version integer, key text, urgent boolean, no_data boolean, times integer, first timestamptz, last timestamptz, why jsonb,
  ticket uuid, answer uuid, interaction uuid, customer uuid, warning uuid, location uuid, queue uuid, team uuid, staff uuid)`

async function insertOpened(tx: Tx, alerts: readonly Grouped[]): Promise<void> {
  if (alerts.length === 0) return
  await tx.query(
    `insert into alert (org_id, id, rule_id, rule_version, key, urgent, no_data, times, first_at, last_at, why, ticket_id, answer_id, interaction_id, customer_id, warning_id, location_id, queue_id, team_id, staff_id)
     select $1, a.id, a.rule, a.version, a.key, a.urgent, a.no_data, a.times, a.first, a.last, a.why, a.ticket, a.answer, a.interaction, a.customer, a.warning, a.location, a.queue, a.team, a.staff
     from jsonb_to_recordset($2) a ${shape}`, [tx.orgId, storableJson(alerts.map(rowOf))], 'insert-alerts')
}

/** One that comes late counts, and changes nothing else: the alert shows its newest. */
async function countUp(tx: Tx, alerts: readonly Grouped[]): Promise<void> {
  if (alerts.length === 0) return
  await tx.query(
    `update alert set times = alert.times + a.times, first_at = least(alert.first_at, a.first), last_at = greatest(alert.last_at, a.last), updated_at = now(), urgent = alert.urgent or a.urgent,
       why = case when a.last >= alert.last_at then a.why else alert.why end, answer_id = case when a.last >= alert.last_at then coalesce(a.answer, alert.answer_id) else alert.answer_id end,
       interaction_id = case when a.last >= alert.last_at then coalesce(a.interaction, alert.interaction_id) else alert.interaction_id end, ticket_id = case when a.last >= alert.last_at then coalesce(a.ticket, alert.ticket_id) else alert.ticket_id end
     from jsonb_to_recordset($2) a ${shape} where alert.org_id = $1 and alert.id = a.id`, [tx.orgId, storableJson(alerts.map(rowOf))], 'count-up-alerts')
}
