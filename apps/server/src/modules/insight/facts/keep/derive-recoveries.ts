// Facts of low scores and what became of them, brought in line.
import type { Tx } from '../../../../platform/db/database.ts'
import { insightPorts, type RecoveryToCount } from '../../ports.ts'
import { nextDue, recoveryFacts } from '../derive/recovery-facts.ts'
import { bringInLine, lockSubjects, type Difference } from './bring-in-line.ts'
import { readAbout } from './derive-answers.ts'

export async function deriveRecoveries(tx: Tx, ids: readonly string[]): Promise<Difference> {
  if (ids.length === 0) return { added: [], takenBack: [] }
  await lockSubjects(tx, ids)
  const loops = await insightPorts().readRecoveriesToCount(tx, ids)
  const { about, rules } = await readAbout(tx, loops.flatMap((loop) => loop.ticketId ?? []))
  const difference = await bringInLine(tx, ids, loops.flatMap((loop) => recoveryFacts(loop, about.get(loop.ticketId ?? '') ?? null, rules)))
  await keepDue(tx, ids, loops, rules.now)
  return difference
}

/** Those that time will change are looked at again then. */
async function keepDue(tx: Tx, ids: readonly string[], loops: readonly RecoveryToCount[], now: number): Promise<void> {
  const due = loops.flatMap((loop) => { const at = nextDue(loop, now); return at === null ? [] : [{ id: loop.id, at: new Date(at).toISOString() }] })
  await tx.query(
    `with gone as (delete from recovery_due where org_id = $1 and recovery_id = any ($2::uuid[]) and not recovery_id = any ($3::uuid[]))
     insert into recovery_due (org_id, recovery_id, due_at) select $1, d.id, d.at from unnest($3::uuid[], $4::timestamptz[]) d (id, at)
     on conflict (org_id, recovery_id) do update set due_at = excluded.due_at where recovery_due.due_at <> excluded.due_at`,
    [tx.orgId, ids, due.map((d) => d.id), due.map((d) => d.at)], 'keep-recovery-due')
}
