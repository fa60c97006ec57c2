// How things stand now. One scan of what is not closed, grouped five ways at once; nothing of it is kept.
import type { Static } from 'typebox'
import type { Board, BoardQuery, Presence } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { presentTicket, ticketColumns, ticketJoins, type TicketRow } from '../../diary/index.ts'
import { presentPresence } from '../presence/present-presence.ts'
import { listPresenceRows } from '../presence/queries.ts'
import { servingSql } from '../assignment/serving.ts'

type Query = Static<typeof BoardQuery>
const mostBreaches = 50
/** Upper ends of the bars of age, in hours; what is older comes last. */
export const ageHours = [4, 24, 72, 168, 720] as const

interface Bar { what: number; queue_id: string | null; status: string | null; age: number | null; owner_id: string | null; tickets: number; overdue: number; due_soon: number; unassigned: number; urgent: number }
/** PostgreSQL's grouping(): a bit for each column that a row is not grouped by. */
const by = { queue: 0b0111, status: 0b1011, age: 0b1101, owner: 0b1110, all: 0b1111 }

export async function readBoard(tx: Tx, query: Query): Promise<Board> {
  const [bars, late, people, shown] = await Promise.all([
    run<Bar>(tx, barsStatement(tx.orgId, query)), run<TicketRow>(tx, breachesStatement(tx.orgId, query)), listPresenceRows(tx), peopleOf(tx, query),
  ])
  const of = (what: number) => bars.filter((b) => b.what === what)
  const all = of(by.all)[0]
  const presence = new Map(people.map((p): [string, Presence] => [p.staff_id, presentPresence(p)]))
  const owned = new Map(of(by.owner).map((b) => [b.owner_id, b]))
  const owners = [...new Set([...owned.keys(), ...people.flatMap((p) => (shown.has(p.staff_id) ? [p.staff_id] : []))])]
  const ages = new Map(of(by.age).map((b) => [b.age, b.tickets]))
  return {
    at: new Date().toISOString(), open: all?.tickets ?? 0, unassigned: all?.unassigned ?? 0, overdue: all?.overdue ?? 0, urgent: all?.urgent ?? 0,
    queues: of(by.queue).map((b) => ({ queueId: b.queue_id, ...figures(b) })).toSorted((a, b) => b.tickets - a.tickets),
    statuses: of(by.status).map((b) => ({ status: b.status ?? '', tickets: b.tickets })).toSorted((a, b) => b.tickets - a.tickets),
    ages: [...ageHours, null].map((upToHours, i) => ({ upToHours, tickets: ages.get(i) ?? 0 })),
    owners: owners.map((ownerId) => ({ ownerId, ...figures(owned.get(ownerId)), presence: ownerId === null ? null : (presence.get(ownerId) ?? null) })).toSorted((a, b) => b.tickets - a.tickets),
    breaches: late.map(presentTicket),
  }
}

const figures = (b: Bar | undefined) => ({ tickets: b?.tickets ?? 0, overdue: b?.overdue ?? 0, dueSoon: b?.due_soon ?? 0, unassigned: b?.unassigned ?? 0 })

interface Statement { text: string; values: unknown[]; name: string }
const run = <R extends object>(tx: Tx, { text, values, name }: Statement) => tx.query<R>(text, values, name)

export function barsStatement(orgId: number, query: Query): Statement {
  const { where, values, name } = filters(orgId, query)
  const age = `width_bucket(extract(epoch from now() - t.created_at) / 3600, array[${ageHours.join(', ')}])`
  return {
    text: `select grouping(t.queue_id, t.status, t.age, t.assignee_id) as what, t.queue_id, t.status, t.age, t.assignee_id as owner_id, count(*)::int as tickets,
        (count(*) filter (where t.due_at <= now()))::int as overdue, (count(*) filter (where t.due_at > now() and t.due_at <= now() + $2::int * interval '1 hour'))::int as due_soon,
        (count(*) filter (where t.assignee_id is null))::int as unassigned, (count(*) filter (where t.priority = 'urgent'))::int as urgent
      from (select t.queue_id, t.status, t.assignee_id, t.due_at, t.priority, ${age} as age from ticket t where t.org_id = $1 and t.status_category <> 'closed'${where}) t
      group by grouping sets ((t.queue_id), (t.status), (t.age), (t.assignee_id), ())`,
    values, name: `board-bars${name}`,
  }
}

function breachesStatement(orgId: number, query: Query): Statement {
  const { where, values, name } = filters(orgId, query)
  return {
    text: `select ${ticketColumns}, '' as sort_key from (
        select t.* from ticket t where t.org_id = $1 and t.status_category <> 'closed' and t.due_at > now() and t.due_at <= now() + $2::int * interval '1 hour'${where} order by t.due_at, t.id limit ${mostBreaches}) t
      ${ticketJoins} order by t.due_at, t.id`,
    values, name: `board-breaches${name}`,
  }
}

/** A filter by something that is not there matches nothing. */
function filters(orgId: number, { hours, queueId, locationId, teamId }: Query): { where: string; values: unknown[]; name: string } {
  const values: unknown[] = [orgId, hours ?? 4]
  const bind = (value: unknown) => `$${values.push(value)}`
  let where = ''
  let name = ''
  for (const [column, id] of [['queue_id', queueId], ['location_id', locationId]] as const) {
    if (id === undefined) continue
    where += isId(id) ? ` and t.${column} = ${bind(id)}` : ' and false'
    name += isId(id) ? ` ${column}` : ' none'
  }
  if (teamId !== undefined) {
    if (isId(teamId)) {
      const team = bind(teamId)
      where += ` and (t.assignee_id in (select m.staff_id from team_member m where m.org_id = $1 and m.team_id = ${team})
        or (t.assignee_id is null and t.queue_id in (select q.queue_id from queue_team q where q.org_id = $1 and q.team_id = ${team})))`
    } else where += ' and false'
    name += isId(teamId) ? ' team' : ' none'
  }
  return { where, values, name }
}

/** Shown with nothing in hand as well: whom one could give something. */
async function peopleOf(tx: Tx, { queueId, teamId }: Query): Promise<Set<string>> {
  if ([queueId, teamId].some((id) => id !== undefined && !isId(id))) return new Set()
  const rows = await tx.query<{ id: string }>(
    `select s.id from staff s where s.org_id = $1 and s.active and s.role <> 'observer'
       and ($2::uuid is null or s.id in (select staff_id from (${servingSql('q.id = $2')}) x)) and ($3::uuid is null or exists (select from team_member m where m.org_id = $1 and m.team_id = $3 and m.staff_id = s.id))`,
    [tx.orgId, queueId ?? null, teamId ?? null], 'people-of-board')
  return new Set(rows.map((r) => r.id))
}
