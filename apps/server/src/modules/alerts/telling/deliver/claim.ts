/*
 * Takes what leaves together, in a transaction of its own that is committed before anybody outside is asked. Ten workers at one delivery:
 * one has it, the others find that its time lies in the future. What need not be told any more is dropped here, with its reason.
 */
import type { Because } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { pausedSubjects, type StoredSettings } from '../../../notifications/index.ts'
import { findInsider, type Insider } from '../../life/reader.ts'
import { isNotice, orderDelivery } from '../enter-deliveries.ts'
import { heldUntil } from '../plan/plan-telling.ts'
import { whoMaySee } from '../who-is-told.ts'
import { deliverNotices } from './deliver-notices.ts'

export interface ClaimedRow { id: string; alertId: string; step: number; because: Because; attempts: number }
export interface Claimed {
  /** The first of its rows: names the message for ever. */
  id: string
  claim: string
  road: 'mail' | 'sms' | 'hook'
  bundle: string | null
  person: Insider | null
  phone: string | null
  destinationId: string | null
  rows: ClaimedRow[]
  /** Somebody had it and died: what went to a place may have arrived. */
  forsaken: boolean
  attempts: number
}

interface Row extends ClaimedRow { staffId: string | null; destinationId: string | null; road: string; bundle: string | null; state: string; alertState: string; urgent: boolean; ruleId: string; ticketId: string | null; locationId: string | null; queueId: string | null; createdAt: Date }

/**
 * So long may somebody be at it before another takes over; longer than an exchange may last. One with a slow mail server may last longer: a mail
 * leaves under its claim alone (`allowToLeave`), so whoever was overtaken does not end theirs, and an urgent one waits minutes for a death.
 */
const heldSeconds = { mail: 180, sms: 300, hook: 120 } as const

export async function claimDelivery(tx: Tx, deliveryId: string, claim: string, now: Date): Promise<Claimed | null> {
  const rows = await tx.query<Row>(
    `select d.id, d.alert_id as "alertId", d.step, d.because, d.attempts, d.staff_id as "staffId", d.destination_id as "destinationId", d.road, d.bundle, d.state, d.created_at as "createdAt",
       a.state as "alertState", a.urgent, a.rule_id as "ruleId", a.ticket_id as "ticketId", a.location_id as "locationId", a.queue_id as "queueId"
     from alert_delivery o join alert_delivery d on d.org_id = o.org_id and d.staff_id is not distinct from o.staff_id and d.destination_id is not distinct from o.destination_id
       and (d.road = o.road or (d.road in ('app', 'push') and o.road in ('app', 'push'))) and (d.id = o.id or d.bundle = o.bundle or (o.bundle is null and d.bundle is null and o.road in ('app', 'push') and d.alert_id = o.alert_id and d.step = o.step))
     join alert a on a.org_id = d.org_id and a.id = d.alert_id
     where o.org_id = $1 and o.id = $2 and d.state in ('waiting', 'sending') and d.send_after <= $3 order by d.id for update of d`, [tx.orgId, deliveryId, now], 'claim-alert-deliveries')
  const [first] = rows
  if (first === undefined) return null
  const person = first.staffId === null ? null : await findInsider(tx, first.staffId)
  const left = await withoutNeedless(tx, rows, person, now)
  if (left.length === 0) return null
  if (isNotice(first.road)) {
    await deliverNotices(tx, left.map((r) => r.id), now)
    return null
  }
  const road = first.road as Claimed['road']
  const [listener] = first.staffId === null ? [] : await tx.query<{ phone: string | null; settings: StoredSettings | null }>(
    'select s.phone, g.settings from staff s left join notification_setting g on g.org_id = s.org_id and g.staff_id = s.id where s.org_id = $1 and s.id = $2', [tx.orgId, first.staffId], 'listener-of-alert')
  if (person !== null && !left.some((r) => r.urgent)) {
    // A group or a try that was put off may end in the night.
    const until = heldUntil(road, { quiet: listener?.settings?.quiet ?? null, timeZone: person.timeZone }, now)
    if (until !== null) {
      await tx.query(`update alert_delivery set state = 'waiting', send_after = $3, bundle = 'quiet:' || $4::text where org_id = $1 and id = any ($2)`, [tx.orgId, left.map((r) => r.id), until, until.toISOString()], 'hold-alert-deliveries')
      orderDelivery(tx, left[0]!.id, until)
      return null
    }
  }
  await tx.query(
    `update alert_delivery set state = 'sending', claim = $3, attempts = attempts + 1, send_after = $4::timestamptz + $5::integer * interval '1 second' where org_id = $1 and id = any ($2)`, [tx.orgId, left.map((r) => r.id), claim, now, heldSeconds[road]], 'hold-claim-of-alerts')
  return { id: left[0]!.id, claim, road, bundle: first.bundle, person, phone: listener?.phone ?? null, destinationId: first.destinationId, rows: left, forsaken: left.some((r) => r.state === 'sending'), attempts: Math.max(...left.map((r) => r.attempts)) + 1 }
}

/** Those that are still worth telling. A digest tells what has become of each. */
async function withoutNeedless(tx: Tx, rows: readonly Row[], person: Insider | null, now: Date): Promise<Row[]> {
  const dropped = new Map<string, string>()
  const staffId = rows[0]!.staffId
  for (const row of rows) if (row.alertState === 'resolved' && row.bundle?.startsWith('digest:') !== true && row.state === 'waiting') dropped.set(row.id, 'resolved before it was told')
  if (staffId !== null) {
    if (person === null) for (const row of rows) dropped.set(row.id, 'may not sign in any more')
    else {
      for (const ruleId of new Set(rows.map((r) => r.ruleId))) {
        if ((await pausedSubjects(tx, [staffId], `alert-rule:${ruleId}`, now)).has(staffId)) for (const row of rows) if (row.ruleId === ruleId) dropped.set(row.id, 'paused by the person')
      }
      for (const row of rows) if (!dropped.has(row.id) && person.access === 'granted' && !(await whoMaySee(tx, [staffId], row)).has(staffId)) dropped.set(row.id, 'may not see it any more')
    }
  }
  for (const [detail, ids] of Map.groupBy([...dropped], ([, why]) => why)) {
    await tx.query(`update alert_delivery set state = 'dropped', detail = $3, claim = null where org_id = $1 and id = any ($2)`, [tx.orgId, ids.map(([id]) => id), detail], 'drop-needless-alerts')
  }
  return rows.filter((r) => !dropped.has(r.id))
}
