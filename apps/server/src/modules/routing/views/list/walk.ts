// One page straight from the tickets, in an order that their own indexes have. What holds empty values or a rank is walked in
// parts, one after the other: first those with a deadline, then those without; urgent ones, then high ones.
import { ticketColumns, ticketJoins } from '../../../diary/index.ts'
import { fieldsUsed, topLevelEquals, type ConditionGroup } from '@kontuar/conditions'
import type { After } from './cursor.ts'
import { stillActive } from './hints.ts'
import { dueLimit, keysOf, prioritiesIn, priorityStep, type TicketOrder } from './order.ts'

export type Bind = (value: unknown) => string
export interface WalkPart { where(bind: Bind): string[]; orderBy: string }

export function partsOf(order: TicketOrder, after: After | null): WalkPart[] {
  const { sort } = order
  const keys = keysOf(order)
  if (order.group !== null) {
    const rest = (bind: Bind) => (after === null ? [] : [`(${keys.group}, ${keys.sort}, t.id) > (${bind(after.group)}::text, ${bind(String(after.sort))}::bigint, ${bind(after.id)}::uuid)`])
    return [{ where: rest, orderBy: `${keys.group}, ${keys.sort}, t.id` }]
  }
  const descending = sort.startsWith('-')
  switch (sort) {
    case 'dueAt': case '-dueAt': return dueParts(descending, after)
    case 'priority': case '-priority': return priorityParts(prioritiesIn(sort), after)
    case 'number': case '-number': return [part('t.number', descending, 'bigint', [], at(after, descending))]
    default: return [part(sort.endsWith('createdAt') ? 't.created_at' : 't.updated_at', descending, 'instant', [], at(after, descending))]
  }
}

/** Value and id in the column's own terms. */
type Reached = { value: bigint; id: string } | null
const at = (after: After | null, negated: boolean): Reached => (after === null ? null : { value: negated ? -after.sort : after.sort, id: after.id })

function part(column: string, descending: boolean, type: 'instant' | 'bigint', where: string[], reached: Reached): WalkPart {
  return {
    orderBy: `${column} ${descending ? 'desc' : 'asc'}, t.id`,
    // The bound alone is what an index can begin at; the rest only decides among equals.
    where(bind) {
      if (reached === null) return where
      const value = type === 'bigint' ? `${bind(String(reached.value))}::bigint` : `(timestamptz 'epoch' + ${bind(String(reached.value))}::bigint * interval '1 microsecond')`
      const sign = descending ? '<' : '>'
      return [...where, `${column} ${sign}= ${value}`, `(${column} ${sign} ${value} or t.id > ${bind(reached.id)}::uuid)`]
    },
  }
}

function dueParts(descending: boolean, after: After | null): WalkPart[] {
  const undue = (reached: Reached) => part('t.updated_at', true, 'instant', ['t.due_at is null'], reached)
  if (after !== null && after.sort > dueLimit) return [undue({ value: 8_000_000_000_000_000_000n - after.sort, id: after.id })]
  return [part('t.due_at', descending, 'instant', ['t.due_at is not null'], at(after, descending)), undue(null)]
}

function priorityParts(order: readonly string[], after: After | null): WalkPart[] {
  const from = after === null ? 0 : Number((after.sort + priorityStep - 1n) / priorityStep)
  return order.slice(from).map((priority, i) =>
    part('t.updated_at', true, 'instant', [`t.priority = '${priority}'`], after !== null && i === 0 ? { value: BigInt(from) * priorityStep - after.sort, id: after.id } : null))
}

/** @param where conditions over `ticket t`, their values bound already */
export function walkStatement(order: TicketOrder, { orderBy }: Pick<WalkPart, 'orderBy'>, where: readonly string[], limit: string): string {
  const keys = keysOf(order)
  return `select ${ticketColumns}, t.group_key, t.sort_key::text as sort_key from (
      select t.*, ${keys.group} as group_key, ${keys.sort} as sort_key from ticket t where ${where.join(' and ')} order by ${orderBy} limit ${limit}
    ) t ${ticketJoins} order by t.group_key, t.sort_key, t.id`
}

/** As many tickets are read and asked within a millisecond or two. */
const nearTickets = 600

/**
 * Whether the first tickets in the order are likely to fill a page. Not when the conditions name one person, who has few, nor when
 * they bound the order itself, which begins in the middle then and has an index for that.
 */
export function worthLookingNear({ sort, group }: TicketOrder, conditions: readonly ConditionGroup[]): boolean {
  const field = sort.replace('-', '')
  return group === null && field !== 'priority' && !conditions.some((c) => topLevelEquals(c, 'assigneeId') !== undefined || fieldsUsed(c).has(field))
}

/** What the walk itself may rest on: nothing but the one index that has its order, since more invites the planner to another one. */
export const settledOf = ({ sort }: TicketOrder, hints: readonly string[]): readonly string[] => (sort.endsWith('dueAt') ? [] : hints.filter((h) => h === stillActive))

/**
 * The page out of the first tickets of the order alone. What the planner expects of conditions rests on figures over all tickets, closed ones
 * too, which say little of those at work: it would read every ticket that waits rather than walk the deadlines.
 * @param given.settled what holds of the walk itself; `where` is asked of what it finds
 */
export function nearStatement(order: TicketOrder, part: WalkPart, { settled, where, limit, bind }: { settled: readonly string[]; where: readonly string[]; limit: number; bind: Bind }): string {
  const keys = keysOf(order)
  return `select ${ticketColumns}, t.group_key, t.sort_key::text as sort_key from (
      select t.*, ${keys.group} as group_key, ${keys.sort} as sort_key from (
        select t.* from ticket t where ${['t.org_id = $1', ...settled, ...part.where(bind)].join(' and ')} order by ${part.orderBy} limit ${nearTickets}
      ) t where ${where.length === 0 ? 'true' : where.join(' and ')} order by ${part.orderBy} limit ${Math.trunc(limit)}
    ) t ${ticketJoins} order by t.group_key, t.sort_key, t.id`
}
