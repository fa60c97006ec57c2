// What stands in Today of the invented server: tickets by their deadlines, and some tasks among them.
import * as routes from '@kontuar/contracts'
import type { Task, Ticket, TodayItem } from '@kontuar/contracts'
import type { createAnswer } from './answer.ts'
import { ago, staff } from './people.ts'
import { paged, type World } from './tickets.ts'

function because(ticket: Ticket): TodayItem['because'] {
  const left = ticket.dueAt ? (Date.parse(ticket.dueAt) - Date.now()) / 60_000 : null
  const found: TodayItem['because'] = []
  if (ticket.priority === 'urgent') found.push({ code: 'urgent', at: null })
  if (left !== null && left < 0) found.push({ code: 'overdue', at: ticket.dueAt })
  else if (ticket.dueKind === 'legal') found.push({ code: 'legal', at: ticket.dueAt })
  else if (left !== null) found.push({ code: left < 60 ? 'due-soon' : 'due', at: ticket.dueAt })
  if (ticket.waitingSince) found.push({ code: 'customer-waits', at: ticket.waitingSince })
  return found.length > 0 ? found : [{ code: 'no-deadline', at: null }]
}
const place = ({ ticket, dueAt }: TodayItem) => (ticket?.priority === 'urgent' ? -1e15 : 0) + (dueAt ? Date.parse(dueAt) : 1e15)

export function answerToday(on: ReturnType<typeof createAnswer>, world: World, tasks: readonly Task[]): void {
  const items = (whose: string): TodayItem[] => [
    ...world.tickets.slice(0, whose === 'everybody' ? 400 : 60).filter(({ statusCategory, assigneeId }) => (statusCategory === 'new' || statusCategory === 'open') && (whose !== 'mine' || assigneeId === 's1') && (whose !== 'team' || assigneeId === null || assigneeId === 's1' || assigneeId === 's3'))
      .map((ticket): TodayItem => ({ kind: 'ticket', id: ticket.id, ticket, task: null, dueAt: ticket.dueAt, because: because(ticket) })),
    ...tasks.filter(({ doneAt, ownerId, dueAt }) => doneAt === null && dueAt !== null && (whose !== 'mine' || ownerId === 's1')).map((each): TodayItem => ({ kind: 'task', id: each.id, ticket: null, task: each, dueAt: each.dueAt, because: [{ code: each.dueAt! < ago(0) ? 'task-overdue' : 'task-due', at: each.dueAt }] })),
  ].sort((a, b) => place(a) - place(b))
  on(routes.listToday, ({ query }) => paged(items(query.whose ?? 'mine'), query))
  on(routes.countToday, () => ({ mine: items('mine').length, team: items('team').length, everybody: items('everybody').length, overdue: items('mine').filter(({ dueAt }) => dueAt !== null && dueAt < ago(0)).length, limit: 1000 }))
  on(routes.pullTicket, () => {
    const next = world.tickets.find(({ assigneeId, statusCategory }) => assigneeId === null && statusCategory === 'new')
    if (!next) return null
    Object.assign(next, { assigneeId: 's1', assignee: { id: 's1', name: staff[0]!.name }, status: 'open', statusCategory: 'open' })
    world.touch(next)
    return next
  })
}
