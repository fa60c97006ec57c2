import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { cancelPlanned } from './cancel-planned.ts'

/** @throws Refusal `not-found`, or `too-late` for what is no longer planned */
export async function cancelInvitation(tx: Tx, actor: Actor, id: string): Promise<void> {
  const [row] = isId(id) ? await tx.query<{ state: string; survey_id: string }>('select state, survey_id from survey_invitation where org_id = $1 and id = $2 for no key update', [tx.orgId, id], 'lock-invitation-to-cancel') : []
  if (row === undefined) throw notFound('invitation')
  if (row.state === 'cancelled') return
  if (row.state !== 'planned') throw new Refusal('too-late', row.state === 'suppressed' ? 'This person is not asked anyway: there is nothing to cancel.' : 'The invitation has left already and cannot be called back.')
  await cancelPlanned(tx, { ids: [id] }, 'by-hand')
  await audit(tx, actor, 'survey-invitation.cancelled', { kind: 'survey-invitation', id }, { surveyId: row.survey_id })
}
