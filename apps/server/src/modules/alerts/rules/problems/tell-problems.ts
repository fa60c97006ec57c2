// By the hour: a rule that went blind or deaf says so to the managers, once for each thing that does not hold any more.
import type { AlertDeliveryWish, AlertRuleDefinition } from '@kontuar/contracts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import type { Job } from '../../../../platform/jobs/define.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { peopleInCharge } from '../../../identity/index.ts'
import { notify } from '../../../notifications/index.ts'
import { findProblems, type Problem } from './find-problems.ts'

interface Row { id: string; name: string; definition: AlertRuleDefinition; delivery: AlertDeliveryWish; problems_told: string[] }

export const tellRuleProblems = ({ db }: Platform): Job => ({
  name: 'alerts.tellRuleProblems',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from organizations_with_alert_rules()', [], 'organizations-with-alert-rules')) await tellProblems(db, orgId)
  },
})

const rulesAtOnce = 500

export async function tellProblems(db: Database, orgId: number): Promise<void> {
  for (let after: string | null = null; ;) {
    const rows: Row[] = await db.write(orgId, async (tx) => {
      const some = await tx.query<Row>(
        `select id, name, definition, delivery, problems_told from alert_rule where org_id = $1 and active and retired_at is null and ($2::uuid is null or id > $2) order by id limit ${rulesAtOnce} for no key update`, [tx.orgId, after], 'rules-to-look-over')
      await tellOf(tx, some)
      return some
    })
    if (rows.length < rulesAtOnce) return
    after = rows.at(-1)!.id
  }
}

async function tellOf(tx: Tx, rows: readonly Row[]): Promise<void> {
  const found = await findProblems(tx, rows)
  const changed = rows.map((row) => ({ row, now: (found.get(row.id) ?? []).map(nameOf) })).filter(({ row, now }) => now.join() !== row.problems_told.join())
  if (changed.length === 0) return
  await tx.query('update alert_rule r set problems_told = c.told from jsonb_to_recordset($2) c (id uuid, told jsonb) where r.org_id = $1 and r.id = c.id', [tx.orgId, JSON.stringify(changed.map(({ row, now }) => ({ id: row.id, told: now })))], 'keep-told-problems')
  const fresh = changed.filter(({ row, now }) => now.some((name) => !row.problems_told.includes(name)))
  if (fresh.length === 0) return
  const people = await peopleInCharge(tx, [{ to: 'role', role: 'manager' }])
  await notify(tx, fresh.flatMap(({ row, now }) => people.map(({ staffId }) => ({ staffId, kind: 'alert' as const, dedupeKey: `alert-rule-problem:${row.id}:${now.join()}`, detail: { alertRuleId: row.id, ruleName: row.name, ruleProblem: true } }))))
}

const nameOf = ({ code, name }: Problem): string => `${code}:${name ?? ''}`
