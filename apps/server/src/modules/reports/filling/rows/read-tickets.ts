// Tickets a report names: overdue, waiting longest, or with entries of the diary that say too little.
import type { Locale, ReportBlock, ReportTicketLine } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { whereSql } from '../../../insight/index.ts'
import { reportWords } from '../words/index.ts'
import { inScope, seenByAll, type RowsAsked } from './rows-asked.ts'

type What = Extract<ReportBlock, { kind: 'tickets' }>['what']
interface Row { id: string; number: number; subject: string; customerName: string; ownerName: string | null; queueName: string | null; locationName: string | null; dueAt: Date | null; createdAt: Date; missing: (keyof typeof missingWords)[]; total: number }
const missingWords = reportWords.en.missing

/** The columns conditions over numbers ask of, as a ticket has them. */
const asFact = (staff: string) => `lateral (select t.created_at as at, t.channel, t.queue_id, t.reason_id, t.location_id, (select m.team_id from team_member m where m.org_id = t.org_id and m.staff_id = ${staff} order by m.team_id limit 1) as team_id,
    ${staff} as staff_id, null::uuid as survey_id, null::uuid as touchpoint_id, t.language, null::boolean as newcomer, t.fields as segments, '{}'::jsonb as measures) f`
const columns = `t.id, t.number, t.subject, coalesce(c.name, '') as "customerName", o.name as "ownerName", q.name as "queueName", l.name as "locationName", t.due_at as "dueAt", t.created_at as "createdAt"`
const joins = (staff: string) => `left join customer c on c.org_id = t.org_id and c.id = t.customer_id left join staff o on o.org_id = t.org_id and o.id = ${staff} left join queue q on q.org_id = t.org_id and q.id = t.queue_id left join location l on l.org_id = t.org_id and l.id = t.location_id`

export async function readTickets(tx: Tx, what: What, asked: RowsAsked, language: Locale): Promise<{ items: ReportTicketLine[]; more: number }> {
  const rows = await (what === 'incomplete' ? incomplete(tx, asked) : open(tx, what, asked))
  return {
    items: rows.map(({ total: _, dueAt, createdAt, missing, ...row }) => ({ ...row, dueAt: dueAt?.toISOString() ?? null, createdAt: createdAt.toISOString(), missing: missing.map((m) => reportWords[language].missing[m]) })),
    more: Math.max(0, (rows[0]?.total ?? 0) - rows.length),
  }
}

/** As they stand now: what was overdue last week and has been answered needs nobody. */
async function open(tx: Tx, what: 'overdue' | 'oldest', asked: RowsAsked): Promise<Row[]> {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const due = what === 'overdue' ? ` and t.due_at < ${bind(asked.now)}` : ''
  const order = what === 'overdue' ? 't.due_at, t.id' : 'coalesce(t.waiting_since, t.created_at), t.id'
  const where = `t.org_id = $1 and t.status_category in ('new', 'open')${due} and t.merged_into_id is null and ${inScope(asked.scope, { location: 't.location_id', staff: 't.assignee_id' }, bind)} and ${await whereSql(tx, asked.where, asked.zone, bind, asked.now)} and ${seenByAll('t.id', asked, bind)}`
  return tx.query<Row>(
    `select ${columns}, '{}'::text[] as missing, t.total::int as total from (
       select t.*, count(*) over () as total from ticket t cross join ${asFact('t.assignee_id')} where ${where} order by ${order} limit ${bind(asked.limit)}
     ) t ${joins('t.assignee_id')} order by ${order}`, values)
}

/** Entries recorded by hand in the period: what they leave unsaid, as the metric "completeness" counts it (insight/facts/derive/entry-facts.ts). The owner named is who recorded it. */
async function incomplete(tx: Tx, asked: RowsAsked): Promise<Row[]> {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const said = (key: string) => `coalesce(i.by_hand->>'${key}', '') <> ''`
  const missing = `array_remove(array[case when not ${said('request')} then 'request' end, case when not (${said('decision')} or ${said('result')}) then 'decision' end, case when t.reason_id is null then 'reason' end, case when t.location_id is null and t.queue_id is null then 'place' end], null)`
  const where = `i.org_id = $1 and i.by_hand is not null and i.at >= ${bind(asked.from)} and i.at < ${bind(asked.to)} and ${inScope(asked.scope, { location: 't.location_id', staff: 'i.staff_id' }, bind)} and ${await whereSql(tx, asked.where, asked.zone, bind, asked.now)} and ${seenByAll('t.id', asked, bind)}`
  return tx.query<Row>(
    `select ${columns}, t.missing, t.total::int as total from (
       select * from (
         select t.*, i.staff_id as recorder, i.at as recorded_at, i.id as entry_id, ${missing} as missing, count(*) filter (where cardinality(${missing}) > 0) over () as total
         from interaction i join ticket t on t.org_id = i.org_id and t.id = i.ticket_id cross join ${asFact('i.staff_id')} where ${where}
       ) t where cardinality(t.missing) > 0 order by cardinality(t.missing) desc, t.recorded_at desc, t.entry_id limit ${bind(asked.limit)}
     ) t ${joins('t.recorder')} order by cardinality(t.missing) desc, t.recorded_at desc, t.entry_id`, values)
}
