// What stands in Today of the invented server: tickets by their deadlines, and some tasks among them.
import * as routes from '@kontuar/contracts'
import type { Task, Ticket, TodayItem } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { ago, staff } from './people.ts'
import { paged, type World } from './tickets.ts'

const task = (id: string, kind: Task['kind'], title: string, due: number, more: Partial<Task> = {}): Task => ({ id, kind, title, note: '', ticketId: null, ticketNumber: null, customerId: null, customerName: null, ownerId: 's1', ownerName: staff[0]!.name, queueId: null, dueAt: ago(-due), origin: 'hand', doneAt: null, createdAt: ago(600), updatedAt: ago(600), ...more })
const someTasks = (): Task[] => [
  task('z1', 'call-back', 'Oddzwonić w sprawie reklamacji', -25, { customerId: 'c5', customerName: 'Светлана Щербакова', ticketId: 'k5', ticketNumber: 12_475, note: 'Prosi o kontakt po 15:00.' }),
  task('z2', 'task', 'Zamówić preparat do zabiegu pani Lis', 190),
]

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

export function answerToday(on: ReturnType<typeof createAnswer>, scenario: Scenario, world: World): void {
  const tasks = scenario.empty ? [] : someTasks()
  const items = (whose: string): TodayItem[] => [
    ...world.tickets.slice(0, whose === 'everybody' ? 400 : 60).filter(({ statusCategory, assigneeId }) => (statusCategory === 'new' || statusCategory === 'open') && (whose !== 'mine' || assigneeId === 's1') && (whose !== 'team' || assigneeId === null || assigneeId === 's1' || assigneeId === 's3'))
      .map((ticket): TodayItem => ({ kind: 'ticket', id: ticket.id, ticket, task: null, dueAt: ticket.dueAt, because: because(ticket) })),
    ...tasks.filter(({ doneAt }) => doneAt === null).map((each): TodayItem => ({ kind: 'task', id: each.id, ticket: null, task: each, dueAt: each.dueAt, because: [{ code: each.dueAt! < ago(0) ? 'task-overdue' : 'task-due', at: each.dueAt }] })),
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
  on(routes.changeTask, ({ params, body: { done, ...body } }) => {
    const found = tasks.find(({ id }) => id === params.id)
    if (!found) throw new Refusal('not-found', 'There is no such task.')
    return Object.assign(found, body, done === undefined ? {} : { doneAt: done ? ago(0) : null })
  })
}
