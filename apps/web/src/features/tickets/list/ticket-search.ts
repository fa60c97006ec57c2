// What the address of the ticket list says, and what the server is asked for it. The address is the only state of the
// list that is worth keeping: a link shows a colleague the same rows.
import type { TicketQuery } from '@kontuar/contracts'

export const views = ['mine', 'unassigned', 'new', 'open', 'waiting', 'closed', 'active', 'all'] as const
export type View = (typeof views)[number]
export const sorts = ['-updatedAt', 'updatedAt', '-createdAt', 'createdAt', '-number', 'number'] as const
export type Sort = (typeof sorts)[number]
export const statuses = ['new', 'open', 'waiting', 'closed'] as const
export type Status = (typeof statuses)[number]
export const priorities = ['urgent', 'high', 'normal', 'low'] as const
export type Priority = (typeof priorities)[number]

export interface TicketSearch {
  view?: View
  status?: Status
  /** A member's id, `me` or `none`. */
  owner?: string
  mailbox?: string
  priority?: Priority
  customer?: string
  q?: string
  sort?: Sort
  /** The ticket under the cursor of the list. */
  selected?: string
}

export const defaultView: View = 'active'
export const defaultSort: Sort = '-updatedAt'

const among = <T extends string>(values: readonly T[], given: unknown): T | undefined => values.find((value) => value === given)
const text = (given: unknown, most = 200): string | undefined => {
  // The router reads `?q=1024` as a number.
  const said = typeof given === 'number' ? String(given) : given
  return typeof said === 'string' && said.trim() !== '' ? said.slice(0, most) : undefined
}

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function readTicketSearch(given: Record<string, unknown>): TicketSearch {
  const found: Record<keyof TicketSearch, string | undefined> = {
    view: among(views, given['view']),
    status: among(statuses, given['status']),
    owner: text(given['owner'], 64),
    mailbox: text(given['mailbox'], 64),
    priority: among(priorities, given['priority']),
    customer: text(given['customer'], 64),
    q: text(given['q']),
    sort: among(sorts, given['sort']),
    selected: text(given['selected'], 64),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as TicketSearch
}

const viewQueries: Record<View, TicketQuery> = {
  mine: { assigneeId: 'me', statusCategory: 'active' },
  unassigned: { assigneeId: 'none', statusCategory: 'active' },
  new: { statusCategory: 'new' },
  open: { statusCategory: 'open' },
  waiting: { statusCategory: 'waiting' },
  closed: { statusCategory: 'closed' },
  active: { statusCategory: 'active' },
  all: {},
}

/** The server's question for this address. A filter narrows its view; where both name the same thing, the filter wins. */
export function ticketQuery(search: TicketSearch): TicketQuery {
  return {
    ...viewQueries[search.view ?? defaultView],
    ...(search.status && { statusCategory: search.status }),
    ...(search.owner && { assigneeId: search.owner }),
    ...(search.mailbox && { mailboxId: search.mailbox }),
    ...(search.priority && { priority: search.priority }),
    ...(search.customer && { customerId: search.customer }),
    ...(search.q && { q: search.q }),
    sort: search.sort ?? defaultSort,
  }
}

const filterNames = ['status', 'owner', 'mailbox', 'priority', 'customer', 'q'] as const satisfies readonly (keyof TicketSearch)[]
export const hasFilters = (search: TicketSearch): boolean => filterNames.some((name) => search[name] !== undefined)

/** The same view without filters. */
export function withoutFilters({ view, sort, selected }: TicketSearch): TicketSearch {
  return { ...(view && { view }), ...(sort && { sort }), ...(selected && { selected }) }
}
