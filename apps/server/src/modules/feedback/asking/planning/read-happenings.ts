// Happenings read from their rows, with who, where and what as they are when we are told: moments after they happened.
import type { Trigger } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { bareHappening, type Happening } from './happening.ts'

export interface TicketCause { cause: string; trigger: Trigger; ticketId: string; /** The entry that did it. */ entryId: string | null; at: Date }

interface ThenRow {
  cause: string; customer_id: string; ticket_id: string; channel: string; staff_id: string | null; team_id: string | null; queue_id: string | null; location_id: string | null
  reason_id: string | null; result: string | null; language: string | null; automatic: boolean; open: boolean; kind: string | null; at: Date | null
}

/** Somebody's team: the one that serves the queue, else their only one. */
const teamOf = (staff: string, queue: string) => `coalesce(
    (select m.team_id from team_member m join team tm on tm.org_id = m.org_id and tm.id = m.team_id and tm.retired_at is null join queue_team qt on qt.org_id = m.org_id and qt.team_id = m.team_id and qt.queue_id = ${queue}
      where m.org_id = $1 and m.staff_id = ${staff} order by tm.created_at, tm.id limit 1),
    (select (array_agg(m.team_id))[1] from team_member m join team tm on tm.org_id = m.org_id and tm.id = m.team_id and tm.retired_at is null where m.org_id = $1 and m.staff_id = ${staff} having count(*) = 1))`
/** Only machines have written to us in it. */
const onlyMachines = `(select coalesce(bool_and(m.automatic), false) from interaction m where m.org_id = t.org_id and m.ticket_id = t.id and m.direction = 'in' and m.kind in ('message', 'call', 'visit'))`

/**
 * Of tickets that were closed, and of complaints that were decided: who answered the customer last, else who owns the ticket.
 * One that was merged into another has no end of its own, and is left out.
 */
export async function readTicketHappenings(tx: Tx, causes: readonly TicketCause[]): Promise<Happening[]> {
  if (causes.length === 0) return []
  const rows = await tx.query<ThenRow>(
    `select g.cause, t.customer_id, t.id as ticket_id, t.channel, s.id as staff_id, ${teamOf('s.id', 't.queue_id')} as team_id, t.queue_id, t.location_id, t.reason_id, t.result, t.language, ${onlyMachines} as automatic,
       t.status_category <> 'closed' as open, null as kind, null::timestamptz as at
     from unnest($2::text[], $3::uuid[]) g (cause, ticket_id) join ticket t on t.org_id = $1 and t.id = g.ticket_id
     cross join lateral (select coalesce((select i.staff_id from interaction i where i.org_id = t.org_id and i.ticket_id = t.id and i.staff_id is not null and not i.automatic
         and ((i.kind = 'message' and i.direction = 'out') or i.kind in ('call', 'visit'))
         and not exists (select 1 from outgoing_mail o where o.org_id = i.org_id and o.interaction_id = i.id and o.state = 'cancelled') order by i.at desc, i.id desc limit 1), t.assignee_id) as id) s
     where t.merged_into_id is null`, [tx.orgId, causes.map((c) => c.cause), causes.map((c) => c.ticketId)], 'ticket-happenings')
  const given = new Map(causes.map((c) => [c.cause, c]))
  return rows.map((row) => {
    const { trigger, entryId, at } = given.get(row.cause)!
    return { ...present(row, trigger, at), interactionId: entryId, reopened: row.open }
  })
}

/** Of calls, visits and messages that a colleague has recorded: it is their contact. Of one that nobody took there is nothing to ask. */
export async function readInteractionHappenings(tx: Tx, interactionIds: readonly string[]): Promise<Happening[]> {
  if (interactionIds.length === 0) return []
  const rows = await tx.query<ThenRow & { interaction_id: string; at: Date }>(
    `select 'interaction:' || i.id as cause, t.customer_id, t.id as ticket_id, i.channel, i.staff_id, ${teamOf('i.staff_id', 't.queue_id')} as team_id, t.queue_id, t.location_id, t.reason_id, t.result, t.language, i.automatic,
       false as open, i.kind, i.at, i.id as interaction_id
     from interaction i join ticket t on t.org_id = i.org_id and t.id = i.ticket_id where i.org_id = $1 and i.id = any ($2) and i.kind in ('call', 'visit', 'message') and i.staff_id is not null`, [tx.orgId, interactionIds], 'interaction-happenings')
  return rows.map((row) => ({ ...present(row, 'interaction-recorded', row.at), interactionId: row.interaction_id, interactionKind: row.kind }))
}

interface PurchaseRow { id: string; kind: 'purchase' | 'delivery'; number: string; customer_id: string; location_id: string | null; staff_id: string | null; team_id: string | null; at: Date; facts: Record<string, unknown> }

export async function readPurchaseHappenings(tx: Tx, purchaseIds: readonly string[]): Promise<Happening[]> {
  if (purchaseIds.length === 0) return []
  const rows = await tx.query<PurchaseRow>(
    `select p.id, p.kind, p.number, p.customer_id, p.location_id, p.staff_id, ${teamOf('p.staff_id', 'null::uuid')} as team_id, p.at, p.facts from purchase p where p.org_id = $1 and p.id = any ($2)`, [tx.orgId, purchaseIds], 'purchase-happenings')
  return rows.map((row) => ({
    ...bareHappening({ cause: `purchase:${row.id}`, trigger: row.kind, customerId: row.customer_id, at: row.at }),
    purchaseId: row.id, staffId: row.staff_id, teamId: row.team_id, locationId: row.location_id, facts: { order: row.number, ...onlyTexts(row.facts) },
  }))
}

/** One of a person asked by hand or by a program: whose facts, if a ticket or contact is named. */
export async function readHandHappening(tx: Tx, given: { cause: string; trigger: 'hand' | 'api'; ticketId: string | null; interactionId: string | null; customerId: string; at: Date }): Promise<Happening> {
  const { cause, trigger, ticketId, interactionId, customerId, at } = given
  const [found] = interactionId !== null ? await readInteractionHappenings(tx, [interactionId]) : ticketId !== null ? await readTicketHappenings(tx, [{ cause, trigger, ticketId, entryId: null, at }]) : []
  // A person looks at the matter and asks all the same: whether it is open, and who wrote in it, is theirs to judge.
  return found === undefined ? { ...bareHappening({ cause, trigger, customerId, at }), ticketId, interactionId } : { ...found, cause, trigger, customerId, at, automatic: false, reopened: false }
}

const present = (row: ThenRow, trigger: Trigger, at: Date): Happening => ({
  ...bareHappening({ cause: row.cause, trigger, customerId: row.customer_id, at }),
  ticketId: row.ticket_id, channel: row.channel, staffId: row.staff_id, teamId: row.team_id, queueId: row.queue_id, locationId: row.location_id, reasonId: row.reason_id, ticketResult: row.result,
  language: row.language, automatic: row.automatic,
})

const onlyTexts = (facts: Record<string, unknown>): Record<string, string> => Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, String(value).slice(0, 500)]] : [])))
