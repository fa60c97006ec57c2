// One page of a kept view from its index of members, and from the tickets changed last, which are asked themselves: so the
// page is exact although members are noted a moment after the change.
import { ticketColumns, ticketJoins } from '../../../diary/index.ts'
import type { After } from './cursor.ts'
import { keysOf, type TicketOrder } from './order.ts'
import type { Bind } from './walk.ts'

/** Tickets changed last that are asked themselves; also how far the worker may lag behind unnoticed. */
export const freshTickets = 100

export interface Place { queue_id: string; location_id: string; tickets: number }
/** `in order`: the view's own order, all places. `places`: the view's order within each place. `sorted`: all members, then sorted. */
export type KeptRoad = { road: 'in order' } | { road: 'places'; places: readonly Place[] } | { road: 'sorted'; places: readonly Place[] | null }

/**
 * @param where what holds of `ticket t` besides, the conditions of the view among it; their values bound already
 * @param limit one more than the page
 */
export function keptStatement(given: { viewId: string; order: TicketOrder; after: After | null; where: readonly string[]; limit: number; road: KeptRoad; bind: Bind }): string {
  const { order, after, where, road, bind } = given
  const keys = keysOf(order)
  const view = bind(given.viewId)
  // Written out: a plan that is kept for every page must know that few rows are wanted.
  const limit = Math.trunc(given.limit)
  const values = after === null ? null : `(${bind(after.group)}::text, ${bind(String(after.sort))}::bigint, ${bind(after.id)}::uuid)`
  const beyond = (row: string) => (values === null ? '' : ` and ${row} > ${values}`)
  const live = `t.*, ${keys.group} as group_key, ${keys.sort} as sort_key`
  const holds = where.map((w) => ` and ${w}`).join('')
  // A member nearly always still is one. The planner, told each condition by itself, would expect the contrary and read all
  // members to be sure of a page; of a CASE it expects nothing in particular.
  const stillHolds = where.length === 0 ? '' : ` and case when ${where.join(' and ')} then true else false end`
  const member = (more: string) => `select ${live} from view_member m join ticket t on t.org_id = m.org_id and t.id = m.ticket_id
      where m.org_id = $1 and m.view_id = ${view}${more} and t.updated_at < since.at${stillHolds}${beyond(`(${keys.group}, ${keys.sort}, t.id)`)}`
  const inOrder = `${beyond('(m.group_key, m.sort_key, m.ticket_id)')}`
  const cut = `order by m.group_key, m.sort_key, m.ticket_id limit ${limit}`
  const inPlace = 'and m.queue_id = p.queue_id and m.location_id = p.location_id'
  const list = (places: readonly Place[]) => `unnest(${bind(places.map((p) => p.queue_id))}::uuid[], ${bind(places.map((p) => p.location_id))}::uuid[]) p (queue_id, location_id)`
  const old = road.road === 'in order' ? `since, lateral (${member(inOrder)} ${cut}) t`
    : road.road === 'places' ? `since, ${list(road.places)}, lateral (${member(` ${inPlace}${inOrder}`)} ${cut}) t`
      : road.places === null ? `since, lateral (${member('')}) t` : `since, ${list(road.places)}, lateral (${member(` ${inPlace}`)}) t`
  return `with since as materialized (select coalesce(changed_since(${freshTickets}), '-infinity') as at)
    select ${ticketColumns}, t.group_key, t.sort_key::text as sort_key from (
      select * from (
        select t.* from ${old}
        union all
        select ${live} from ticket t where t.org_id = $1 and t.updated_at >= (select at from since)${holds}${beyond(`(${keys.group}, ${keys.sort}, t.id)`)}
      ) t order by t.group_key, t.sort_key, t.id limit ${limit}
    ) t ${ticketJoins} order by t.group_key, t.sort_key, t.id`
}
