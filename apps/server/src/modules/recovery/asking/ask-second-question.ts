// Asks the customer whether it is solved, as an ordinary invitation: who may not be asked is not asked, and the row says why.
import type { RecoverySettings } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { askedAnew, planInvitations, readHandHappening } from '../../feedback/index.ts'
import { appendHistory, entryOf } from '../history.ts'
import type { LockedRecovery } from '../commands/lock-recovery.ts'
import { touchpointOfQuestion } from './touchpoint-of-question.ts'

/** In the transaction that closes it as solved. */
export async function askSecondQuestion(tx: Tx, loop: LockedRecovery, settings: RecoverySettings, closedAt: Date): Promise<void> {
  await tx.seeEverything()
  const touchpointId = await touchpointOfQuestion(tx, settings)
  const [{ n } = { n: 1 }] = await tx.query<{ n: number }>('select count(*)::int + 1 as n from recovery_asking where org_id = $1 and recovery_id = $2', [tx.orgId, loop.id], 'which-asking')
  const happening = await readHandHappening(tx, { cause: `${askedAnew}recovery:${loop.id}:${n}`, trigger: 'api', ticketId: loop.ticket_id, interactionId: null, customerId: loop.customer_id, at: closedAt })
  const [planned] = await planInvitations(tx, [{
    ...happening, touchpointId, notBefore: new Date(closedAt.getTime() + settings.askAfterHours * 3_600_000),
    // As they were when the low score came: the second answer stands beside the first.
    locationId: loop.location_id, queueId: loop.queue_id, teamId: loop.team_id, staffId: loop.staff_id, reasonId: loop.reason_id, channel: loop.channel,
  }])
  if (planned === undefined) return
  await tx.query('insert into recovery_asking (org_id, recovery_id, n, invitation_id, asked_at) values ($1, $2, $3, $4, $5)', [tx.orgId, loop.id, n, planned.id, closedAt], 'insert-recovery-asking')
  await tx.query('update recovery set invitation_id = $3 where org_id = $1 and id = $2', [tx.orgId, loop.id, planned.id], 'invitation-of-recovery')
  await appendHistory(tx, loop.id, planned.state === 'planned' ? entryOf('asked', null, { invitationId: planned.id }, closedAt) : entryOf('not-asked', null, { reason: planned.reason }, closedAt))
}
