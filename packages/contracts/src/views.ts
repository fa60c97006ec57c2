// Saved views, their live counters, and acts on many tickets.
import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, nullable, oneOf, page } from './shapes.ts'
import { Conditions } from './conditions.ts'
import { route } from './route.ts'
import { TicketPatch, TicketSort } from './tickets.ts'

const closed = { additionalProperties: false } as const

export const ViewDefinition = Type.Object({
  conditions: Conditions, sort: Type.Optional(TicketSort),
  columns: Type.Optional(nullable(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 30, description: 'Names of fields; null: the usual ones.' }))),
  group: Type.Optional(nullable(Type.String({ maxLength: 100, description: 'A field whose values make headings; rows are then ordered by it first.' }))),
}, closed)
export type ViewDefinition = Static<typeof ViewDefinition>
export const View = Type.Object({
  id: Id, name: Type.String(), readyMade: nullable(Type.String()), sharing: oneOf('private', 'shared'), ownerId: nullable(Id), position: Type.Integer(),
  conditions: Conditions, sort: TicketSort, columns: nullable(Type.Array(Type.String())), group: nullable(Type.String()),
  problems: Type.Array(Type.String(), { description: 'What in it does not hold any more, say a retired field; it then shows nothing until mended.' }),
})
export type View = Static<typeof View>
const Name = Type.String({ minLength: 1, maxLength: 100 })
const wishes = { sharing: Type.Optional(oneOf('private', 'shared')), position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })), sort: ViewDefinition.properties.sort, columns: ViewDefinition.properties.columns, group: ViewDefinition.properties.group }
export const NewView = Type.Object({ name: Name, conditions: Conditions, ...wishes }, closed)
export const ViewPatch = Type.Object({ name: Type.Optional(Name), conditions: Type.Optional(Conditions), ...wishes }, { additionalProperties: false, minProperties: 1 })
export const ViewCounts = Type.Object({
  items: Type.Array(Type.Object({ viewId: Id, tickets: nullable(Type.Integer({ description: 'Null: being counted for the first time.' })), atLeast: Type.Boolean({ description: 'Counting stopped here: there may be more.' }) })),
})

export const BulkBody = Type.Object({ ticketIds: Type.Array(Id, { minItems: 1, maxItems: 500 }), patch: TicketPatch }, closed)
export const BulkResult = Type.Object({
  id: Id, changed: Type.Integer(), at: Instant,
  refused: Type.Array(Type.Object({ ticketId: Id, number: nullable(Type.Integer()), code: Type.String(), detail: Type.String() }), { description: 'Left as they were, each with its reason.' }),
})
export type BulkResult = Static<typeof BulkResult>
export const BulkUndone = Type.Object({ restored: Type.Integer(), kept: Type.Integer({ description: 'Moved by somebody since: left alone.' }) })

export const FoundCustomer = Type.Object({ id: Id, name: Type.String(), address: nullable(Type.String()) })
export const QuickSearch = Type.Object({
  tickets: Type.Array(Type.Object({ id: Id, number: Type.Integer(), subject: Type.String(), statusCategory: oneOf('new', 'open', 'waiting', 'closed'), customerName: Type.String(), preview: Type.String() })),
  customers: Type.Array(FoundCustomer),
})

const tag = 'views'
export const listViews = route({ method: 'GET', path: '/views', permission: 'ticket.read', tag, summary: 'My views and the shared ones', response: page(View) })
export const createView = route({ method: 'POST', path: '/views', permission: 'ticket.read', tag, summary: 'Save a view (sharing needs view.share)', body: NewView, response: View, status: 201 })
export const getView = route({ method: 'GET', path: '/views/:id', permission: 'ticket.read', tag, summary: 'One view', params: ById, response: View })
export const changeView = route({ method: 'PATCH', path: '/views/:id', permission: 'ticket.read', tag, summary: 'Change a view (a shared one needs view.share)', params: ById, body: ViewPatch, response: View })
export const deleteView = route({ method: 'DELETE', path: '/views/:id', permission: 'ticket.read', tag, summary: 'Remove a view (a shared one needs view.share)', params: ById, response: Done })
export const countViews = route({ method: 'GET', path: '/views/counts', permission: 'ticket.read', tag, summary: 'How many tickets I see in each of my views', response: ViewCounts })
export const bulkChange = route({ method: 'POST', path: '/tickets/bulk', permission: 'ticket.change', tag, summary: 'Change many tickets at once', body: BulkBody, response: BulkResult, status: 200 })
export const undoBulk = route({ method: 'POST', path: '/bulk-acts/:id/undo', permission: 'ticket.change', tag, summary: 'Take back what I did to many, where nobody has moved it since', params: ById, response: BulkUndone, status: 200 })
export const quickSearch = route({ method: 'GET', path: '/search', permission: 'ticket.read', tag, summary: 'Tickets by number, customer or words; customers by name or address', query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200, description: 'Without it nothing is found.' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 8 })) }), response: QuickSearch })
