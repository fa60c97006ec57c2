// What the address of the ticket list says, and what the server is asked for it. The address is the only state of the
// list that is worth keeping: a link shows a colleague the same rows.
import type { Conditions, TicketQuery } from '@kontuar/contracts'

/** The views that are always there. Any other name is the id of a saved one. */
export const views = ['mine', 'unassigned', 'new', 'open', 'waiting', 'closed', 'active', 'all'] as const
export type View = (typeof views)[number]
export const isBuiltIn = (view: string): view is View => (views as readonly string[]).includes(view)
/** Not a view: Today stands as the list beside the ticket that was opened from it. */
export const today = 'today'
export const sorts = ['-updatedAt', 'updatedAt', '-createdAt', 'createdAt', 'dueAt', '-dueAt', '-priority', 'priority', '-number', 'number'] as const
export type Sort = (typeof sorts)[number]
export const scopes = ['mine', 'team', 'everybody'] as const
export type Scope = (typeof scopes)[number]
export const statuses = ['new', 'open', 'waiting', 'closed'] as const
export type Status = (typeof statuses)[number]
export const priorities = ['urgent', 'high', 'normal', 'low'] as const
export type Priority = (typeof priorities)[number]

export interface TicketSearch {
  view?: string
  /** Of Today: whose work. */
  whose?: Scope
  status?: Status
  /** A member's id, `me` or `none`. */
  owner?: string
  mailbox?: string
  priority?: Priority
  customer?: string
  queue?: string
  reason?: string
  tag?: string
  location?: string
  q?: string
  /** Conditions that no filter of the list says: what a number elsewhere counts. */
  where?: Conditions
  sort?: Sort
  /** The ticket under the cursor of the list. */
  selected?: string
  /** Of the open ticket: the entry that a number, an answer or a warning leads to. */
  entry?: string
}

export const defaultView: View = 'active'
export const defaultSort: Sort = '-updatedAt'

const among = <T extends string>(values: readonly T[], given: unknown): T | undefined => values.find((value) => value === given)
const text = (given: unknown, most = 200): string | undefined => {
  // The router reads `?q=1024` as a number.
  const said = typeof given === 'number' ? String(given) : given
  return typeof said === 'string' && said.trim() !== '' ? said.slice(0, most) : undefined
}

/** Only the shape is looked at: the server says what is wrong inside. */
function conditions(given: unknown): Conditions | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { combinator, rules } = given as Partial<Conditions>
  return (combinator === 'and' || combinator === 'or') && Array.isArray(rules) && rules.length > 0 && rules.length <= 200 ? (given as Conditions) : undefined
}

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function readTicketSearch(given: Record<string, unknown>): TicketSearch {
  const where = conditions(given['where'])
  const found: Record<Exclude<keyof TicketSearch, 'where'>, string | undefined> = {
    view: text(given['view'], 64),
    whose: among(scopes, given['whose']),
    status: among(statuses, given['status']),
    owner: text(given['owner'], 64),
    mailbox: text(given['mailbox'], 64),
    priority: among(priorities, given['priority']),
    customer: text(given['customer'], 64),
    queue: text(given['queue'], 64),
    reason: text(given['reason'], 64),
    tag: text(given['tag'], 64),
    location: text(given['location'], 64),
    q: text(given['q']),
    sort: among(sorts, given['sort']),
    selected: text(given['selected'], 64),
    entry: text(given['entry'], 64),
  }
  return { ...(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as TicketSearch), ...(where && { where }) }
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

/** How a saved view orders its rows; null: not known yet. */
export interface ViewOrder { sort: Sort; group: string | null }

/** The server's question for this address. A filter narrows its view; where both name the same thing, the filter wins. */
export function ticketQuery(search: TicketSearch, saved: ViewOrder | null = null): TicketQuery {
  const view = search.view ?? defaultView
  return {
    ...(isBuiltIn(view) ? viewQueries[view] : { viewId: view, ...(saved?.group && { group: saved.group }) }),
    ...(search.status && { statusCategory: search.status }),
    ...(search.owner && { assigneeId: search.owner }),
    ...(search.mailbox && { mailboxId: search.mailbox }),
    ...(search.priority && { priority: search.priority }),
    ...(search.customer && { customerId: search.customer }),
    ...(search.queue && { queueId: search.queue }),
    ...(search.reason && { reasonId: search.reason }),
    ...(search.tag && { tagId: search.tag }),
    ...(search.location && { locationId: search.location }),
    ...(search.q && { q: search.q }),
    ...(search.where && { conditions: JSON.stringify(search.where) }),
    sort: search.sort ?? saved?.sort ?? defaultSort,
  }
}

export const filterNames = ['status', 'owner', 'queue', 'priority', 'reason', 'tag', 'location', 'mailbox', 'customer', 'q', 'where'] as const satisfies readonly (keyof TicketSearch)[]
export const hasFilters = (search: TicketSearch): boolean => filterNames.some((name) => search[name] !== undefined)

/** The same view without filters. */
export function withoutFilters({ view, sort, selected }: TicketSearch): TicketSearch {
  return { ...(view && { view }), ...(sort && { sort }), ...(selected && { selected }) }
}
