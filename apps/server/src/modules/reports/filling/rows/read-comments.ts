// What customers wrote. Of anonymous surveys only in a report of everything without a filter: narrowed to a shop or a person a comment would say
// where and by whom it was written, which the survey promised not to keep.
import type { Locale, ReportCommentLine } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { readShownComments } from '../../../feedback/index.ts'
import { whereSql } from '../../../insight/index.ts'
import { reportPorts } from '../../ports.ts'
import { inScope, seenByAll, type RowsAsked } from './rows-asked.ts'

interface Row { id: string; at: Date; score: number | null; scaleMax: number | null; locationName: string | null; ticketNumber: number | null; anonymous: boolean; total: number }

/** An answer has the dimensions it had when it was given. */
const asFact = `lateral (select a.at, a.channel, a.queue_id, a.reason_id, a.location_id, a.team_id, a.staff_id, a.survey_id, a.touchpoint_id, a.language, null::boolean as newcomer, '{}'::jsonb as segments, '{}'::jsonb as measures) f`

/** @param low only those with a low score; else the lowest first */
export async function readComments(tx: Tx, low: boolean, asked: RowsAsked, language: Locale, reader: { restricted: boolean; readsFeedback: boolean }): Promise<{ items: ReportCommentLine[]; more: number }> {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const seen = asked.seenBy.length === 0 ? 'true' : `(a.ticket_id is null or (${seenByAll('a.ticket_id', asked, bind)}))`
  const open = asked.scope === null && asked.where === null
  const where = `a.org_id = $1 and a.comment is not null and a.invalid_at is null and a.at >= ${bind(asked.from)} and a.at < ${bind(asked.to)}${low ? ` and a.tone = 'low'` : ''}${open ? '' : ' and not v.anonymous'}
    and ${inScope(asked.scope, { location: 'a.location_id', staff: 'a.staff_id', team: 'a.team_id' }, bind)} and ${await whereSql(tx, asked.where, asked.zone, bind, asked.now)} and ${seen}`
  const order = `case a.tone when 'low' then 0 when 'middle' then 1 when 'high' then 3 else 2 end, (a.score - a.scale_min)::float8 / nullif(a.scale_max - a.scale_min, 0) nulls last, a.at desc, a.id`
  // So many of each kind: of anonymous ones those that may not be shown must not take the places of others.
  const rows = await tx.query<Row>(
    `select * from (
       select a.id, a.at, a.score, a.scale_max as "scaleMax", l.name as "locationName", t.number as "ticketNumber", v.anonymous, (count(*) over (partition by v.anonymous))::int as total, row_number() over (order by ${order}) as place, row_number() over (partition by v.anonymous order by ${order}) as nth
       from answer a join survey v on v.org_id = a.org_id and v.id = a.survey_id cross join ${asFact} left join location l on l.org_id = a.org_id and l.id = a.location_id left join ticket t on t.org_id = a.org_id and t.id = a.ticket_id
       where ${where}
     ) x where x.nth <= ${bind(asked.limit)} order by x.place`, values)
  const shown = await readShownComments(tx, rows.map((r) => r.id), reader)
  const loops = await reportPorts().readLoopsOfAnswers(tx, [...shown.keys()], language)
  const all = rows.flatMap((row): (ReportCommentLine & { total: number })[] => {
    const comment = shown.get(row.id)
    if (comment === undefined) return []
    const bare = comment.anonymous || row.anonymous
    return [{ answerId: row.id, at: comment.at.toISOString(), score: row.score, scaleMax: row.scaleMax, text: comment.comment, locationName: bare ? null : row.locationName, ticketNumber: bare ? null : row.ticketNumber, becameOf: loops.get(row.id)?.becameOf ?? null, recoveryId: loops.get(row.id)?.recoveryId ?? null, total: row.anonymous ? 0 : row.total }]
  })
  const items = all.slice(0, asked.limit).map(({ total: _, ...line }) => line)
  // Of those that may not be shown nobody is told how many there are.
  const readable = Math.max(0, ...all.map((line) => line.total))
  return { items, more: Math.max(all.length, readable + all.filter((line) => line.total === 0).length) - items.length }
}
