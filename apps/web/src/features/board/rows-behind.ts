// Which rows a number of the board counts, as an address of the ticket list: the same filter, so the same count.
import type { Conditions } from '@kontuar/contracts'
import type { TicketSearch } from '../tickets/search/index.ts'
import { usualHorizon, type BoardSearch } from './board-search.ts'

type Rule = { field: string; operator: string; value?: unknown } | Conditions

/** What a number counts besides the filters of the board. Null owner or queue: those without one. */
export interface Counted {
  queue?: string | null
  owner?: string | null
  status?: string
  urgent?: boolean
  due?: 'overdue' | 'soon'
  /** Hours since creation, from … to …; null: no end. */
  age?: { from: number; to: number | null }
}
/** Who belongs to the team of the filter, and which queues it serves. */
export interface TeamReach { memberIds: readonly string[]; queueIds: readonly string[] }

const hours = (amount: number) => ({ amount, unit: 'hours' })

export function rowsBehind(board: BoardSearch, counted: Counted, team: TeamReach | null): TicketSearch {
  const queue = counted.queue === undefined ? board.queue : counted.queue
  const rules: Rule[] = [
    ...(queue === null ? [{ field: 'queueId', operator: 'null' }] : []),
    ...(counted.status === undefined ? [] : [{ field: 'status', operator: 'in', value: [counted.status] }]),
    ...(counted.due === 'overdue' ? [{ field: 'overdue', operator: '=', value: true }] : []),
    ...(counted.due === 'soon' ? [{ field: 'dueAt', operator: 'withinNext', value: hours(board.hours ?? usualHorizon) }] : []),
    ...(counted.age && counted.age.from > 0 ? [{ field: 'createdAt', operator: 'olderThan', value: hours(counted.age.from) }] : []),
    ...(counted.age && counted.age.to !== null ? [{ field: 'createdAt', operator: 'withinLast', value: hours(counted.age.to) }] : []),
    ...(team ? [ofTeam(team)] : []),
  ]
  return {
    view: 'active',
    ...(queue && { queue }),
    ...(counted.owner === undefined ? {} : { owner: counted.owner ?? 'none' }),
    ...(board.location && { location: board.location }),
    ...(counted.urgent && { priority: 'urgent' }),
    ...(counted.due && { sort: 'dueAt' }),
    ...(rules.length > 0 && { where: { combinator: 'and', rules } }),
  }
}

/** As the server counts a team: what its people hold, and what waits without an owner in its queues. */
function ofTeam({ memberIds, queueIds }: TeamReach): Rule {
  const held: Rule[] = memberIds.length > 0 ? [{ field: 'assigneeId', operator: 'in', value: [...memberIds] }] : []
  const waiting: Rule[] = queueIds.length > 0 ? [{ combinator: 'and', rules: [{ field: 'assigneeId', operator: 'null' }, { field: 'queueId', operator: 'in', value: [...queueIds] }] }] : []
  // A team of nobody without a queue has nothing; numbers begin with 1.
  if (held.length + waiting.length === 0) return { field: 'number', operator: '=', value: 0 }
  return held.length > 0 && waiting.length > 0 ? { combinator: 'or', rules: [...held, ...waiting] } : (held[0] ?? waiting[0]!)
}
