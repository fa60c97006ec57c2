import type { BodyOf, Recovery, closeRecovery as closeRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { audit } from '../../identity/index.ts'
import { changeTask } from '../../routing/index.ts'
import { refuseUnknownCause } from '../../vocabulary/index.ts'
import { askSecondQuestion } from '../asking/ask-second-question.ts'
import { appendHistory, entryOf } from '../history.ts'
import { readRecoverySettings } from '../settings/recovery-settings.ts'
import { refuseUnexplained } from './change-recovery.ts'
import { lockRecovery, showChanged } from './lock-recovery.ts'

/** Closed as solved the customer is asked whether it is. @throws Refusal */
export async function closeRecovery(tx: Tx, actor: Actor, id: string, { as, ask, ...said }: BodyOf<typeof closeRoute>, now: Date = new Date()): Promise<Recovery> {
  const loop = await lockRecovery(tx, actor, id)
  if (loop.closed_at !== null) throw new Refusal('cannot-do', 'This has been closed already: open it again first, or change its cause and remedy as they stand.')
  // It takes a low score, perhaps about themselves or the colleague beside them, out of the figures.
  if (as === 'mistaken' && !actor.permissions.has('feedback.manage')) throw new Refusal('not-allowed', 'Whether a low score was a mistake is for those to say who may manage feedback: ask a manager.', { as: 'needs feedback.manage' })
  const { settings } = await readRecoverySettings(tx)
  if (ask === true && settings.ask === 'never') throw new Refusal('cannot-do', 'The settings say that the second question is never asked: leave it out, or change the settings.', { ask: 'is switched off' })
  if (ask === true && as !== 'solved') throw new Refusal('invalid-input', 'Only who was helped is asked whether it is solved: leave the question out, or close it as solved.', { ask: 'belongs to solved' })
  const causeId = said.causeId === undefined ? loop.cause_id : (said.causeId?.toLowerCase() ?? null)
  const remedy = said.remedy === undefined ? loop.remedy : storable(said.remedy).trim()
  if (causeId !== null && causeId !== loop.cause_id) await refuseUnknownCause(tx, causeId)
  if (as === 'solved') await refuseUnexplained(tx, causeId, remedy)
  const backUntil = as === 'solved' ? new Date(now.getTime() + settings.comeBackDays * 86_400_000) : null
  await tx.query('update recovery set cause_id = $3, remedy = $4, closed_at = $5, closed_by = $6, closed_as = $7, back_until = $8 where org_id = $1 and id = $2', [tx.orgId, id, causeId, remedy, now, actor.staffId, as, backUntil], 'close-recovery')
  await appendHistory(tx, id, entryOf('closed', actor.staffId, { as, causeId }, now))
  await audit(tx, actor, 'recovery.closed', { kind: 'recovery', id }, { as, causeId })
  // What it was made for is done; a task that asks for more than this stays open.
  if (loop.task_id !== null) await changeTask(tx, actor.staffId, loop.task_id, { done: true, causeId, remedy }).catch((error: unknown) => { if (!(error instanceof Refusal)) throw error })
  const shown = await showChanged(tx, actor, loop)
  if (as !== 'solved' || !(ask ?? settings.ask === 'always')) return shown
  // Last: it looks at others' invitations too, beyond what the actor may see.
  await askSecondQuestion(tx, loop, settings, now)
  return shown
}
