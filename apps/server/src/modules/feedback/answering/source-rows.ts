// One question each: all that a page needs to know of an invitation or a link. Read by primary key after a door named it.
import type { Road } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Look } from './opened-survey.ts'

/** Who, where and what, as it was then. */
export interface Then {
  touchpointId: string | null; customerId: string | null; ticketId: string | null; sourceInteractionId: string | null; purchaseId: string | null
  staffId: string | null; teamId: string | null; queueId: string | null; locationId: string | null; reasonId: string | null; channel: string | null; ticketResult: string | null
  place: string
}
export const nothingThen: Then = {
  touchpointId: null, customerId: null, ticketId: null, sourceInteractionId: null, purchaseId: null, staffId: null, teamId: null, queueId: null, locationId: null, reasonId: null, channel: null, ticketResult: null, place: '',
}

/** How the survey stands. */
export interface SurveyStanding { state: 'draft' | 'active' | 'paused' | 'ended'; anonymous: boolean; version: number; quota: number | null; tooEarly: boolean; tooLate: boolean; retired: boolean }

export interface SourceRow {
  orgId: number
  road: Road
  surveyId: string
  /** Bound to it; null: the newest. */
  version: number | null
  invitationId: string | null
  linkId: string | null
  language: string | null
  about: Then
  survey: SurveyStanding
  organization: string; locale: string; timeZone: string; look: Look
  facts: Record<string, string>
  customerName: string
  origins: string[] | null
  /** Of an invitation. */
  state: string; expired: boolean; opened: boolean; clickedValue: string | null; started: boolean; finished: boolean
}

interface Row {
  road: Road; survey_id: string; version: number | null; language: string | null; about: Then; survey: SurveyStanding
  organization: string; locale: string; time_zone: string; look: Look | null; facts: Record<string, string | null>; customer_name: string | null; origins: string[] | null
  state: string; expired: boolean; opened: boolean; clicked_value: string | null; started: boolean; finished: boolean
}

const standing = `json_build_object('state', s.state, 'anonymous', s.anonymous, 'version', s.version, 'quota', s.quota, 'tooEarly', coalesce(s.starts_at > clock_timestamp(), false),
  'tooLate', coalesce(s.ends_at <= clock_timestamp(), false), 'retired', s.retired_at is not null) as survey, o.name as organization, o.locale, o.time_zone, f.look`
const around = `join survey s on s.org_id = x.org_id and s.id = x.survey_id join org o on o.id = x.org_id left join feedback_setting f on f.org_id = x.org_id left join location l on l.org_id = x.org_id and l.id = x.location_id`

const invitationQuery = `select x.road, x.survey_id, x.version, x.language, x.state, coalesce(x.expires_at <= clock_timestamp(), false) as expired, x.opened_at is not null as opened, x.clicked_value,
    x.started_at is not null as started, x.finished_at is not null as finished, c.name as customer_name, null as origins,
    json_build_object('touchpointId', x.touchpoint_id, 'customerId', x.customer_id, 'ticketId', x.ticket_id, 'sourceInteractionId', x.source_interaction_id, 'purchaseId', x.purchase_id, 'staffId', x.staff_id, 'teamId', x.team_id,
      'queueId', x.queue_id, 'locationId', x.location_id, 'reasonId', x.reason_id, 'channel', x.channel, 'ticketResult', x.ticket_result, 'place', '') as "about",
    jsonb_build_object('customer.name', c.name, 'customer.firstName', split_part(c.name, ' ', 1), 'staff.name', p.name, 'location.name', l.name, 'ticket.number', t.number::text, 'ticket.subject', t.subject) || x.facts as facts,
    ${standing}
  from survey_invitation x ${around} join customer c on c.org_id = x.org_id and c.id = x.customer_id left join staff p on p.org_id = x.org_id and p.id = x.staff_id left join ticket t on t.org_id = x.org_id and t.id = x.ticket_id
  where x.org_id = $1 and x.id = $2`

const linkQuery = `select x.road, x.survey_id, null::integer as version, null as language, case when x.active and x.retired_at is null then 'sent' else 'cancelled' end as state, false as expired, true as opened, null as clicked_value,
    false as started, false as finished, null as customer_name, case when x.road in ('website', 'embedded') then coalesce(x.settings->'origins', '[]') end as origins,
    json_build_object('touchpointId', null, 'customerId', null, 'ticketId', null, 'sourceInteractionId', null, 'purchaseId', null, 'staffId', null, 'teamId', null, 'queueId', null, 'locationId', x.location_id, 'reasonId', null,
      'channel', null, 'ticketResult', null, 'place', x.place) as "about",
    jsonb_build_object('location.name', l.name) as facts,
    ${standing}
  from survey_link x ${around} where x.org_id = $1 and x.id = $2`

/** @param options.lock until the end of the transaction: two posts of one invitation come one after the other */
export async function readInvitation(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<SourceRow | null> {
  const [row] = options.lock
    ? await tx.query<Row>(`${invitationQuery} for update of x`, [tx.orgId, id], 'lock-invitation-to-answer')
    : await tx.query<Row>(invitationQuery, [tx.orgId, id], 'invitation-to-answer')
  return row === undefined ? null : { ...toSource(tx.orgId, row), invitationId: id, linkId: null }
}

export async function readLink(tx: Tx, id: string): Promise<SourceRow | null> {
  const [row] = await tx.query<Row>(linkQuery, [tx.orgId, id], 'link-to-answer')
  return row === undefined ? null : { ...toSource(tx.orgId, row), invitationId: null, linkId: id }
}

const plainLook: Look = { colour: '#0b6e6e', logo: null, name: null }

function toSource(orgId: number, row: Row): Omit<SourceRow, 'invitationId' | 'linkId'> {
  const look = row.look ?? plainLook
  const known = Object.entries(row.facts).filter((fact): fact is [string, string] => typeof fact[1] === 'string' && fact[1] !== '')
  return {
    orgId, road: row.road, surveyId: row.survey_id, version: row.version, language: row.language, about: row.about, survey: row.survey, organization: row.organization, locale: row.locale, timeZone: row.time_zone, look,
    facts: { ...Object.fromEntries(known), 'organization.name': look.name ?? row.organization }, customerName: row.customer_name ?? '', origins: row.origins,
    state: row.state, expired: row.expired, opened: row.opened, clickedValue: row.clicked_value, started: row.started, finished: row.finished,
  }
}
