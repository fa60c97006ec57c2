import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, MailAddress, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { AnswerBody } from './interactions.ts'
import { Priority } from './priority.ts'
import { route } from './route.ts'
import { FieldValues, StatusCategory } from './vocabulary.ts'

export const TicketResult = oneOf('solved', 'partly', 'not-solved', 'rejected', 'no-answer', 'duplicate', 'other')
export const TicketSort = oneOf('createdAt', '-createdAt', 'updatedAt', '-updatedAt', 'number', '-number', 'dueAt', '-dueAt', 'priority', '-priority')
export type TicketSort = Static<typeof TicketSort>

export const Ticket = Type.Object({
  id: Id,
  number: Type.Integer(),
  subject: Type.String(),
  status: Type.String({ description: 'Key of the status, see /statuses.' }),
  statusCategory: StatusCategory,
  priority: Priority,
  queueId: nullable(Id),
  assigneeId: nullable(Id),
  customerId: Id,
  channel: Type.String(),
  mailboxId: nullable(Id),
  reasonId: nullable(Id),
  locationId: nullable(Id),
  result: nullable(TicketResult),
  tagIds: Type.Array(Id),
  fields: FieldValues,
  waitingSince: nullable(Type.String({ format: 'date-time', description: 'Since when the customer waits for us; null when the last word was ours.' })),
  dueAt: nullable(Type.String({ format: 'date-time', description: 'The nearest deadline that runs.' })),
  dueFrom: nullable(Instant),
  dueKind: nullable(oneOf('first-response', 'next-response', 'resolution', 'status', 'legal', 'legal-internal')),
  breaches: Type.Integer({ description: 'Deadlines missed so far.' }),
  mergedIntoId: nullable(Id),
  language: nullable(Type.String()),
  createdAt: Instant,
  updatedAt: Instant,
  closedAt: nullable(Instant),
  lastInteractionAt: Instant,
  lastDirection: oneOf('in', 'out', 'internal'),
  preview: Type.String({ description: 'First line of the newest interaction, at most 160 characters.' }),
  customer: Type.Object({ id: Id, name: Type.String(), address: nullable(Type.String()) }),
  assignee: nullable(Type.Object({ id: Id, name: Type.String() })),
})
export type Ticket = Static<typeof Ticket>

export const TicketLink = Type.Object({
  ticketId: Id, number: Type.Integer(), subject: Type.String(), statusCategory: StatusCategory,
  kind: oneOf('continues', 'continued-by', 'possibly-related'),
})
export const TicketDetail = Type.Object({ ...Ticket.properties, links: Type.Array(TicketLink), interactionCount: Type.Integer(), resultNote: Type.String(), mergedIds: Type.Array(Id, { description: 'Tickets merged into this one.' }) })
export type TicketDetail = Static<typeof TicketDetail>

export const TicketQuery = Type.Object({
  ...PageQuery,
  sort: Type.Optional(TicketSort),
  viewId: Type.Optional(Type.String({ maxLength: 64, description: 'Only tickets of this saved view.' })),
  conditions: Type.Optional(Type.String({ maxLength: 20_000, description: 'A rule group as JSON, to look before saving a view.' })),
  group: Type.Optional(Type.String({ maxLength: 100, description: 'A field to order by first: status, priority, queueId, assigneeId.' })),
  status: Type.Optional(Type.String({ maxLength: 100 })),
  statusCategory: Type.Optional(Type.String({ maxLength: 100, description: 'One category, or several joined by commas; `active` means all but closed.' })),
  assigneeId: Type.Optional(Type.String({ maxLength: 64, description: 'An id, `me` or `none`.' })),
  queueId: Type.Optional(Id),
  locationId: Type.Optional(Id),
  reasonId: Type.Optional(Id),
  tagId: Type.Optional(Id),
  customerId: Type.Optional(Id),
  mailboxId: Type.Optional(Id),
  channel: Type.Optional(Type.String({ maxLength: 40 })),
  priority: Type.Optional(Priority),
  number: Type.Optional(Type.Integer({ minimum: 1 })),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Number, customer address or words of subject and text.' })),
})
export type TicketQuery = Static<typeof TicketQuery>

export const TicketPatch = Type.Object({
  subject: Type.Optional(Type.String({ minLength: 1, maxLength: 998 })),
  status: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: 'Key of a status, or a category (then its default status).' })),
  priority: Type.Optional(Priority),
  assigneeId: Type.Optional(nullable(Id)),
  queueId: Type.Optional(nullable(Id)),
  locationId: Type.Optional(nullable(Id)),
  reasonId: Type.Optional(nullable(Id)),
  result: Type.Optional(nullable(TicketResult)),
  resultNote: Type.Optional(Type.String({ maxLength: 5000 })),
  tagIds: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  addTagIds: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  removeTagIds: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  fields: Type.Optional(FieldValues),
}, { additionalProperties: false, minProperties: 1 })

export const NewTicket = Type.Object({
  ...AnswerBody.properties,
  to: Type.Array(MailAddress, { minItems: 1, maxItems: 50 }),
  subject: Type.String({ minLength: 1, maxLength: 998 }),
  mailboxId: Id,
}, { additionalProperties: false })

export const TicketCounts = Type.Object({
  limit: Type.Integer({ description: 'Counting stops here: a value equal to it means "this many or more".' }),
  new: Type.Integer(), open: Type.Integer(), waiting: Type.Integer(), active: Type.Integer(), mine: Type.Integer(), unassigned: Type.Integer(), parked: Type.Integer(),
})

export const listTickets = route({ method: 'GET', path: '/tickets', permission: 'ticket.read', tag: 'tickets', summary: 'List tickets', query: TicketQuery, response: page(Ticket) })
export const exportTickets = route({ method: 'GET', path: '/tickets/export', permission: 'ticket.read', tag: 'tickets', summary: 'A list of tickets as CSV: one row a ticket, with its clocks and custom fields', query: Type.Omit(TicketQuery, ['limit', 'cursor']) })
export const countTickets = route({ method: 'GET', path: '/tickets/counts', permission: 'ticket.read', tag: 'tickets', summary: 'Counters of the ready-made views', response: TicketCounts })
export const getTicket = route({ method: 'GET', path: '/tickets/:id', permission: 'ticket.read', tag: 'tickets', summary: 'One ticket', params: ById, response: TicketDetail })
export const createTicket = route({ method: 'POST', path: '/tickets', permission: 'ticket.answer', tag: 'tickets', summary: 'Start a ticket by writing to a customer', body: NewTicket, response: TicketDetail, status: 201 })
export const changeTicket = route({ method: 'PATCH', path: '/tickets/:id', permission: 'ticket.change', tag: 'tickets', summary: 'Change status, owner, queue, priority, reason, tags, fields or subject', params: ById, body: TicketPatch, response: TicketDetail })

export const MergedTicket = Type.Object({ mergeId: Id, ticketId: Id, intoId: Id })
export const mergeTicket = route({ method: 'POST', path: '/tickets/:id/merge', permission: 'ticket.change', tag: 'tickets', summary: 'Merge this ticket into another: its entries are shown there, later mail goes there', params: ById, body: Type.Object({ intoId: Id }, { additionalProperties: false }), response: MergedTicket, status: 200 })
export const undoMerge = route({ method: 'POST', path: '/tickets/:id/unmerge', permission: 'ticket.change', tag: 'tickets', summary: 'Take a merge back', params: ById, response: Done, status: 200 })
