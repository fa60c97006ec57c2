// Today, tasks, and the manager's board: what stands now.
import { Type, type Static } from 'typebox'
import { ById, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { Presence } from './assignment.ts'
import { route } from './route.ts'
import { Ticket } from './tickets.ts'

const closed = { additionalProperties: false } as const
const patch = { additionalProperties: false, minProperties: 1 } as const

export const TaskStep = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }), text: Type.String({ minLength: 1, maxLength: 300 }), done: Type.Boolean() }, closed)
/** What a task came from. */
export const TaskSource = Type.Object({ kind: oneOf('alert', 'warning', 'answer', 'recovery'), id: Id }, closed)
export type TaskSource = Static<typeof TaskSource>
export const Task = Type.Object({
  id: Id, kind: oneOf('task', 'call-back'), title: Type.String(), note: Type.String(), ticketId: nullable(Id), ticketNumber: nullable(Type.Integer()), customerId: nullable(Id), customerName: nullable(Type.String()),
  ownerId: nullable(Id), ownerName: nullable(Type.String()), queueId: nullable(Id), locationId: nullable(Id), locationName: nullable(Type.String()), dueAt: nullable(Instant), origin: Type.String({ description: 'hand, or what made it: escalation, contact, warning, alert, recovery.' }),
  state: oneOf('open', 'doing', 'done'), checklist: Type.Array(TaskStep), remindAt: nullable(Instant), escalatedAt: nullable(Instant), source: nullable(TaskSource), causeId: nullable(Id), causeName: nullable(Type.String()), remedy: Type.String(), asksCause: Type.Boolean({ description: 'Closing it needs a cause and what was done.' }),
  doneAt: nullable(Instant), doneByName: nullable(Type.String()), createdAt: Instant, updatedAt: Instant,
})
export type Task = Static<typeof Task>
const wishes = {
  note: Type.Optional(Type.String({ maxLength: 10_000 })), ownerId: Type.Optional(nullable(Id)), queueId: Type.Optional(nullable(Id)), locationId: Type.Optional(nullable(Id)), dueAt: Type.Optional(nullable(Instant)),
  dueIn: Type.Optional(Type.Object({ hours: Type.Number({ minimum: 0.25, maximum: 5000, description: 'Business hours from now, instead of dueAt.' }), calendarId: Type.Optional(nullable(Id)) }, closed)),
  checklist: Type.Optional(Type.Array(TaskStep, { maxItems: 50 })), remindAt: Type.Optional(nullable(Instant)), causeId: Type.Optional(nullable(Id)), remedy: Type.Optional(Type.String({ maxLength: 2000 })),
}
export const NewTask = Type.Object({ kind: Type.Optional(oneOf('task', 'call-back')), title: Type.String({ minLength: 1, maxLength: 300 }), ticketId: Type.Optional(nullable(Id)), customerId: Type.Optional(nullable(Id)), ...wishes }, closed)
export const TaskPatch = Type.Object({ title: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })), ...wishes, state: Type.Optional(oneOf('open', 'doing', 'done')), done: Type.Optional(Type.Boolean()) }, patch)
export const TaskQuery = Type.Object({ ...PageQuery, ownerId: Type.Optional(Type.String({ maxLength: 64, description: 'An id, `me` or `none`.' })), ticketId: Type.Optional(Id), state: Type.Optional(oneOf('open', 'doing', 'done', 'undone')), late: Type.Optional(Type.Boolean()), locationId: Type.Optional(Id), origin: Type.Optional(Type.String({ maxLength: 20 })), sourceKind: Type.Optional(oneOf('alert', 'warning', 'answer', 'recovery')), sourceId: Type.Optional(Id) })
export const TaskSettings = Type.Object({ closingAsks: oneOf('nothing', 'loops', 'everything'), escalate: nullable(Type.Object({ afterMinutes: Type.Integer({ minimum: 5, maximum: 14_400, description: 'Business minutes after it was due.' }), to: oneOf('manager', 'administrators') }, closed)), calendarId: nullable(Id) }, closed)
export type TaskSettings = Static<typeof TaskSettings>

/** Why a line stands where it stands; `code` with its facts, for a sentence on the screen. */
export const TodayReason = Type.Object({ code: oneOf('urgent', 'overdue', 'due-soon', 'due', 'legal', 'customer-waits', 'task-overdue', 'task-reminder', 'task-due', 'no-deadline'), at: nullable(Instant) })
export const TodayItem = Type.Object({ kind: oneOf('ticket', 'task'), id: Id, ticket: nullable(Ticket), task: nullable(Task), dueAt: nullable(Instant), because: Type.Array(TodayReason) })
export type TodayItem = Static<typeof TodayItem>
export const TodayQuery = Type.Object({ ...PageQuery, whose: Type.Optional(oneOf('mine', 'team', 'everybody')) })
export const TodayCounts = Type.Object({ mine: Type.Integer(), team: Type.Integer(), everybody: Type.Integer(), overdue: Type.Integer({ description: 'Of mine.' }), limit: Type.Integer({ description: 'Counting stops here.' }) })

const Bar = Type.Object({ tickets: Type.Integer(), overdue: Type.Integer(), dueSoon: Type.Integer(), unassigned: Type.Integer() })
export const Board = Type.Object({
  at: Instant, open: Type.Integer(), unassigned: Type.Integer(), overdue: Type.Integer(), urgent: Type.Integer(),
  queues: Type.Array(Type.Object({ queueId: nullable(Id), ...Bar.properties })),
  statuses: Type.Array(Type.Object({ status: Type.String(), tickets: Type.Integer() })),
  ages: Type.Array(Type.Object({ upToHours: nullable(Type.Integer()), tickets: Type.Integer() }), { description: 'Hours since creation; null: older.' }),
  owners: Type.Array(Type.Object({ ownerId: nullable(Id), ...Bar.properties, presence: nullable(Presence) })),
  breaches: Type.Array(Ticket, { description: 'What is due within the hours asked, soonest first, at most 50.' }),
})
export type Board = Static<typeof Board>
export const BoardQuery = Type.Object({ hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 168, default: 4 })), queueId: Type.Optional(Id), locationId: Type.Optional(Id), teamId: Type.Optional(Id) })

export const listToday = route({ method: 'GET', path: '/today', permission: 'ticket.read', tag: 'today', summary: 'What to do first: urgent and overdue, then by time left, then the rest; tickets and tasks together', query: TodayQuery, response: page(TodayItem) })
export const countToday = route({ method: 'GET', path: '/today/counts', permission: 'ticket.read', tag: 'today', summary: 'How much there is to do', response: TodayCounts })
export const getBoard = route({ method: 'GET', path: '/board', permission: 'board.read', tag: 'today', summary: 'How things stand now: by queue, status, age and owner, and what will be late', query: BoardQuery, response: Board })
export const listTasks = route({ method: 'GET', path: '/tasks', permission: 'ticket.read', tag: 'tasks', summary: 'Tasks and call-backs, soonest first', query: TaskQuery, response: page(Task) })
export const createTask = route({ method: 'POST', path: '/tasks', permission: 'ticket.change', tag: 'tasks', summary: 'Add a task or call-back', body: NewTask, response: Task, status: 201 })
export const changeTask = route({ method: 'PATCH', path: '/tasks/:id', permission: 'ticket.change', tag: 'tasks', summary: 'Change or finish a task', params: ById, body: TaskPatch, response: Task })
export const getTask = route({ method: 'GET', path: '/tasks/:id', permission: 'ticket.read', tag: 'tasks', summary: 'One task', params: ById, response: Task })
export const getTaskSettings = route({ method: 'GET', path: '/task-settings', permission: 'ticket.read', tag: 'tasks', summary: 'What closing asks for, and who is told of late tasks', response: TaskSettings })
export const changeTaskSettings = route({ method: 'PUT', path: '/task-settings', permission: 'desk.manage', tag: 'tasks', summary: 'Change what closing asks for, and who is told of late tasks', body: TaskSettings, response: TaskSettings })
