// Rows of survey_invitation as they are planned or not.
import type { SuppressionReason } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storableJson } from '../../../../platform/db/storable.ts'
import { noteSteps } from '../../counting/index.ts'
import type { Happening } from './happening.ts'

export interface NewInvitation extends Omit<Happening, 'touchpointId'> {
  id: string
  touchpointId: string | null
  surveyId: string
  sendAt: Date
  state: 'planned' | 'suppressed'
  reason: SuppressionReason | null
  detail: Record<string, unknown> | null
}

export async function storePlanned(tx: Tx, invitations: readonly NewInvitation[]): Promise<void> {
  if (invitations.length === 0) return
  await tx.query(
    `insert into survey_invitation (org_id, id, survey_id, touchpoint_id, list_id, customer_id, road, language, cause, ticket_id, source_interaction_id, purchase_id, staff_id, team_id, queue_id, location_id, reason_id, channel,
       ticket_result, facts, state, reason, detail, send_at)
     select $1, i.id, i."surveyId", i."touchpointId", i."listId", i."customerId", i.road, i.language, i.cause, i."ticketId", i."interactionId", i."purchaseId", i."staffId", i."teamId", i."queueId", i."locationId", i."reasonId", i.channel,
       i."ticketResult", i.facts, i.state, i.reason, i.detail, i."sendAt"
     from jsonb_to_recordset($2) i (id uuid, "surveyId" uuid, "touchpointId" uuid, "listId" uuid, "customerId" uuid, road text, language text, cause text, "ticketId" uuid, "interactionId" uuid, "purchaseId" uuid, "staffId" uuid,
       "teamId" uuid, "queueId" uuid, "locationId" uuid, "reasonId" uuid, channel text, "ticketResult" text, facts jsonb, state text, reason text, detail jsonb, "sendAt" timestamptz)`,
    [tx.orgId, storableJson(invitations)], 'store-planned')
  // Each one considered counts as planned, also when it was suppressed at once: the funnel begins with all of them.
  await noteSteps(tx, invitations.map((i) => i.id), 'planned')
  await noteSuppressed(tx, invitations)
  tx.publish(...invitations.map((i) => invitationChanged(i.id, i.ticketId, i.customerId)))
}

export interface Suppressed { id: string; reason: SuppressionReason | null; detail: Record<string, unknown> | null }

/** Planned ones that are not sent after all. The people are locked by the caller. */
export async function suppressPlanned(tx: Tx, suppressed: readonly Suppressed[]): Promise<void> {
  if (suppressed.length === 0) return
  const rows = await tx.query<{ id: string; ticket_id: string | null; customer_id: string }>(
    `update survey_invitation i set state = 'suppressed', reason = s.reason, detail = s.detail from jsonb_to_recordset($2) s (id uuid, reason text, detail jsonb)
     where i.org_id = $1 and i.id = s.id and i.state = 'planned' returning i.id, i.ticket_id, i.customer_id`, [tx.orgId, storableJson(suppressed)], 'suppress-planned')
  const changed = new Set(rows.map((r) => r.id))
  await noteSuppressed(tx, suppressed.filter((s) => changed.has(s.id)))
  tx.publish(...rows.map((r) => invitationChanged(r.id, r.ticket_id, r.customer_id)))
}

async function noteSuppressed(tx: Tx, suppressed: readonly Pick<Suppressed, 'id' | 'reason'>[]): Promise<void> {
  for (const [reason, of] of Map.groupBy(suppressed.filter((s) => s.reason !== null), (s) => s.reason!)) await noteSteps(tx, of.map((s) => s.id), `suppressed:${reason}`)
}

export const invitationChanged = (invitationId: string, ticketId: string | null, customerId: string) =>
  ({ name: 'feedback.invitationChanged', ids: { invitationId, customerId, ...(ticketId === null ? {} : { ticketId }) } })
