// What was made and sent: runs, and each sending with its state. Who sees some places only finds what belongs to their own reports.
import type { Because, ReportRun, ReportSending } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { languageOf } from '../../identity/index.ts'
import { readyName, type ReadyReport } from '../definitions/ready-made.ts'

type Reader = Pick<Actor, 'staffId' | 'access'>

interface RunRow { id: string; report_id: string; name: string; ready_made: ReadyReport | null; trigger: 'clock' | 'hand'; state: ReportRun['state']; period_from: Date; period_to: Date; late: boolean; planned: number; stopped: number; waiting: number; sent: number; failed: number; seconds_left: number | null; started_at: Date; ended_at: Date | null; started_by_name: string | null; detail: string | null; sort_key: string }

const waiting = `('planned', 'making', 'made', 'sending')`
const runColumns = `r.id, r.report_id, p.name, p.ready_made, r.trigger, r.state, r.period_from, r.period_to, r.late, c.planned, c.stopped, c.waiting, c.sent, c.failed, c.seconds_left, r.started_at, r.ended_at, b.name as started_by_name, r.detail, (extract(epoch from r.started_at) * 1000000)::bigint::text as sort_key`
/** Time left: until the last of it may leave, or what is due already at the pace of the last twenty (half a second each before there are any). */
const runFrom = `report_run r join report p on p.org_id = r.org_id and p.id = r.report_id left join staff b on b.org_id = r.org_id and b.id = r.started_by
  left join lateral (select count(*)::int as planned, (count(*) filter (where s.state = 'stopped'))::int as stopped, (count(*) filter (where s.state in ${waiting}))::int as waiting, (count(*) filter (where s.state in ('sent', 'uncertain')))::int as sent, (count(*) filter (where s.state in ('failed', 'bounced')))::int as failed,
    greatest(extract(epoch from max(s.send_after) filter (where s.state in ${waiting}) - now()), (count(*) filter (where s.state in ${waiting} and s.send_after <= now())) * coalesce((
      select extract(epoch from now() - min(l.updated_at)) / count(*) from (select e.updated_at from report_sending e where e.org_id = r.org_id and e.run_id = r.id and e.state not in ${waiting} order by e.updated_at desc limit 20) l), 0.5))::float8 as seconds_left
    from report_sending s where s.org_id = r.org_id and s.run_id = r.id) c on true`
const own = (bind: (value: unknown) => string, { staffId, access }: Reader) => (access === 'everything' ? 'true' : `p.owner_id = ${bind(staffId)}`)

const presentRun = (row: RunRow, language: 'pl' | 'ru' | 'en'): ReportRun => ({
  id: row.id, reportId: row.report_id, reportName: row.ready_made === null ? row.name : readyName(row.ready_made, language), trigger: row.trigger, state: row.state, periodFrom: row.period_from.toISOString(), periodTo: row.period_to.toISOString(), late: row.late,
  planned: row.planned, done: row.planned - row.waiting - row.stopped, sent: row.sent, failed: row.failed, secondsLeft: row.state === 'running' && row.waiting > 0 ? Math.max(1, Math.round(row.seconds_left ?? 1)) : null,
  startedAt: row.started_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null, startedByName: row.started_by_name, detail: row.detail,
})

export async function listRuns(tx: Tx, reader: Reader, query: { reportId?: string; state?: ReportRun['state']; limit?: number; cursor?: string }): Promise<{ items: ReportRun[]; next: string | null }> {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  if (query.reportId !== undefined && !isId(query.reportId)) return { items: [], next: null }
  const where = ['r.org_id = $1', own(bind, reader), ...(query.reportId === undefined ? [] : [`r.report_id = ${bind(query.reportId)}`]), ...(query.state === undefined ? [] : [`r.state = ${bind(query.state)}`]), ...afterCursor(query.cursor, 'r.started_at', 'r.id', bind)]
  const limit = query.limit ?? 50
  const rows = await tx.query<RunRow>(`select ${runColumns} from ${runFrom} where ${where.join(' and ')} order by r.started_at desc, r.id desc limit ${bind(limit + 1)}`, values)
  const language = await languageOf(tx, reader.staffId)
  return toPage(rows, limit, (row) => presentRun(row, language), (row) => [row.sort_key, row.id])
}

/** @throws Refusal `not-found` */
export async function getRun(tx: Tx, reader: Reader, id: string): Promise<ReportRun> {
  const values: unknown[] = [tx.orgId, id]
  const bind = (value: unknown) => `$${values.push(value)}`
  const [row] = isId(id) ? await tx.query<RunRow>(`select ${runColumns} from ${runFrom} where r.org_id = $1 and r.id = $2 and ${own(bind, reader)}`, values) : []
  if (row === undefined) throw notFound('run of a report')
  return presentRun(row, await languageOf(tx, reader.staffId))
}

export interface SendingRow {
  id: string; run_id: string; report_id: string; report_name: string; ready_made: ReadyReport | null; staff_id: string | null; name: string; address: string; language: string; scope_name: string | null; because: Because; state: ReportSending['state']
  files: { format: string; name: string; size: number; sha256: string }[]; detail: string | null; attempts: number; send_after: Date; sent_at: Date | null; created_at: Date; sort_key: string
}
const sendingColumns = `s.id, s.run_id, s.report_id, p.name as report_name, p.ready_made, s.staff_id, coalesce(m.name, s.name) as name, coalesce(m.email, s.address) as address, s.language, s.scope->>'name' as scope_name, s.because, s.state, s.files, s.detail, s.attempts, s.send_after, s.sent_at, s.created_at, (extract(epoch from s.created_at) * 1000000)::bigint::text as sort_key`
const sendingFrom = `report_sending s join report p on p.org_id = s.org_id and p.id = s.report_id left join staff m on m.org_id = s.org_id and m.id = s.staff_id`

export const presentSending = (row: SendingRow, language: 'pl' | 'ru' | 'en'): ReportSending => ({
  id: row.id, runId: row.run_id, reportId: row.report_id, reportName: row.ready_made === null ? row.report_name : readyName(row.ready_made, language), staffId: row.staff_id, name: row.name, address: row.address, language: row.language, scopeName: row.scope_name, because: row.because, state: row.state,
  files: row.files.map(({ format, name, size }) => ({ format, name, size })), detail: row.detail, attempts: row.attempts, sendAfter: row.send_after.toISOString(), sentAt: row.sent_at?.toISOString() ?? null, createdAt: row.created_at.toISOString(),
})

export async function listSendings(tx: Tx, reader: Reader, query: { runId?: string; reportId?: string; staffId?: string; state?: ReportSending['state']; limit?: number; cursor?: string }): Promise<{ items: ReportSending[]; next: string | null }> {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const by = ([['runId', 's.run_id'], ['reportId', 's.report_id'], ['staffId', 's.staff_id']] as const).flatMap(([field, column]) => (query[field] === undefined ? [] : [{ id: query[field], column }]))
  if (by.some(({ id }) => !isId(id))) return { items: [], next: null }
  const where = ['s.org_id = $1', own(bind, reader), ...by.map(({ id, column }) => `${column} = ${bind(id)}`), ...(query.state === undefined ? [] : [`s.state = ${bind(query.state)}`]), ...afterCursor(query.cursor, 's.created_at', 's.id', bind)]
  const limit = query.limit ?? 50
  const rows = await tx.query<SendingRow>(`select ${sendingColumns} from ${sendingFrom} where ${where.join(' and ')} order by s.created_at desc, s.id desc limit ${bind(limit + 1)}`, values)
  const language = await languageOf(tx, reader.staffId)
  return toPage(rows, limit, (row) => presentSending(row, language), (row) => [row.sort_key, row.id])
}

/** @throws Refusal `not-found` */
export async function getSending(tx: Tx, reader: Reader, id: string): Promise<SendingRow> {
  const values: unknown[] = [tx.orgId, id]
  const bind = (value: unknown) => `$${values.push(value)}`
  const [row] = isId(id) ? await tx.query<SendingRow>(`select ${sendingColumns} from ${sendingFrom} where s.org_id = $1 and s.id = $2 and ${own(bind, reader)}`, values) : []
  if (row === undefined) throw notFound('sending of a report')
  return row
}

function afterCursor(cursor: string | undefined, at: string, id: string, bind: (value: unknown) => string): string[] {
  if (cursor === undefined) return []
  const [time, last] = decodeCursor(cursor, 2)
  if (!/^-?\d{1,18}$/.test(String(time)) || !isId(String(last))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
  return [`(${at}, ${id}) < (timestamptz 'epoch' + ${bind(String(time))}::bigint * interval '1 microsecond', ${bind(last)}::uuid)`]
}
