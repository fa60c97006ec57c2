import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/** @param own the rule that may keep its name @throws Refusal `invalid-input`, `conflict` */
export async function checkRuleName(tx: Tx, given: string, own: string | null): Promise<string> {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: give the rule a name that says what it tells of.', { name: 'is empty' })
  // Two that come at once: the second waits, and finds the first.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' alert rules', 0))`, [tx.orgId], 'lock-alert-rule-names')
  const taken = await tx.query('select from alert_rule where org_id = $1 and lower(name) = lower($2) and retired_at is null and id is distinct from $3', [tx.orgId, name, own], 'alert-rule-called')
  if (taken.length > 0) throw new Refusal('conflict', `There is an alert rule called ${JSON.stringify(name)} already: choose another name.`, { name: 'is taken' })
  return name
}
