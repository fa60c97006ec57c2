// A task from a warning: who sees to it, and by when.
import type { BodyOf, Warning, makeWarningTask as taskRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { createTask } from '../../../routing/index.ts'
import { getWarning } from '../list-warnings.ts'

/** The asker's own, unless somebody is named. @throws Refusal */
export async function makeWarningTask(tx: Tx, actor: Actor, id: string, { title, ownerId, dueAt }: BodyOf<typeof taskRoute>): Promise<Warning> {
  // Two who press at once make one task.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' task of warning ' || $2, 0))`, [tx.orgId, id], 'lock-task-of-warning')
  const warning = await getWarning(tx, actor, id)
  if (warning.taskId !== null) throw new Refusal('conflict', 'There is a task of this warning already: open it from the warning.')
  const taskId = await createTask(tx, { title, ownerId: ownerId === undefined ? actor.staffId : ownerId, dueAt: dueAt ?? null, origin: 'warning', source: { kind: 'warning', id: warning.id }, createdBy: actor.staffId })
  await tx.query('update warning set task_id = $3, updated_at = now() where org_id = $1 and id = $2', [tx.orgId, id, taskId], 'task-of-warning')
  await audit(tx, actor, 'warning.taskMade', { kind: 'warning', id }, { taskId })
  tx.publish({ name: 'insight.warningChanged', ids: { warningId: id } })
  return getWarning(tx, actor, id)
}
