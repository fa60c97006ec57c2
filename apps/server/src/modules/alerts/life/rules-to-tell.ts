// Rules as those see them who keep alerts and tell people: their name, and whom they tell how.
import type { AlertDeliveryWish, AlertRuleDefinition } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'

export interface RuleToTell { id: string; name: string; definition: AlertRuleDefinition; delivery: AlertDeliveryWish }

/** Those in use, locked until the commit in the order of their ids: who fires them at the same time comes after us. */
export async function lockRules(tx: Tx, ids: readonly string[]): Promise<Map<string, RuleToTell>> {
  const rows = await tx.query<RuleToTell>(
    `select r.id, r.name, r.definition, r.delivery from alert_rule r where r.org_id = $1 and r.id = any ($2) and r.active and r.retired_at is null order by r.id for no key update`, [tx.orgId, [...new Set(ids)]], 'lock-alert-rules')
  return new Map(rows.map((r) => [r.id, r]))
}

export async function readRules(tx: Tx, ids: readonly string[]): Promise<Map<string, RuleToTell>> {
  const rows = await tx.query<RuleToTell>('select r.id, r.name, r.definition, r.delivery from alert_rule r where r.org_id = $1 and r.id = any ($2)', [tx.orgId, [...new Set(ids)]], 'alert-rules-to-tell')
  return new Map(rows.map((r) => [r.id, r]))
}
