// For tests alone: rules to fire, and what they fire with.
import type { AlertDeliveryWish, AlertRuleDefinition } from '@kontuar/contracts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import type { Firing } from './firing.ts'

export const toManagers: AlertDeliveryWish = { recipients: [{ to: 'role', role: 'manager' }], roads: ['app'], destinationIds: [], urgent: false, when: 'at-once', groupMinutes: 0, escalation: [], calendarId: null, task: null }

export async function buildRule(tx: Tx, given: { name?: string; delivery?: Partial<AlertDeliveryWish>; definition?: AlertRuleDefinition } = {}): Promise<string> {
  const id = newId()
  await tx.query('insert into alert_rule (org_id, id, name, definition, delivery) values ($1, $2, $3, $4, $5)', [tx.orgId, id, given.name ?? `Reguła ${id.slice(-8)}`,
    JSON.stringify(given.definition ?? { kind: 'event', on: 'answer', where: null }), JSON.stringify({ ...toManagers, ...given.delivery })])
  return id
}

export const firingOf = (ruleId: string, given: Partial<Firing> = {}): Firing => {
  const occurrence = given.occurrence ?? `answer:${newId()}`
  return { ruleId, ruleVersion: 1, occurrence, key: occurrence, at: new Date(), urgent: false, noData: false, why: {}, ...given }
}

export interface DeliveryRow { id: string; alert_id: string; staff_id: string | null; destination_id: string | null; road: string; step: number; bundle: string | null; state: string; because: { code: string }; send_after: Date; detail: string | null; attempts: number }
/** Oldest first. */
export const deliveriesOf = (tx: Tx, alertId?: string): Promise<DeliveryRow[]> =>
  tx.query<DeliveryRow>('select id, alert_id, staff_id, destination_id, road, step, bundle, state, because, send_after, detail, attempts from alert_delivery where org_id = $1 and ($2::uuid is null or alert_id = $2) order by created_at, id', [tx.orgId, alertId ?? null])
