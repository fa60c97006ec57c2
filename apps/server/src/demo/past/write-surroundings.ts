// What is no matter of a customer: who was at work when, what others counted, on which days something changed.
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import { timeZone } from '../days.ts'
import type { Life } from '../life/life.ts'
import type { Ground } from './ground.ts'

export async function writeSurroundings(tx: Tx, { stays, counts, marks }: Omit<Life, 'tickets'>, ground: Ground, adminId: string): Promise<void> {
  await tx.query('insert into presence_stay (org_id, staff_id, state, since, until) select $1, s.staff, s.state, s.since, s.until from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) s (staff, state, since, until)',
    [tx.orgId, stays.map((s) => ground.staffOf(s.staff).id), stays.map((s) => s.state), stays.map((s) => new Date(s.since).toISOString()), stays.map((s) => new Date(s.until).toISOString())])
  await tx.query(`insert into outside_count (org_id, id, source, what, span, begins_at, n, updated_at) select $1, gen_random_uuid(), c.source, c.what, 'day', c.date at time zone $6, c.n, (c.date + 1) at time zone $6 + interval '6 hours' from unnest($2::text[], $3::text[], $4::date[], $5::integer[]) c (source, what, date, n)`,
    [tx.orgId, counts.map((c) => c.source), counts.map((c) => c.what), counts.map((c) => c.date), counts.map((c) => c.n), timeZone])
  for (const mark of marks) {
    await tx.query(`insert into marked_day (org_id, id, at, name, location_ids, queue_ids, created_by, created_at) select $1, $2, x.at, $3, $4, $5, $6, x.at from (select date_trunc('day', now() - make_interval(days => $7), $8) as at) x`,
      [tx.orgId, newId(), mark.name, mark.locations.map((l) => ground.locations[l]), mark.queues.map((q) => ground.queueOf(q)), adminId, mark.daysAgo, timeZone])
  }
}

/** The company has always been set up as it is: whoever was in a team then was in it, and each queue was served by whom it is served. */
export async function haveBeenEver(tx: Tx): Promise<void> {
  await tx.query(`update team_membership set since = '-infinity' where org_id = $1`, [tx.orgId])
  await tx.query(`update past_link set since = '-infinity' where org_id = $1`, [tx.orgId])
}
