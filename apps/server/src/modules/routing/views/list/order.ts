// The orders in which tickets are listed. Every one is a pair of keys that rise, then the id: a group (text in byte order)
// and a number. So one index serves every view, one cursor every list, and empty values stand last both ways.
import type { TicketSort } from '@kontuar/contracts'
import { categories, priorities } from '../fields/fixed-choices.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'

/** Instants as microseconds since 1970: a Date would round them away and skip rows. */
const us = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`
// Without a deadline: after all that have one, the newest change first.
const undue = `8000000000000000000 - ${us('t.updated_at')}`
/** Above every instant, below every key of a ticket without a deadline. */
export const dueLimit = 4_000_000_000_000_000_000n
/** Between two priorities; within one the newest change comes first. */
export const priorityStep = 10_000_000_000_000_000n

const rank = (order: readonly string[]) => `(case t.priority ${order.map((p, i) => `when '${p}' then ${i}`).join(' ')} end)`
export const prioritiesIn = (sort: TicketSort) => (sort === '-priority' ? priorities : priorities.toReversed())

const sortKeys: Record<TicketSort, string> = {
  createdAt: us('t.created_at'), '-createdAt': `-${us('t.created_at')}`, updatedAt: us('t.updated_at'), '-updatedAt': `-${us('t.updated_at')}`, number: 't.number', '-number': '-t.number',
  dueAt: `coalesce(${us('t.due_at')}, ${undue})`, '-dueAt': `coalesce(-${us('t.due_at')}, ${undue})`,
  priority: `${rank(priorities.toReversed())} * ${priorityStep}::bigint - ${us('t.updated_at')}`, '-priority': `${rank(priorities)} * ${priorityStep}::bigint - ${us('t.updated_at')}`,
}

// "~" stands after letters and digits: without a queue or an owner comes last.
const groupKeys = {
  status: `(case t.status_category ${categories.map((c, i) => `when '${c}' then '${i}'`).join(' ')} end || t.status)`,
  priority: `(${rank(priorities)} || t.priority)`,
  queueId: `coalesce(t.queue_id::text, '~')`,
  assigneeId: `coalesce(t.assignee_id::text, '~')`,
} as const

export type TicketGroup = keyof typeof groupKeys
export const ticketGroups = Object.keys(groupKeys) as TicketGroup[]

export interface TicketOrder { sort: TicketSort; group: TicketGroup | null }
export const usualOrder: TicketOrder = { sort: '-updatedAt', group: null }

/** Trusted SQL over `ticket t`. */
export const keysOf = ({ sort, group }: TicketOrder): { group: string; sort: string } =>
  ({ group: group === null ? `''::text collate "C"` : `${groupKeys[group]} collate "C"`, sort: `(${sortKeys[sort]})::bigint` })

/** @throws Refusal */
export function takeGroup(group: string | null | undefined): TicketGroup | null {
  if (group === null || group === undefined) return null
  const known = ticketGroups.find((g) => g === group)
  if (known === undefined) throw new Refusal('invalid-input', `Tickets cannot be grouped by "${group.slice(0, 60)}": choose one of ${ticketGroups.join(', ')}.`, { group: 'is not known' })
  return known
}
