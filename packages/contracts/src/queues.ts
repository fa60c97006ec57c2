// Queues, their people, and how new tickets find them.
import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, nullable, oneOf, page } from './shapes.ts'
import { ConditionField, Conditions } from './conditions.ts'
import { Priority } from './priority.ts'
import { route } from './route.ts'
import { Colour } from './vocabulary.ts'

const Name = Type.String({ minLength: 1, maxLength: 100 })
const closed = { additionalProperties: false } as const
const patch = { additionalProperties: false, minProperties: 1 } as const

export const AssignmentMode = oneOf('hand', 'pull', 'round-robin', 'least-loaded')
export const AssignmentRules = Type.Object({
  mode: AssignmentMode,
  skills: Type.Optional(Type.Array(oneOf('language', 'channel', 'product'), { description: 'What must fit between ticket and agent. `product`: one of the ticket\'s tags is a product the agent knows; tickets without such a tag fit everybody.' })),
  stickyDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650, description: 'The customer\'s last agent is preferred for so many days; 0: never.' })),
  awayMinutes: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 10_080, description: 'An agent away or off for longer gives unanswered tickets back; null: never.' }))),
}, closed)
export type AssignmentRules = Static<typeof AssignmentRules>

export const Queue = Type.Object({
  id: Id, name: Name, readyMade: nullable(Type.String()), position: Type.Integer(), colour: Colour, defaultPriority: Priority,
  calendarId: nullable(Id), slaPolicyId: nullable(Id), orderOfWork: oneOf('due', 'oldest', 'priority'), assignment: AssignmentRules, legalBasisCode: nullable(Type.String()),
  isDefault: Type.Boolean(), memberIds: Type.Array(Id), teamIds: Type.Array(Id),
  serverIds: Type.Array(Id, { description: 'Everybody who serves it: members and the members of its teams.' }),
  retired: Type.Boolean(),
})
export type Queue = Static<typeof Queue>
const wishes = {
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })), colour: Type.Optional(Colour), defaultPriority: Type.Optional(Priority),
  calendarId: Type.Optional(nullable(Id)), slaPolicyId: Type.Optional(nullable(Id)), orderOfWork: Type.Optional(oneOf('due', 'oldest', 'priority')),
  assignment: Type.Optional(AssignmentRules), legalBasisCode: Type.Optional(nullable(Type.String({ maxLength: 60 }))), isDefault: Type.Optional(Type.Literal(true)),
  memberIds: Type.Optional(Type.Array(Id, { maxItems: 2000 })), teamIds: Type.Optional(Type.Array(Id, { maxItems: 500 })),
}
export const NewQueue = Type.Object({ name: Name, ...wishes }, closed)
export const QueuePatch = Type.Object({ name: Type.Optional(Name), ...wishes, retired: Type.Optional(Type.Boolean()) }, patch)

export const QueueRule = Type.Object({ id: Id, name: Name, position: Type.Integer(), active: Type.Boolean(), conditions: Conditions, queueId: Id, locationId: nullable(Id), priority: nullable(Priority),
  fault: nullable(Type.String({ description: 'Why the rule is passed over, though active; null when it works.' })) })
export type QueueRule = Static<typeof QueueRule>
const ruleWishes = { position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })), active: Type.Optional(Type.Boolean()), locationId: Type.Optional(nullable(Id)), priority: Type.Optional(nullable(Priority)) }
export const NewQueueRule = Type.Object({ name: Name, conditions: Conditions, queueId: Id, ...ruleWishes }, closed)
export const QueueRulePatch = Type.Object({ name: Type.Optional(Name), conditions: Type.Optional(Conditions), queueId: Type.Optional(Id), ...ruleWishes }, patch)
export const QueueRuleTrial = Type.Object({ tickets: Type.Integer(), matched: Type.Integer(), since: Type.String(), examples: Type.Array(Type.Object({ id: Id, number: Type.Integer(), subject: Type.String() })) })

/** Where a ticket stood and with whom: facts as they were then. */
export const TicketStay = Type.Object({
  queueId: nullable(Id), queueName: nullable(Type.String()), assigneeId: nullable(Id), assigneeName: nullable(Type.String()),
  enteredAt: Instant, leftAt: nullable(Instant), seconds: Type.Integer({ description: 'From entering to leaving, or until now.' }),
})
export type TicketStay = Static<typeof TicketStay>

const tag = 'queues'
export const listQueues = route({ method: 'GET', path: '/queues', permission: 'ticket.read', tag, summary: 'Queues one sees, in their order', response: page(Queue) })
export const createQueue = route({ method: 'POST', path: '/queues', permission: 'desk.manage', tag, summary: 'Add a queue', body: NewQueue, response: Queue, status: 201 })
export const changeQueue = route({ method: 'PATCH', path: '/queues/:id', permission: 'desk.manage', tag, summary: 'Change or retire a queue', params: ById, body: QueuePatch, response: Queue })
export const listQueueRules = route({ method: 'GET', path: '/queue-rules', permission: 'desk.manage', tag, summary: 'Which new ticket goes where, in their order', response: page(QueueRule) })
export const createQueueRule = route({ method: 'POST', path: '/queue-rules', permission: 'desk.manage', tag, summary: 'Add a rule', body: NewQueueRule, response: QueueRule, status: 201 })
export const changeQueueRule = route({ method: 'PATCH', path: '/queue-rules/:id', permission: 'desk.manage', tag, summary: 'Change a rule', params: ById, body: QueueRulePatch, response: QueueRule })
export const deleteQueueRule = route({ method: 'DELETE', path: '/queue-rules/:id', permission: 'desk.manage', tag, summary: 'Remove a rule', params: ById, response: Done })
export const tryQueueRule = route({ method: 'POST', path: '/queue-rules/try', permission: 'desk.manage', tag, summary: 'How many tickets of the last 30 days a rule would have matched', body: Type.Object({ conditions: Conditions }, closed), response: QueueRuleTrial })
export const listQueueRuleFields = route({ method: 'GET', path: '/queue-rules/fields', permission: 'desk.manage', tag, summary: 'What rules may ask of a new message', response: page(ConditionField) })
export const listStays = route({ method: 'GET', path: '/tickets/:id/stays', permission: 'ticket.read', tag, summary: 'In which queue and with whom the ticket was, and how long', params: ById, response: page(TicketStay) })
