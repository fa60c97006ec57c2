import type { Recovery } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { audit } from '../../identity/index.ts'
import { cancelPlanned } from '../../feedback/index.ts'
import { appendHistory, entryOf } from '../history.ts'
import { lockRecovery, showChanged } from './lock-recovery.ts'

/** A question not sent yet is not sent. @throws Refusal */
export async function reopenRecovery(tx: Tx, actor: Actor, id: string): Promise<Recovery> {
  const loop = await lockRecovery(tx, actor, id)
  if (loop.closed_at === null) throw new Refusal('cannot-do', 'This is open already: go on with it.')
  await tx.query('update recovery set closed_at = null, closed_by = null, closed_as = null where org_id = $1 and id = $2', [tx.orgId, id], 'reopen-recovery')
  await appendHistory(tx, id, entryOf('reopened', actor.staffId, { closedAt: loop.closed_at.toISOString(), as: loop.closed_as }))
  await audit(tx, actor, 'recovery.reopened', { kind: 'recovery', id }, { as: loop.closed_as })
  if (loop.invitation_id !== null) await cancelPlanned(tx, { ids: [loop.invitation_id] }, 'reopened')
  return showChanged(tx, actor, loop)
}
