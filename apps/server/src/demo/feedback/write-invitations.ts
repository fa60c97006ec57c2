// Invitations that left, with what became of each, and the mail in the customer's diary.
import { textIn } from '@kontuar/survey'
import type { Locale } from '@kontuar/contracts'
import type { Tx } from '../../platform/db/database.ts'
import { storableJson } from '../../platform/db/storable.ts'
import { newId } from '../../platform/id.ts'
import { noteSteps } from '../../modules/feedback/index.ts'
import type { Mailbox } from '../past/ground.ts'
import type { Asked } from './build-surveys.ts'

export interface Invited {
  id: string
  cause: string
  customer: { id: string; name: string; address: string; language: Locale }
  sentAt: number
  opened: boolean
  answeredAt: number | null
  ticket: { id: string; staff: string | null; team: string | null; queue: string | null; location: string | null; reason: string | null; channel: string; result: string | null } | null
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

export async function writeInvitations(tx: Tx, survey: Asked, touchpointId: string, mailbox: Mailbox, invited: readonly Invited[]): Promise<void> {
  const rows = invited.map(({ id, cause, customer, ticket, ...i }) => ({
    id, entry: newId(), cause, customer: customer.id, name: customer.name, address: customer.address, language: customer.language, sent: iso(i.sentAt), opened: i.opened ? iso(i.sentAt + 300_000) : null, answered: iso(i.answeredAt),
    subject: textIn(survey.definition.title, customer.language, 'pl'), text: textIn(survey.definition.questions[0]!.title, customer.language, 'pl').replace(/\{\{organization\.name\|([^}]*)\}\}/g, '$1'),
    ticket: ticket?.id ?? null, staff: ticket?.staff ?? null, team: ticket?.team ?? null, queue: ticket?.queue ?? null, location: ticket?.location ?? null, reason: ticket?.reason ?? null, channel: ticket?.channel ?? null, result: ticket?.result ?? null,
  }))
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, created_at, from_name, from_address, recipients, subject, text, automatic, mail_class)
     select $1, i.entry, i.ticket, i.customer, 'message', 'out', 'email', $3, i.sent, i.sent, $4, $5, jsonb_build_object('to', jsonb_build_array(jsonb_build_object('name', i.name, 'address', i.address)), 'cc', '[]'::jsonb, 'bcc', '[]'::jsonb, 'replyTo', '[]'::jsonb), i.subject, i.text, true, 'auto-reply'
     from jsonb_to_recordset($2) i (entry uuid, ticket uuid, customer uuid, name text, address text, sent timestamptz, subject text, text text)`, [tx.orgId, storableJson(rows), mailbox.id, mailbox.name, mailbox.address], 'demo-invitation-entries')
  await tx.query(
    `insert into survey_invitation (org_id, id, survey_id, version, touchpoint_id, customer_id, road, address, language, cause, ticket_id, staff_id, team_id, queue_id, location_id, reason_id, channel, ticket_result, state, interaction_id, send_at, sent_at, expires_at, opened_at, started_at, finished_at, created_at)
     select $1, i.id, $3, 1, $4, i.customer, 'email', i.address, i.language, i.cause, i.ticket, i.staff, i.team, i.queue, i.location, i.reason, i.channel, i.result, 'sent', i.entry, i.sent, i.sent, i.sent + interval '30 days', i.opened, i.answered, i.answered, i.sent
     from jsonb_to_recordset($2) i (id uuid, entry uuid, customer uuid, address text, language text, cause text, ticket uuid, staff uuid, team uuid, queue uuid, location uuid, reason uuid, channel text, result text, sent timestamptz, opened timestamptz, answered timestamptz)`,
    [tx.orgId, storableJson(rows), survey.id, touchpointId], 'demo-invitations')
  const idsOf = (which: (i: Invited) => boolean) => invited.filter(which).map((i) => i.id)
  await noteSteps(tx, idsOf((i) => !i.opened), 'planned', 'sent')
  await noteSteps(tx, idsOf((i) => i.opened && i.answeredAt === null), 'planned', 'sent', 'opened')
  await noteSteps(tx, idsOf((i) => i.answeredAt !== null), 'planned', 'sent', 'opened', 'started', 'finished')
}
