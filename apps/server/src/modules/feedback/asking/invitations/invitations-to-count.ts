import type { Tx } from '../../../../platform/db/database.ts'

/** An invitation that reached somebody: sent, and neither bounced nor failed. `at`: when it left, epoch milliseconds. */
export interface InvitationToCount {
  id: string; at: number; surveyId: string; touchpointId: string | null; ticketId: string | null; customerId: string
  staffId: string | null; teamId: string | null; queueId: string | null; locationId: string | null; reasonId: string | null; channel: string | null; language: string | null
  /** Its first page was posted. */
  answered: boolean
  /** A point was clicked in the mail, and nothing posted: perhaps by a machine. */
  unconfirmed: boolean
}

/** Delivered ones of named surveys: when one of an anonymous survey was answered leads to the answer, and is told nobody. */
export const readInvitationsToCount = (tx: Tx, ids: readonly string[]): Promise<InvitationToCount[]> => tx.query<InvitationToCount>(
  `select i.id, floor(extract(epoch from i.sent_at) * 1000)::float8 as at, i.survey_id as "surveyId", i.touchpoint_id as "touchpointId", i.ticket_id as "ticketId", i.customer_id as "customerId",
     i.staff_id as "staffId", i.team_id as "teamId", i.queue_id as "queueId", i.location_id as "locationId", i.reason_id as "reasonId", i.channel, i.language, i.started_at is not null as answered, i.clicked_at is not null and i.started_at is null as unconfirmed
   from survey_invitation i join survey s on s.org_id = i.org_id and s.id = i.survey_id where i.org_id = $1 and i.id = any ($2) and not s.anonymous and i.state = 'sent' and i.sent_at is not null`, [tx.orgId, ids], 'invitations-to-count')
