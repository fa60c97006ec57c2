// The rules of an organization as each process keeps them: compiled once, and again when their count of changes has moved. That count is read in
// the transaction that judges, so a rule changed a moment ago is never judged by as it was.
import type { AlertRuleDefinition } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { timeZoneOf } from '../../../identity/index.ts'
import { readAlertWords } from '../../rules/fields/alert-words.ts'
import { compileRules, type CompiledRules, type RuleToJudge } from './compiled-rule.ts'
import { indexRules, type RuleIndex } from './index-rules.ts'

export interface KnownRules extends CompiledRules { version: string; zone: string; index: RuleIndex; byId: ReadonlyMap<string, RuleToJudge> }

/** A copy of what is stored, kept by its version: any process may forget it at any time. */
const kept = new Map<number, KnownRules>()
const mostKept = 200

/** Without a rule nothing was ever counted, and nothing is to be judged: one look-up by key. */
export async function knownRules(tx: Tx): Promise<KnownRules | null> {
  const [row] = await tx.query<{ version: string }>('select version::text as version from alert_rules_version where org_id = $1', [tx.orgId], 'alert-rules-version')
  if (row === undefined) return null
  const known = kept.get(tx.orgId)
  if (known?.version === row.version) return known
  const [rules, words, zone] = await Promise.all([readRulesToJudge(tx), readAlertWords(tx, { known: false }), timeZoneOf(tx)])
  const compiled = compileRules(rules, words, zone)
  const made: KnownRules = { ...compiled, version: row.version, zone, index: indexRules(compiled.events), byId: new Map(rules.map((r) => [r.id, r])) }
  kept.delete(tx.orgId)
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  kept.set(tx.orgId, made)
  return made
}

interface Row { id: string; version: number; since: Date; definition: AlertRuleDefinition; urgent: boolean }

async function readRulesToJudge(tx: Tx): Promise<RuleToJudge[]> {
  const rows = await tx.query<Row>(`select id, version, since, definition, coalesce((delivery->>'urgent')::boolean, false) as urgent from alert_rule where org_id = $1 and active and retired_at is null order by id`, [tx.orgId], 'alert-rules-to-judge')
  return rows.map((r) => ({ id: r.id, version: r.version, urgent: r.urgent, since: r.since.getTime(), definition: r.definition }))
}

/** With every change of a rule. */
export async function countRulesUp(tx: Tx): Promise<void> {
  await tx.query('insert into alert_rules_version (org_id) values ($1) on conflict (org_id) do update set version = alert_rules_version.version + 1', [tx.orgId], 'count-alert-rules-up')
}

/** Where there are rules: what they judge by besides themselves has changed. */
export async function recompileKnownRules(tx: Tx): Promise<void> {
  await tx.query('update alert_rules_version set version = version + 1 where org_id = $1', [tx.orgId], 'recompile-alert-rules')
}
