// Rules by their names.
import type { AlertRule, QueryOf, listAlertRules as listRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { languageOf } from '../../identity/index.ts'
import { presentRules } from './present-rule.ts'
import { selectRules, type RuleRow } from './rule-row.ts'

export async function listRules(tx: Tx, actor: Actor, { active, limit = 50, cursor }: QueryOf<typeof listRoute>): Promise<{ items: AlertRule[]; next: string | null }> {
  const [name, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, 2).map(String) as [string, string]
  const rows = await tx.query<RuleRow>(
    `${selectRules} where r.org_id = $1 and r.retired_at is null and ($2::boolean is null or r.active = $2) and ($3::text is null or (lower(r.name), r.id) > ($3, $4::uuid)) order by lower(r.name), r.id limit $5`,
    [tx.orgId, active ?? null, name, id !== null && isId(id) ? id : null, limit + 1], 'list-alert-rules')
  const page = toPage(rows, limit, (row) => row, (row) => [row.name.toLowerCase(), row.id])
  return { items: await presentRules(tx, page.items, await languageOf(tx, actor.staffId)), next: page.next }
}

/** Retired ones too: their alerts name them. @throws Refusal `not-found` */
export async function getRule(tx: Tx, actor: Actor, id: string): Promise<AlertRule> {
  const row = await findRule(tx, id)
  if (row === null) throw notFound('alert rule')
  return (await presentRules(tx, [row], await languageOf(tx, actor.staffId)))[0]!
}

async function findRule(tx: Tx, id: string): Promise<RuleRow | null> {
  const [row] = isId(id) ? await tx.query<RuleRow>(`${selectRules} where r.org_id = $1 and r.id = $2`, [tx.orgId, id], 'get-alert-rule') : []
  return row ?? null
}
