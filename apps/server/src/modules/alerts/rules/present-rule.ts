import type { AlertRule, Locale } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { findProblems } from './problems/find-problems.ts'
import { problemSentence } from './problems/words.ts'
import type { RuleRow } from './rule-row.ts'

export async function presentRules(tx: Tx, rows: readonly RuleRow[], language: Locale): Promise<AlertRule[]> {
  const problems = await findProblems(tx, rows)
  return rows.map((r) => ({
    id: r.id, name: r.name, version: r.version, active: r.active, retired: r.retired, since: r.since.toISOString(), definition: r.definition, delivery: r.delivery,
    problems: (problems.get(r.id) ?? []).map((problem) => problemSentence(problem, language)),
    state: { lastFiredAt: r.last_fired_at?.toISOString() ?? null, open: r.open, lastWeek: r.last_week, noData: r.no_data, lookedAt: r.looked_at?.toISOString() ?? null },
    createdByName: r.created_by_name, updatedAt: r.updated_at.toISOString(),
  }))
}
