import { Type, type Static } from 'typebox'
import { ById, Id, Instant, MailAddress, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { AnswerBody } from './interactions.ts'
import { route } from './route.ts'

export const StatusCategory = oneOf('new', 'open', 'waiting', 'closed')
export const Priority = oneOf('low', 'normal', 'high', 'urgent')

export const Ticket = Type.Object({
  id: Id,
  number: Type.Integer(),
  subject: Type.String(),
  status: Type.String(),
  statusCategory: StatusCategory,
  priority: Priority,
  queueId: nullable(Id),
  assigneeId: nullable(Id),
  customerId: Id,
  channel: Type.String(),
  mailboxId: nullable(Id),
  reasonId: nullable(Id),
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
export const TicketDetail = Type.Object({ ...Ticket.properties, links: Type.Array(TicketLink), interactionCount: Type.Integer() })
export type TicketDetail = Static<typeof TicketDetail>

export const TicketQuery = Type.Object({
  ...PageQuery,
  sort: Type.Optional(oneOf('createdAt', '-createdAt', 'updatedAt', '-updatedAt', 'number', '-number')),
  status: Type.Optional(Type.String({ maxLength: 100 })),
  statusCategory: Type.Optional(Type.String({ maxLength: 100, description: 'One category, or several joined by commas; `active` means all but closed.' })),
  assigneeId: Type.Optional(Type.String({ maxLength: 64, description: 'An id, `me` or `none`.' })),
  queueId: Type.Optional(Id),
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
  status: Type.Optional(StatusCategory),
  priority: Type.Optional(Priority),
  assigneeId: Type.Optional(nullable(Id)),
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
export const countTickets = route({ method: 'GET', path: '/tickets/counts', permission: 'ticket.read', tag: 'tickets', summary: 'Counters of the ready-made views', response: TicketCounts })
export const getTicket = route({ method: 'GET', path: '/tickets/:id', permission: 'ticket.read', tag: 'tickets', summary: 'One ticket', params: ById, response: TicketDetail })
export const createTicket = route({ method: 'POST', path: '/tickets', permission: 'ticket.answer', tag: 'tickets', summary: 'Start a ticket by writing to a customer', body: NewTicket, response: TicketDetail, status: 201 })
export const changeTicket = route({ method: 'PATCH', path: '/tickets/:id', permission: 'ticket.change', tag: 'tickets', summary: 'Change status, owner, priority or subject', params: ById, body: TicketPatch, response: TicketDetail })
