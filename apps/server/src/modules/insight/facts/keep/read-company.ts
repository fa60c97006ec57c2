// What the same customer did besides: earlier tickets, contacts after a closing, tickets before and after, earlier complaints. Two statements
// however many tickets there are; the second only where there are complaints. Reasons are compared as they stand now: at the moment a
// contact comes nobody has said yet what it is about.
import type { Tx } from '../../../../platform/db/database.ts'
import type { TicketStory } from '../../../routing/index.ts'
import { closingsOf } from '../derive/closings.ts'
import type { CountingRules } from '../derive/counting-rules.ts'
import { windowAfter } from '../derive/resolution-facts.ts'
import type { Company, TicketGround } from '../derive/ticket-ground.ts'

export type Around = Pick<TicketGround, 'newcomer' | 'rated' | 'company' | 'complainedBefore'>

interface Row { id: string; newcomer: boolean; rated: boolean; came_back: boolean; follows_one: boolean; is_followed: boolean }

const iso = (at: number) => new Date(at).toISOString()
/** Instants are compared by the millisecond, as they are told. */
const afterMs = `interval '1 millisecond'`
const sameReason = (ticket: string) => `coalesce((select r.merged_into_id from reason r where r.org_id = $1 and r.id = ${ticket}.reason_id), ${ticket}.reason_id) is not distinct from g.reason`

/**
 * Other tickets of the customer, looked up by the customer and nothing else (offset 0): given a chance the planner goes by time instead, through
 * all tickets there are (measured: 4 ms a ticket at 6,000 tickets, and rising). It stops at the first that fits.
 */
const anyOther = (fits: string) => `exists (select from (select * from ticket p where p.org_id = $1 and p.customer_id = t.customer_id offset 0) p where ${fits})`
const earlier = `(p.created_at, p.id) < (t.created_at, t.id)`
const matter = `p.merged_into_id is null and ${sameReason('p')}`

export const selectCompany = `select t.id,
    not ${anyOther(earlier)} as newcomer,
    g.closed is not null and exists (select from (select t.id union all select m.id from ticket m where m.org_id = $1 and m.merged_into_id = t.id) c join answer a on a.org_id = $1 and a.ticket_id = c.id where a.invalid_at is null) as rated,
    g.closed is not null and exists (select from interaction i left join ticket o on o.org_id = $1 and o.id = i.ticket_id where i.org_id = $1 and i.customer_id = t.customer_id and i.at >= g.closed + ${afterMs} and i.at < g.ends + ${afterMs}
      and i.kind in ('message', 'call', 'visit') and i.direction = 'in' and not i.automatic and i.mail_class = 'personal' and (i.ticket_id = t.id or (o.id is not null and ${sameReason('o')}))) as came_back,
    g.closed is not null and ${anyOther(`${earlier} and (p.closed_at is null or p.closed_at + (g.ends - g.closed) >= t.created_at) and ${matter}`)} as follows_one,
    g.closed is not null and ${anyOther(`(p.created_at, p.id) > (t.created_at, t.id) and p.created_at < g.ends + ${afterMs} and ${matter}`)} as is_followed
  from jsonb_to_recordset($2) g (id uuid, reason uuid, closed timestamptz, ends timestamptz) join ticket t on t.org_id = $1 and t.id = g.id`

export async function readCompany(tx: Tx, stories: readonly TicketStory[], rules: CountingRules): Promise<Map<string, Around>> {
  const asked = stories.map((story) => {
    const { last } = closingsOf(story, rules.categoryOf)
    return { id: story.id, reason: rules.reasonOf(story.now.reasonId), closed: last === null ? null : iso(last.at), ends: last === null ? null : iso(windowAfter(last, rules).endsAt) }
  })
  const [rows, complainers] = await Promise.all([tx.query<Row>(selectCompany, [tx.orgId, JSON.stringify(asked)], 'company-of-tickets'), readComplainers(tx, stories, rules)])
  const closed = new Set(asked.flatMap((a) => (a.closed === null ? [] : [a.id])))
  return new Map(rows.map((r) => {
    const company: Company | null = closed.has(r.id) ? { cameBack: r.came_back, followsOne: r.follows_one, isFollowed: r.is_followed } : null
    return [r.id, { newcomer: r.newcomer, rated: r.rated, company, complainedBefore: complainers.has(r.id) }]
  }))
}

const complaintQueue = `select q.id::text from queue q where q.org_id = $1 and q.ready_made = 'complaints'`
/** The contact that was written down in the same transaction. */
const broughtBy = (transaction: string) => `(select min(c.at) from interaction c where c.org_id = $1 and c.ticket_id = p.id and c.created_at = ${transaction} and c.kind in ('message', 'call', 'visit'))`

/** Since when a ticket is a complaint: what story.complaint says, of tickets whose stories nobody needs. */
const complaintSince = `(select min(s.at) from (
    select l.created_at as at from legal_deadline l where l.org_id = $1 and l.ticket_id = p.id
    union all select least(greatest(i.at, i.created_at), ${broughtBy('i.created_at')}) from interaction i where i.org_id = $1 and i.ticket_id = p.id and i.event->'detail'->'queueId'->>1 in (${complaintQueue})
    union all select least(p.created_at, ${broughtBy('p.created_at')}) where coalesce(
      (select coalesce(i.event->'detail'->'queueId'->>0, '') from interaction i where i.org_id = $1 and i.ticket_id = p.id and jsonb_typeof(i.event->'detail'->'queueId') = 'array' order by greatest(i.at, i.created_at), i.id limit 1), p.queue_id::text) in (${complaintQueue})) s)`

/** Which of the complaints were not the customer's first one within the window. */
async function readComplainers(tx: Tx, stories: readonly TicketStory[], rules: CountingRules): Promise<Set<string>> {
  const complaints = stories.flatMap((s) => (s.complaint === null || s.now.mergedIntoId !== null ? [] : [{ id: s.id, at: iso(s.complaint.at), from: iso(s.complaint.at - rules.settingsAt(s.complaint.at).complaintWindowDays * 86_400_000) }]))
  if (complaints.length === 0) return new Set()
  const rows = await tx.query<{ id: string }>(
    `select t.id from jsonb_to_recordset($2) g (id uuid, at timestamptz, "from" timestamptz) join ticket t on t.org_id = $1 and t.id = g.id
     where exists (select from (select * from ticket p where p.org_id = $1 and p.customer_id = t.customer_id and p.merged_into_id is null and p.id <> t.id offset 0) p cross join lateral (select date_trunc('milliseconds', ${complaintSince}) as since) c
       where c.since >= g."from" and (c.since, p.id) < (g.at, t.id))`, [tx.orgId, JSON.stringify(complaints)], 'earlier-complaints')
  return new Set(rows.map((r) => r.id))
}
