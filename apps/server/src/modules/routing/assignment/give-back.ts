// Tickets go back to their queue when their owner cannot have them any more, or is away while customers wait.
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { notify } from '../../notifications/index.ts'
import { outsider } from '../queues/servers.ts'
import { writeDecisions, type NewDecision } from './write-decisions.ts'

const mostAtOnce = 1000
interface Held { id: string; customer_id: string; channel: string; queue_id: string | null; assignee_id: string }
const held = 't.id, t.customer_id, t.channel, t.queue_id, t.assignee_id'

const givenBack = (t: Held, because: Record<string, unknown>): NewDecision =>
  ({ id: newId(), ticketId: t.id, customerId: t.customer_id, channel: t.channel, queueId: t.queue_id, from: t.assignee_id, to: null, mode: 'given-back', because })

/**
 * Where the customer waits and the owner has been away or off for longer than the queue allows. What somebody gave the owner on purpose
 * after they had left stays. Answers how many; there may be more when it is `mostAtOnce`.
 */
export async function giveBackOfTheAway(tx: Tx): Promise<number> {
  const rows = await tx.query<Held & { minutes: number; since: Date }>(
    `select ${held}, floor(extract(epoch from now() - p.since) / 60)::int as minutes, p.since
     from staff_presence p join ticket t on t.org_id = p.org_id and t.assignee_id = p.staff_id and t.today_class is not null and t.status_category in ('new', 'open') and t.waiting_since is not null
     join queue q on q.org_id = t.org_id and q.id = t.queue_id
     where p.org_id = $1 and p.state in ('away', 'off') and p.seen_at is not null and (q.assignment->>'awayMinutes')::int * interval '1 minute' <= now() - p.since
       and not exists (select from assignment_decision d where d.org_id = t.org_id and d.ticket_id = t.id and d.staff_id = t.assignee_id and d.at >= p.since)
     order by t.id limit ${mostAtOnce} for update of t skip locked`, [tx.orgId], 'tickets-of-the-away')
  const done = await writeDecisions(tx, rows.map((t) => givenBack(t, { code: 'away', minutes: t.minutes })))
  if (done.length === 0) return rows.length
  const away = [...new Set(done.map((d) => d.from!))]
  await tx.query('update staff_presence set gave_back_at = now() where org_id = $1 and staff_id = any ($2)', [tx.orgId, away], 'note-given-back')
  const since = new Map(rows.map((r) => [r.assignee_id, r.since.toISOString()]))
  await tellManagers(tx, done, 'away', (staffId) => since.get(staffId) ?? '')
  return rows.length
}

/** Whose tickets to look at: of these people, in these queues, or these tickets. */
export interface Suspects { staffIds?: readonly string[]; queueIds?: readonly string[]; ticketIds?: readonly string[] }

interface Standing { assignee_id: string; queue_id: string | null; location_id: string | null; active: boolean; name: string }

/** Whoever may not sign in any more, or does not serve the ticket's place any more, has it no longer; also where nobody waits just now. */
export async function giveBackOfOutsiders(tx: Tx, { staffIds = [], queueIds = [], ticketIds = [] }: Suspects): Promise<void> {
  const standings = await tx.query<Standing>(
    `select distinct t.assignee_id, t.queue_id, t.location_id, s.active, s.name from (
       select id, assignee_id, queue_id, location_id from ticket where org_id = $1 and assignee_id = any ($2) and status_category <> 'closed'
       union all select id, assignee_id, queue_id, location_id from ticket where org_id = $1 and queue_id = any ($3) and assignee_id is not null and status_category <> 'closed'
       union all select id, assignee_id, queue_id, location_id from ticket where org_id = $1 and id = any ($4) and assignee_id is not null and status_category <> 'closed') t
     join staff s on s.org_id = $1 and s.id = t.assignee_id`, [tx.orgId, staffIds, queueIds, ticketIds], 'standings')
  for (const { assignee_id: staffId, queue_id: queueId, location_id: locationId, active } of standings) {
    if (active && (await outsider(tx, staffId, { queueId, locationId })) === null) continue
    const rows = await tx.query<Held>(
      `select ${held} from ticket t where t.org_id = $1 and t.assignee_id = $2 and t.status_category <> 'closed' and t.queue_id is not distinct from $3 and t.location_id is not distinct from $4
         and ($5::uuid[] is null or t.id = any ($5)) order by t.id for update`,
      [tx.orgId, staffId, queueId, locationId, ticketIds.length > 0 && staffIds.length + queueIds.length === 0 ? ticketIds : null], 'tickets-of-outsider')
    const code = active ? 'no-longer-serves' : 'left'
    const done = await writeDecisions(tx, rows.map((t) => givenBack(t, { code })))
    await tellManagers(tx, done, code, () => done[0]!.id)
  }
}

/** Those who lead a team of the person; when there are none, those who lead at all. */
async function tellManagers(tx: Tx, done: readonly NewDecision[], code: string, occasion: (staffId: string) => string) {
  const byOwner = Map.groupBy(done, (d) => d.from!)
  if (byOwner.size === 0) return
  const rows = await tx.query<{ staff_id: string; manager_id: string }>(
    `select x.id as staff_id, m.id as manager_id from unnest($2::uuid[]) x(id)
     cross join lateral (
       select t.manager_id as id from team_member tm join team t on t.org_id = tm.org_id and t.id = tm.team_id and t.retired_at is null where tm.org_id = $1 and tm.staff_id = x.id and t.manager_id is not null
       union select s.id from staff s where s.org_id = $1 and s.role = 'manager' and s.active and not exists (
         select from team_member tm join team t on t.org_id = tm.org_id and t.id = tm.team_id and t.retired_at is null join staff l on l.org_id = t.org_id and l.id = t.manager_id and l.active
         where tm.org_id = $1 and tm.staff_id = x.id)) m
     where m.id <> x.id`, [tx.orgId, [...byOwner.keys()]], 'managers-of')
  await notify(tx, rows.map((r) => ({
    staffId: r.manager_id, kind: 'given-back' as const, dedupeKey: `given-back:${r.staff_id}:${occasion(r.staff_id)}`, detail: { staffId: r.staff_id, tickets: byOwner.get(r.staff_id)!.length, code },
  })))
}
