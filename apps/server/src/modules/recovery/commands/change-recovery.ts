import type { BodyOf, Recovery, changeRecovery as changeRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { audit, refuseOnlooker, refuseUnknownPeople } from '../../identity/index.ts'
import { notify } from '../../notifications/index.ts'
import { changeTask } from '../../routing/index.ts'
import { refuseUnknownCause } from '../../vocabulary/index.ts'
import { appendHistory, entryOf } from '../history.ts'
import { readRecoverySettings } from '../settings/recovery-settings.ts'
import { lockRecovery, showChanged, type LockedRecovery } from './lock-recovery.ts'

/** @throws Refusal */
export async function changeRecovery(tx: Tx, actor: Actor, id: string, patch: BodyOf<typeof changeRoute>): Promise<Recovery> {
  const now = await lockRecovery(tx, actor, id)
  const ownerId = patch.ownerId === undefined ? now.owner_id : (patch.ownerId?.toLowerCase() ?? null)
  const causeId = patch.causeId === undefined ? now.cause_id : (patch.causeId?.toLowerCase() ?? null)
  const remedy = patch.remedy === undefined ? now.remedy : storable(patch.remedy).trim()
  if (causeId !== null && causeId !== now.cause_id) await refuseUnknownCause(tx, causeId)
  if (now.closed_as === 'solved') await refuseUnexplained(tx, causeId, remedy)
  if (ownerId !== null && ownerId !== now.owner_id) await refuseStranger(tx, ownerId, now)
  const [given, noted] = [ownerId !== now.owner_id, causeId !== now.cause_id || remedy !== now.remedy]
  if (given || noted) {
    await tx.query(`update recovery set owner_id = $3, because = case when $4 then '{"code": "staff"}' else because end, cause_id = $5, remedy = $6 where org_id = $1 and id = $2`, [tx.orgId, id, ownerId, given, causeId, remedy], 'change-recovery')
    await appendHistory(tx, id, ...(given ? [entryOf('given', actor.staffId, { from: now.owner_id, to: ownerId })] : []), ...(noted ? [entryOf('noted', actor.staffId, { causeId })] : []))
    await audit(tx, actor, 'recovery.changed', { kind: 'recovery', id }, { ...(given ? { ownerId: [now.owner_id, ownerId] } : {}), ...(causeId !== now.cause_id ? { causeId: [now.cause_id, causeId] } : {}) })
  }
  if (given) await passOn(tx, actor, now, ownerId)
  return showChanged(tx, actor, now)
}

/** The task goes along; one that cannot stays where it is. */
async function passOn(tx: Tx, actor: Actor, { id, ticket_id, task_id }: LockedRecovery, ownerId: string | null): Promise<void> {
  if (ownerId !== null) await notify(tx, [{ staffId: ownerId, kind: 'recovery', dedupeKey: `recovery:${id}`, ticketId: ticket_id, detail: { recoveryId: id }, by: actor.staffId }])
  if (task_id !== null) await changeTask(tx, actor.staffId, task_id, { ownerId }).catch((error: unknown) => { if (!(error instanceof Refusal)) throw error })
}

async function refuseStranger(tx: Tx, ownerId: string, { ticket_id }: LockedRecovery): Promise<void> {
  await refuseUnknownPeople(tx, [ownerId], 'ownerId')
  await refuseOnlooker(tx, ownerId, 'recovery.change', 'ownerId')
  if (ticket_id === null) return
  const [row] = await tx.query<{ name: string; sees: boolean }>('select s.name, may_see_ticket(s.id, $3) as sees from staff s where s.org_id = $1 and s.id = $2', [tx.orgId, ownerId, ticket_id], 'owner-sees-recovery')
  if (row?.sees !== true) throw new Refusal('cannot-do', `${row?.name ?? 'This person'} does not see the ticket of this customer: choose somebody who does.`, { ownerId: 'does not see the ticket' })
}

/** @throws Refusal `invalid-input` when "solved" is to stand without what the organization wants to know */
export async function refuseUnexplained(tx: Tx, causeId: string | null, remedy: string): Promise<void> {
  const { settings } = await readRecoverySettings(tx)
  const missing = { ...(settings.causeNeeded && causeId === null ? { causeId: 'is missing' } : {}), ...(settings.remedyNeeded && remedy === '' ? { remedy: 'is empty' } : {}) }
  if (Object.keys(missing).length > 0) throw new Refusal('invalid-input', 'Calling it solved needs its cause and what was done: choose a cause and write one sentence.', missing)
}
