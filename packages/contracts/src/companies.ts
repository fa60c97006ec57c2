// Companies: the customers' employers.
import { Type, type Static } from 'typebox'
import { ById, Id, Instant, PageQuery, page } from './shapes.ts'
import { route } from './route.ts'
import { FieldValues } from './vocabulary.ts'

const closed = { additionalProperties: false } as const
export const Company = Type.Object({ id: Id, name: Type.String(), note: Type.String(), fields: FieldValues, customers: Type.Integer(), createdAt: Instant, updatedAt: Instant })
export type Company = Static<typeof Company>
const wishes = { note: Type.Optional(Type.String({ maxLength: 20_000 })), fields: Type.Optional(FieldValues) }
export const NewCompany = Type.Object({ name: Type.String({ minLength: 1, maxLength: 300 }), ...wishes }, closed)
export const CompanyPatch = Type.Object({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })), ...wishes }, { additionalProperties: false, minProperties: 1 })
const tag = 'customers'
export const listCompanies = route({ method: 'GET', path: '/companies', permission: 'customer.read', tag, summary: 'List companies', query: Type.Object({ ...PageQuery, q: Type.Optional(Type.String({ maxLength: 200, description: 'Start of the name.' })) }), response: page(Company) })
export const getCompany = route({ method: 'GET', path: '/companies/:id', permission: 'customer.read', tag, summary: 'One company', params: ById, response: Company })
export const createCompany = route({ method: 'POST', path: '/companies', permission: 'customer.change', tag, summary: 'Add a company', body: NewCompany, response: Company, status: 201 })
export const changeCompany = route({ method: 'PATCH', path: '/companies/:id', permission: 'customer.change', tag, summary: 'Change a company', params: ById, body: CompanyPatch, response: Company })
