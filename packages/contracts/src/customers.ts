import { Type, type Static } from 'typebox'
import { ById, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'
import { FieldValues } from './vocabulary.ts'

export const Identity = Type.Object({ id: Id, kind: oneOf('email', 'phone', 'messenger', 'external'), address: Type.String(), verifiedAt: nullable(Instant), createdAt: Instant })
export const Customer = Type.Object({
  id: Id, name: Type.String(), language: nullable(Type.String()), note: Type.String(), createdAt: Instant, updatedAt: Instant,
  companyId: nullable(Id), companyName: nullable(Type.String()), tagIds: Type.Array(Id), fields: FieldValues,
  identities: Type.Array(Identity), openTickets: Type.Integer(), totalTickets: Type.Integer(),
})
export type Customer = Static<typeof Customer>
export const CustomerQuery = Type.Object({ ...PageQuery, sort: Type.Optional(oneOf('createdAt', '-createdAt')), q: Type.Optional(Type.String({ maxLength: 200, description: 'Start of an address, or part of a name.' })), email: Type.Optional(Type.String({ maxLength: 320 })) })
export const CustomerPatch = Type.Object({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })), language: Type.Optional(nullable(Type.String({ maxLength: 10 }))), note: Type.Optional(Type.String({ maxLength: 20_000 })), companyId: Type.Optional(nullable(Id)), tagIds: Type.Optional(Type.Array(Id, { maxItems: 50 })), fields: Type.Optional(FieldValues) }, { additionalProperties: false, minProperties: 1 })

const tag = 'customers'
export const listCustomers = route({ method: 'GET', path: '/customers', permission: 'customer.read', tag, summary: 'List customers', query: CustomerQuery, response: page(Customer) })
export const getCustomer = route({ method: 'GET', path: '/customers/:id', permission: 'customer.read', tag, summary: 'One customer', params: ById, response: Customer })
export const changeCustomer = route({ method: 'PATCH', path: '/customers/:id', permission: 'customer.change', tag, summary: 'Change name, language, note, company, tags or fields', params: ById, body: CustomerPatch, response: Customer })
