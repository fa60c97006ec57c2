// Facts of time at work and of what others counted, brought in line.
import type { Timing } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { atWorkFacts, type WorkStay } from '../derive/at-work-facts.ts'
import { outsideFacts, type OutsideRow } from '../derive/outside-facts.ts'
import { grouping, type Belonging } from '../derive/counting-rules.ts'
import { handlingSpan } from '../derive/timing-measures.ts'
import { bringInLine, lockSubjects, type Difference } from './bring-in-line.ts'

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`
interface StayRow extends Omit<WorkStay, 'teamId'> { timeZone: string; now: number; teams: Belonging[]; timings: Timing[] }

/** Whoever serves the desk belongs to a team, whatever queue: the smallest id of theirs, then. */
export async function deriveAtWork(tx: Tx, stayIds: readonly string[]): Promise<Difference> {
  if (stayIds.length === 0) return { added: [], takenBack: [] }
  await lockSubjects(tx, stayIds)
  const stays = await tx.query<StayRow>(selectStays, [tx.orgId, stayIds], 'stays-at-work')
  return bringInLine(tx, stayIds, stays.flatMap(({ teams, timings, timeZone, now, ...stay }) => {
    const teamId = grouping({ members: teams, servers: [], mergedReasons: [], choiceFields: [] }).teamOf(stay.staffId, null, stay.since)
    return atWorkFacts({ ...stay, teamId }, timings.map(handlingSpan).filter((span) => span !== null), timeZone, now)
  }))
}

/**
 * SQL: whether a timed entry `i` of somebody kept them busy within their stay `s`. It began within a day of `at`, and lasts a
 * week at most (diary/recording); the bounds let the index find it.
 */
export const handledWithin = (i: string, s: string): string => `${i}.timing is not null and ${i}.timing ? 'answeredAt' and ${i}.timing ? 'endedAt' and ${i}.at > ${s}.since - interval '8 days' and ${i}.at < coalesce(${s}.until + interval '1 day', 'infinity')
  and tstzrange((${i}.timing->>'answeredAt')::timestamptz, (${i}.timing->>'endedAt')::timestamptz + coalesce((${i}.timing->>'wrapUpSeconds')::integer, 0) * interval '1 second') && tstzrange(${s}.since, ${s}.until)`

export const selectStays = `select s.id, s.staff_id as "staffId", s.state, ${ms('s.since')} as since, ${ms('s.until')} as until, o.time_zone as "timeZone", ${ms('clock_timestamp()')} as now,
  (select coalesce(json_agg(json_build_object('id', m.staff_id, 'teamId', m.team_id, 'since', case when m.since > '-infinity' then ${ms('m.since')} end, 'until', ${ms('m.until')})), '[]') from team_membership m where m.org_id = s.org_id and m.staff_id = s.staff_id) as teams,
  (select coalesce(json_agg(i.timing), '[]') from interaction i where i.org_id = s.org_id and i.staff_id = s.staff_id and ${handledWithin('i', 's')}) as timings
  from presence_stay s join org o on o.id = s.org_id where s.org_id = $1 and s.id = any ($2)`

export async function deriveOutside(tx: Tx, ids: readonly string[]): Promise<Difference> {
  if (ids.length === 0) return { added: [], takenBack: [] }
  await lockSubjects(tx, ids)
  const rows = await tx.query<OutsideRow>(selectOutside, [tx.orgId, ids], 'outside-counts-to-note')
  return bringInLine(tx, ids, rows.flatMap(outsideFacts))
}

/** SQL: whether the hour `h` is told of the day `d` by the same source for the same place and queue. Days are the organization's: of 23 or 25 hours, too. */
export const hourOfDay = (h: string, d: string, zone: string): string => `${d}.span = 'day' and ${h}.span = 'hour' and ${h}.source = ${d}.source and ${h}.what = ${d}.what and ${h}.location_id is not distinct from ${d}.location_id and ${h}.queue_id is not distinct from ${d}.queue_id
  and ${h}.begins_at >= ${d}.begins_at and ${h}.begins_at < (${d}.begins_at at time zone ${zone} + interval '1 day') at time zone ${zone}`

const selectOutside = `select c.id, c.what, ${ms('c.begins_at')} as at, c.location_id as "locationId", c.queue_id as "queueId", c.n, (select sum(h.n)::integer from outside_count h where h.org_id = $1 and ${hourOfDay('h', 'c', 'o.time_zone')}) as "inHours"
  from outside_count c join org o on o.id = c.org_id where c.org_id = $1 and c.id = any ($2)`
