// What has become of due invitations, into their rows.
import type { SuppressionReason } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { AutomaticRefusal, SmsRefusal } from '../../../channels/index.ts'
import { noteSteps } from '../../counting/index.ts'
import { invitationChanged } from '../planning/store-planned.ts'
import type { Composed } from './compose-invitations.ts'

export interface Sent { composed: Composed; interactionId: string }

/** @param expireDays how long it can be answered */
export async function writeSent(tx: Tx, sent: readonly Sent[], expireDays: number): Promise<void> {
  if (sent.length === 0) return
  await tx.query(
    `update survey_invitation i set state = 'sent', reason = null, detail = null, version = s.version, road = s.road, address = s.address, language = s.language, token_hash = decode(s.hash, 'hex'), interaction_id = s.interaction,
       facts = i.facts || s.facts, sent_at = clock_timestamp(), expires_at = clock_timestamp() + $3 * interval '1 day'
     from jsonb_to_recordset($2) s (id uuid, version integer, road text, address text, language text, hash text, interaction uuid, facts jsonb) where i.org_id = $1 and i.id = s.id`,
    [tx.orgId, JSON.stringify(sent.map(({ composed: c, interactionId }) => ({ id: c.due.id, version: c.version, road: c.road, address: c.address, language: c.language, hash: c.tokenHash.toString('hex'), interaction: interactionId, facts: c.facts }))), expireDays], 'write-sent')
  await noteSteps(tx, sent.map((s) => s.composed.due.id), 'sent')
  tx.publish(...sent.map(({ composed: { due } }) => invitationChanged(due.id, due.ticket_id, due.customer_id)))
}

export async function putOff(tx: Tx, later: readonly { id: string; sendAt: Date }[]): Promise<void> {
  if (later.length === 0) return
  await tx.query('update survey_invitation i set send_at = l.at from unnest($2::uuid[], $3::timestamptz[]) l (id, at) where i.org_id = $1 and i.id = l.id', [tx.orgId, later.map((l) => l.id), later.map((l) => l.sendAt)], 'put-off-invitations')
}

export async function writeFailed(tx: Tx, failed: readonly { id: string; reason: string; detail: string }[]): Promise<void> {
  if (failed.length === 0) return
  const rows = await tx.query<{ id: string; ticket_id: string | null; customer_id: string }>(
    `update survey_invitation i set state = 'failed', reason = f.reason, detail = jsonb_build_object('error', f.detail) from unnest($2::uuid[], $3::text[], $4::text[]) f (id, reason, detail)
     where i.org_id = $1 and i.id = f.id and i.state = 'planned' returning i.id, i.ticket_id, i.customer_id`, [tx.orgId, failed.map((f) => f.id), failed.map((f) => f.reason), failed.map((f) => f.detail)], 'write-failed')
  tx.publish(...rows.map((r) => invitationChanged(r.id, r.ticket_id, r.customer_id)))
}

/** What channels would not take. */
export const reasonOfRefusal: Record<AutomaticRefusal | SmsRefusal, SuppressionReason> = {
  'own-address': 'automatic', 'bad-address': 'no-address', 'bad-number': 'no-address', 'no-mailbox': 'cannot-send', 'no-gateway': 'cannot-send', 'number-limit': 'cannot-send',
}
