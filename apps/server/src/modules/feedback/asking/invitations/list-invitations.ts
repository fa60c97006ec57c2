// Who was asked, and who was not and why. Who may not see a ticket does not see its invitations either: row-level security.
import type { SurveyInvitation } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { decodeCursor, toPage } from '../../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'

interface Row {
  id: string; survey_id: string; survey_name: string; version: number | null; touchpoint_id: string | null; touchpoint_name: string | null; list_id: string | null; customer_id: string; customer_name: string
  road: SurveyInvitation['road']; language: string | null; ticket_id: string | null; ticket_number: number | null; state: SurveyInvitation['state']; reason: string | null; detail: Record<string, unknown> | null
  send_at: Date; sent_at: Date | null; expires_at: Date | null; opened_at: Date | null; clicked_value: string | null; started_at: Date | null; finished_at: Date | null; created_at: Date; sorted: string
}

const columns = `i.id, i.survey_id, s.name as survey_name, i.version, i.touchpoint_id, tp.name as touchpoint_name, i.list_id, i.customer_id, c.name as customer_name, i.road, i.language, i.ticket_id, t.number as ticket_number,
  i.state, i.reason, i.detail, i.send_at, i.sent_at, i.expires_at, i.opened_at, i.clicked_value, i.started_at, i.finished_at, i.created_at`
const joins = `join survey s on s.org_id = i.org_id and s.id = i.survey_id left join touchpoint tp on tp.org_id = i.org_id and tp.id = i.touchpoint_id join customer c on c.org_id = i.org_id and c.id = i.customer_id
  left join ticket t on t.org_id = i.org_id and t.id = i.ticket_id`

const iso = (at: Date | null) => at?.toISOString() ?? null
const present = (r: Row): SurveyInvitation => ({
  id: r.id, surveyId: r.survey_id, surveyName: r.survey_name, version: r.version, touchpointId: r.touchpoint_id, touchpointName: r.touchpoint_name, listId: r.list_id, customerId: r.customer_id, customerName: r.customer_name,
  road: r.road, language: r.language, ticketId: r.ticket_id, ticketNumber: r.ticket_number, state: r.state, reason: r.reason, detail: r.detail, sendAt: r.send_at.toISOString(), sentAt: iso(r.sent_at), expiresAt: iso(r.expires_at),
  openedAt: iso(r.opened_at), clickedValue: r.clicked_value, startedAt: iso(r.started_at), finishedAt: iso(r.finished_at), createdAt: r.created_at.toISOString(),
})

/** @throws Refusal `not-found` */
export async function getSurveyInvitation(tx: Tx, id: string): Promise<SurveyInvitation> {
  const [row] = isId(id) ? await tx.query<Row>(`select ${columns} from survey_invitation i ${joins} where i.org_id = $1 and i.id = $2`, [tx.orgId, id], 'get-survey-invitation') : []
  if (row === undefined) throw notFound('invitation')
  return present(row)
}

export interface InvitationQuery { surveyId?: string; touchpointId?: string; listId?: string; customerId?: string; ticketId?: string; state?: string; reason?: string; limit?: number; cursor?: string }
const idFilters = { surveyId: 'survey_id', touchpointId: 'touchpoint_id', listId: 'list_id', customerId: 'customer_id', ticketId: 'ticket_id' } as const

/** Newest first. */
export async function listSurveyInvitations(tx: Tx, query: InvitationQuery): Promise<{ items: SurveyInvitation[]; next: string | null }> {
  const asked = Object.entries(idFilters).flatMap(([name, column]) => (query[name as keyof typeof idFilters] === undefined ? [] : [[column, query[name as keyof typeof idFilters]!] as const]))
  if (asked.some(([, value]) => !isId(value))) return { items: [], next: null }
  const limit = query.limit ?? 50
  const { text, values } = listStatement(tx.orgId, asked, query, limit)
  return toPage(await tx.query<Row>(text, values), limit, present, (r) => [r.sorted, r.id])
}

/** Each index has its own order; without a filter the ids are, which rise with time. */
export function listStatement(orgId: number, asked: readonly (readonly [string, string])[], query: Pick<InvitationQuery, 'state' | 'reason' | 'cursor'>, limit: number): { text: string; values: unknown[] } {
  const values: unknown[] = [orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions = asked.map(([column, value]) => `x.${column} = ${bind(value)}::uuid`)
  // A touchpoint asks for one survey, and by survey they lie in the order of time.
  const touchpoint = asked.find(([column]) => column === 'touchpoint_id')
  if (touchpoint !== undefined) conditions.push(`x.survey_id = (select tp.survey_id from touchpoint tp where tp.org_id = $1 and tp.id = ${bind(touchpoint[1])}::uuid)`)
  if (query.state !== undefined) conditions.push(`x.state = ${bind(query.state)}`)
  if (query.reason !== undefined) conditions.push(`x.reason = ${bind(query.reason)}`)
  const byTime = asked.length > 0
  if (query.cursor !== undefined) {
    const [sorted, id] = decodeCursor(query.cursor, 2)
    if (!isId(String(id)) || Number.isNaN(Date.parse(String(sorted)))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next", or leave it out to begin anew.')
    conditions.push(byTime ? `(x.created_at, x.id) < (${bind(sorted)}::timestamptz, ${bind(id)}::uuid)` : `x.id < ${bind(id)}::uuid`)
  }
  const order = (alias: string) => (byTime ? `${alias}.created_at desc, ${alias}.id desc` : `${alias}.id desc`)
  return {
    values,
    // To the microsecond: what is cut off would show a row twice.
    text: `select ${columns}, to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sorted
      from (select * from survey_invitation x where x.org_id = $1${conditions.map((c) => ` and ${c}`).join('')} order by ${order('x')} limit ${bind(limit + 1)}) i ${joins} order by ${order('i')}`,
  }
}
