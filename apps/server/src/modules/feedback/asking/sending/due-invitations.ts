// Invitations whose time has come, with all that is needed to decide about them once more and to write them.
import type { TouchpointDefinition, Trigger } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { completeDefinition } from '../touchpoints/touchpoint-row.ts'

export interface DueInvitation {
  id: string
  survey_id: string
  customer_id: string
  ticket_id: string | null
  purchase_id: string | null
  source_interaction_id: string | null
  cause: string
  /** Given when it was made by hand for one road. */
  road: 'email' | 'sms' | null
  language: string | null
  send_at: Date
  facts: Record<string, string>
  queue_id: string | null
  location_id: string | null
  channel: string | null
  touchpoint: { id: string; trigger: Trigger; position: number; definition: TouchpointDefinition; off: boolean } | null
  ticket: { number: number; subject: string; open: boolean; mailboxId: string | null } | null
  mailbox_id: string | null
  staff_name: string | null
  location_name: string | null
  happened_at: Date | null
}

const columns = `i.id, i.survey_id, i.customer_id, i.ticket_id, i.purchase_id, i.source_interaction_id, i.cause, i.road, i.language, i.send_at, i.facts, i.queue_id, i.location_id, i.channel,
  case when tp.id is null then null else json_build_object('id', tp.id, 'trigger', tp.trigger, 'position', tp.position, 'definition', tp.definition, 'off', not tp.active or tp.retired_at is not null) end as touchpoint,
  case when t.id is null then null else json_build_object('number', t.number, 'subject', t.subject, 'open', t.status_category <> 'closed' or t.merged_into_id is not null, 'mailboxId', t.mailbox_id) end as ticket,
  s.mailbox_id, st.name as staff_name, l.name as location_name, coalesce(p.at, e.at) as happened_at`
const joins = `join survey s on s.org_id = i.org_id and s.id = i.survey_id left join touchpoint tp on tp.org_id = i.org_id and tp.id = i.touchpoint_id left join ticket t on t.org_id = i.org_id and t.id = i.ticket_id
  left join staff st on st.org_id = i.org_id and st.id = i.staff_id left join location l on l.org_id = i.org_id and l.id = i.location_id left join purchase p on p.org_id = i.org_id and p.id = i.purchase_id
  left join interaction e on e.org_id = i.org_id and e.id = i.source_interaction_id`

/** @param besides left out */
export const listDue = async (tx: Tx, atMost: number, besides: readonly string[]): Promise<DueInvitation[]> => (await tx.query<DueInvitation>(
  `select ${columns} from (select * from survey_invitation d where d.org_id = $1 and d.state = 'planned' and d.send_at <= clock_timestamp() and d.id <> all ($3) order by d.send_at, d.id limit $2) i ${joins} order by i.send_at, i.id`, [tx.orgId, atMost, besides], 'list-due-invitations')).map(whole)

/**
 * Of these the ones that are still planned and that nobody else is at. Person and invitation are locked together, and nothing is waited
 * for: whoever plans holds the person and may be about to change the invitation.
 */
export async function lockDue(tx: Tx, ids: readonly string[]): Promise<DueInvitation[]> {
  const locked = await tx.query<{ id: string }>(
    `select i.id from survey_invitation i join customer c on c.org_id = i.org_id and c.id = i.customer_id where i.org_id = $1 and i.id = any ($2) and i.state = 'planned' and i.send_at <= clock_timestamp()
     for no key update of i, c skip locked`, [tx.orgId, ids], 'lock-due-invitations')
  // Read behind the locks, so that nothing is older than they are.
  return locked.length === 0 ? [] : (await tx.query<DueInvitation>(`select ${columns} from survey_invitation i ${joins} where i.org_id = $1 and i.id = any ($2) order by i.send_at, i.id`, [tx.orgId, locked.map((l) => l.id)], 'read-due-invitations')).map(whole)
}

const whole = (row: DueInvitation): DueInvitation => (row.touchpoint === null ? row : { ...row, touchpoint: { ...row.touchpoint, definition: completeDefinition(row.touchpoint.definition) } })
