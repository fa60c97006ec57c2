// Which road through a view's members is the shortest, by what has been counted.
import type { TicketSort } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { KeptRoad, Place } from './kept-statement.ts'
import type { TicketOrder } from './order.ts'

const page = 51
/** As many tickets are fetched by their keys and sorted in a few milliseconds. */
const fewMembers = 2000

export type SeenPlace = Place & { seen: boolean }

const anywhere = '00000000-0000-0000-0000-000000000000'

/** Where the members stand, and which of it the asker sees; for who sees everything it is all one place. */
export const viewPlaces = (tx: Tx, viewId: string, restricted: boolean): Promise<SeenPlace[]> => (restricted
  ? tx.query<SeenPlace>(
    `select c.queue_id, c.location_id, c.tickets,
       ((select viewer() is null) or (c.queue_id = any ((select viewer_queues())::uuid[])
         and ((select viewer_locations() is null) or c.location_id = '${anywhere}' or c.location_id = any ((select viewer_locations())::uuid[])))) is true as seen
     from view_count c where c.org_id = $1 and c.view_id = $2 and c.tickets > 0`, [tx.orgId, viewId], 'view-places')
  : tx.query<SeenPlace>(`select '${anywhere}'::uuid as queue_id, '${anywhere}'::uuid as location_id, tickets, true as seen from view_total where org_id = $1 and view_id = $2`, [tx.orgId, viewId], 'view-total'))

/**
 * Null: none of them; the tickets' own indexes serve better.
 * @param own the order in which the members are kept
 */
export function chooseRoad(order: TicketOrder, own: { sort?: TicketSort; group?: string | null }, places: readonly SeenPlace[], restricted: boolean): KeptRoad | null {
  const seen = places.filter((p) => p.seen)
  const total = places.reduce((sum, p) => sum + p.tickets, 0)
  const mine = seen.reduce((sum, p) => sum + p.tickets, 0)
  if (order.sort !== own.sort || order.group !== (own.group ?? null)) return mine > fewMembers ? null : { road: 'sorted', places: restricted ? seen : null }
  if (!restricted) return { road: 'in order' }
  // Spread evenly, so many have to be passed to find a page of one's own.
  const inOrder = mine === 0 ? Infinity : page * (total / mine)
  const byPlace = seen.reduce((sum, p) => sum + Math.min(page, p.tickets) + 1, 0)
  return byPlace <= inOrder ? { road: 'places', places: seen } : { road: 'in order' }
}
