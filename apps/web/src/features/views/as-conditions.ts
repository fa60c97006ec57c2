// The list as it stands, as conditions: what "Save as view" begins with.
import type { Conditions, View } from '@kontuar/contracts'
import { defaultView, isBuiltIn, type TicketSearch, type View as BuiltIn } from '../tickets/search/index.ts'

type Rule = { field: string; operator: string; value?: unknown }
const kinds = (...value: string[]): Rule => ({ field: 'statusCategory', operator: 'in', value })
const active = kinds('new', 'open', 'waiting')
const builtIn: Record<BuiltIn, Rule[]> = {
  mine: [active, { field: 'assigneeId', operator: 'in', value: ['@me'] }], unassigned: [active, { field: 'assigneeId', operator: 'null' }],
  new: [kinds('new')], open: [kinds('open')], waiting: [kinds('waiting')], closed: [kinds('closed')], active: [active], all: [],
}

/** Filters on top of a saved view narrow it. Words searched for become a condition on the subject: nothing asks for the text. */
export function asConditions(search: TicketSearch, saved: View | null): Conditions {
  const view = search.view ?? defaultView
  const one = (field: string, value: string | undefined): Rule[] => (value === undefined ? [] : [{ field, operator: 'in', value: [value] }])
  const owner: Rule[] = search.owner === 'none' ? [{ field: 'assigneeId', operator: 'null' }] : one('assigneeId', search.owner === 'me' ? '@me' : search.owner)
  const filters = [
    ...one('statusCategory', search.status), ...owner, ...one('queueId', search.queue), ...one('priority', search.priority), ...(search.reason ? [{ field: 'reasonId', operator: 'within', value: [search.reason] }] : []),
    ...(search.tag ? [{ field: 'tagIds', operator: 'containsAny', value: [search.tag] }] : []), ...one('locationId', search.location), ...one('mailboxId', search.mailbox), ...(search.q ? [{ field: 'subject', operator: 'contains', value: search.q }] : []), ...((search.where ? (search.where.combinator === 'and' && !('not' in search.where) ? search.where.rules : [search.where]) : []) as Rule[]),
  ]
  if (saved === null) return { combinator: 'and', rules: [...(isBuiltIn(view) ? builtIn[view] : []).filter(({ field }) => !filters.some((each) => each.field === field)), ...filters] }
  if (filters.length === 0) return saved.conditions
  const flat = saved.conditions.combinator === 'and' && saved.conditions['not' as keyof Conditions] !== (true as never)
  return { combinator: 'and', rules: [...(flat ? saved.conditions.rules : [saved.conditions]), ...filters] }
}
