// Snooze, dismiss with a reason, open again.
import type { BodyOf, Warning, changeWarning as changeRoute } from '@kontuar/contracts'
import { storable } from '../../../../platform/db/storable.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { getWarning } from '../list-warnings.ts'

type Change = BodyOf<typeof changeRoute>
const longestSnoozeDays = 92

/** @throws Refusal */
export async function changeWarning(tx: Tx, actor: Actor, id: string, change: Change, now = new Date()): Promise<Warning> {
  const before = await getWarning(tx, actor, id)
  if (before.state === 'over') throw new Refusal('cannot-do', 'This warning is over: what it spoke of has gone back to usual. If it comes again there will be another one.')
  const [state, until] = change.state === 'snoozed' ? ['snoozed', takeUntil(change.until, now)] : [change.state, null]
  if (change.state === 'dismissed' && change.reason === undefined) throw new Refusal('invalid-input', 'Say why it is dismissed, so that the check can learn: send the reason.', { reason: 'is missing' })
  const closed = change.state === 'dismissed'
  if (!closed && before.state === 'dismissed') await refuseSecond(tx, id)
  await tx.query(
    `update warning set state = $3, snoozed_until = $4, closed_at = $5, closed_by = $6, closed_reason = $7, note = coalesce($8, note), updated_at = now() where org_id = $1 and id = $2`,
    [tx.orgId, id, state, until, closed ? now : null, closed ? actor.staffId : null, closed ? change.reason : null, change.note === undefined ? null : storable(change.note).trim()], 'change-warning')
  await audit(tx, actor, `warning.${change.state === 'open' ? 'opened' : change.state}`, { kind: 'warning', id }, { from: before.state, ...(change.reason === undefined ? {} : { reason: change.reason }) })
  tx.publish({ name: 'insight.warningChanged', ids: { warningId: id } })
  return getWarning(tx, actor, id)
}

function takeUntil(given: string | undefined, now: Date): Date {
  const until = new Date(given ?? Number.NaN)
  if (Number.isNaN(until.getTime())) throw new Refusal('invalid-input', 'Say until when it is to rest: send "until".', { until: 'is missing' })
  if (until <= now || until.getTime() > now.getTime() + longestSnoozeDays * 86_400_000) throw new Refusal('invalid-input', `It can rest until any moment of the next ${longestSnoozeDays} days: choose a time that lies ahead, or dismiss it.`, { until: 'does not lie in the next three months' })
  return until
}

/** @throws Refusal `conflict` */
async function refuseSecond(tx: Tx, id: string): Promise<void> {
  const [other] = await tx.query(`select 1 from warning w join warning o on o.org_id = w.org_id and o.key = w.key and o.id <> w.id and o.state in ('open', 'snoozed') where w.org_id = $1 and w.id = $2`, [tx.orgId, id], 'newer-warning')
  if (other !== undefined) throw new Refusal('conflict', 'The same has been found again since, and that warning is open: go on with it.')
}
