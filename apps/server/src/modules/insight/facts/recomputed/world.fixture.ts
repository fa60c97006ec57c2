// Everything an organization has, read row by row, for a recomputation that shares nothing with what is under test. Instants are epoch
// milliseconds, or null where they are infinite or missing.
import type { SurveyDefinition } from '@kontuar/survey'
import type { InsightSettings } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'

export interface Ticket { id: string; customer_id: string; channel: string; language: string | null; created_at: number; tx: number; closed_at: number | null; status: string; queue_id: string | null; reason_id: string | null; location_id: string | null; assignee_id: string | null; merged_into_id: string | null; fields: Record<string, unknown> }
export interface Row {
  id: string; ticket_id: string | null; customer_id: string | null; kind: string; direction: string; channel: string; at: number; created_at: number; tx: number; staff_id: string | null; automatic: boolean; mail_class: string
  event: { name: string; detail: Record<string, unknown> } | null; by_hand: { request: string; decision: string; result: string } | null; timing: Record<string, string & number> | null; review: { stars: number } | null; cancelled: boolean
}
export interface Spell { kind: string; from_id: string; to_id: string; since: number | null; until: number | null }
export interface Answer { id: string; survey_id: string; anonymous: boolean; definition: SurveyDefinition; touchpoint_id: string | null; invitation_id: string | null; customer_id: string | null; ticket_id: string | null; staff_id: string | null; team_id: string | null; queue_id: string | null; location_id: string | null; reason_id: string | null; channel: string | null; language: string; values: Record<string, unknown>; comment: string | null; at: number; invalid: boolean }
export interface Invitation { id: string; survey_id: string; anonymous: boolean; touchpoint_id: string | null; customer_id: string; ticket_id: string | null; staff_id: string | null; team_id: string | null; queue_id: string | null; location_id: string | null; reason_id: string | null; channel: string | null; language: string | null; state: string; sent_at: number | null; clicked: boolean; started: boolean }
export interface Recovery {
  id: string; answer_id: string; customer_id: string; ticket_id: string | null; location_id: string | null; queue_id: string | null; team_id: string | null; staff_id: string | null; reason_id: string | null; channel: string | null
  opened_at: number; reach_due_at: number | null; due_at: number | null; contacted_at: number | null; reach_interaction_id: string | null; closed_at: number | null; closed_as: string | null; back_until: number | null; second_answer_id: string | null; recovered: boolean | null; came_back_at: number | null
}
export interface Clock { ticket_id: string; kind: string; cycle: number; state: string; due_at: number | null; stopped_at: number | null; breached_at: number | null }
export interface World {
  now: number; zone: string
  tickets: Ticket[]; rows: Row[]; spells: Spell[]; answers: Answer[]; invitations: Invitation[]; clocks: Clock[]; recoveries: Recovery[]; askings: { recovery_id: string; invitation_id: string }[]
  statuses: { key: string; category: string }[]; queues: { id: string; ready_made: string | null }[]; calendars: { calendar_id: string; definition: unknown; since: number | null }[]
  merged: { id: string; into: string }[]; fields: { id: string }[]; settings: { since: number; definition: InsightSettings }[]; legal: { ticket_id: string; created_at: number }[]
  stays: { id: string; staff_id: string; state: string; since: number; until: number | null }[]; outside: { id: string; source: string; what: string; span: string; begins_at: number; location_id: string | null; queue_id: string | null; n: number }[]
  readings: { id: string; sentiment: string | null; confidence: number | null; by: string }[]
}

const ms = (c: string) => `case when isfinite(${c}) then floor(extract(epoch from ${c}) * 1000)::float8 end as ${c.split('.').at(-1)}`
const micro = (c: string) => `(extract(epoch from ${c}) * 1000000)::float8 as tx`

export async function readWorld(tx: Tx): Promise<World> {
  const all = <R extends object>(text: string) => tx.query<R>(text, [tx.orgId])
  const [org] = await all<{ zone: string; now: number }>('select time_zone as zone, floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now from org where id = $1')
  return {
    ...org!,
    tickets: await all(`select id, customer_id, channel, language, ${ms('created_at')}, ${micro('created_at')}, ${ms('closed_at')}, status, queue_id, reason_id, location_id, assignee_id, merged_into_id, fields from ticket where org_id = $1 order by ticket.created_at, id`),
    rows: await all(`select i.id, ticket_id, customer_id, kind, direction, channel, ${ms('i.at')}, ${ms('i.created_at')}, ${micro('i.created_at')}, staff_id, i.automatic, mail_class, event, by_hand, timing, review, coalesce(o.state = 'cancelled', false) as cancelled
      from interaction i left join outgoing_mail o on o.org_id = i.org_id and o.interaction_id = i.id where i.org_id = $1 order by i.at, i.id`),
    spells: await all(`select kind, from_id, to_id, ${ms('since')}, ${ms('until')} from past_link where org_id = $1 union all select 'member', staff_id, team_id, ${ms('since')}, ${ms('until')} from team_membership where org_id = $1`),
    answers: await all(`select a.id, a.survey_id, s.anonymous, v.definition, touchpoint_id, invitation_id, customer_id, ticket_id, staff_id, team_id, queue_id, location_id, reason_id, channel, language, "values", comment, ${ms('a.at')}, invalid_at is not null as invalid
      from answer a join survey s on s.org_id = a.org_id and s.id = a.survey_id join survey_version v on v.org_id = a.org_id and v.survey_id = a.survey_id and v.version = a.version where a.org_id = $1`),
    invitations: await all(`select i.id, survey_id, s.anonymous, touchpoint_id, customer_id, ticket_id, staff_id, team_id, queue_id, location_id, reason_id, channel, language, i.state, ${ms('i.sent_at')}, clicked_at is not null as clicked, started_at is not null as started
      from survey_invitation i join survey s on s.org_id = i.org_id and s.id = i.survey_id where i.org_id = $1`),
    recoveries: await all(`select id, answer_id, customer_id, ticket_id, location_id, queue_id, team_id, staff_id, reason_id, channel, ${['opened_at', 'reach_due_at', 'due_at', 'contacted_at', 'closed_at', 'back_until', 'came_back_at'].map(ms).join(', ')}, reach_interaction_id, closed_as, second_answer_id, recovered from recovery where org_id = $1`),
    askings: await all('select recovery_id, invitation_id from recovery_asking where org_id = $1'),
    clocks: await all(`select ticket_id, kind, cycle, state, ${ms('due_at')}, ${ms('stopped_at')}, ${ms('breached_at')} from sla_clock where org_id = $1`),
    statuses: await all('select key, category from ticket_status where org_id = $1'), queues: await all('select id, ready_made from queue where org_id = $1'),
    calendars: await all(`select calendar_id, definition, case when isfinite(valid_from) then floor(extract(epoch from valid_from) * 1000)::float8 end as since from calendar_version where org_id = $1 order by version`),
    merged: await all('select id, merged_into_id as "into" from reason where org_id = $1 and merged_into_id is not null'), fields: await all(`select id from custom_field where org_id = $1 and type in ('choice', 'tree') and subject = 'ticket'`),
    settings: await all(`select ${ms('since')}, definition from insight_setting where org_id = $1 order by insight_setting.since`), legal: await all(`select ticket_id, ${ms('created_at')} from legal_deadline where org_id = $1`),
    stays: await all(`select id, staff_id, state, ${ms('since')}, ${ms('until')} from presence_stay where org_id = $1`), outside: await all(`select id, source, what, span, ${ms('begins_at')}, location_id, queue_id, n from outside_count where org_id = $1`),
    readings: await all('select id, sentiment, confidence, by from reading where org_id = $1'),
  }
}
