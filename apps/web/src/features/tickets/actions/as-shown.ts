import type { Status, TicketDetail } from '@kontuar/contracts'
import { statusNamed } from './status-named.ts'
import type { Patch } from './use-ticket-actions.ts'

/** How a ticket looks once the change is done, before the server has said so. */
export function asShown(patch: Patch, before: Partial<TicketDetail>, statuses: readonly Status[], owner: { id: string; name: string } | null): Partial<TicketDetail> {
  const { status: wish, addTagIds = [], removeTagIds = [], fields, ...plain } = patch
  const status = wish === undefined ? undefined : statusNamed(statuses, wish)
  const tags = before.tagIds ?? []
  return {
    ...(plain as Partial<TicketDetail>),
    ...(status ? { status: status.key, statusCategory: status.category, closedAt: status.category === 'closed' ? (before.closedAt ?? new Date().toISOString()) : null } : {}),
    ...(patch.assigneeId === undefined ? {} : { assignee: owner }),
    ...(addTagIds.length + removeTagIds.length === 0 ? {} : { tagIds: [...new Set([...tags, ...addTagIds])].filter((id) => !removeTagIds.includes(id)) }),
    ...(fields ? { fields: Object.fromEntries(Object.entries({ ...before.fields, ...fields }).filter(([, value]) => value !== null)) } : {}),
  }
}
