import * as routes from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { customers as some } from './ticket-data.ts'
import { paged, type World } from './tickets.ts'

export function answerCustomers(on: ReturnType<typeof createAnswer>, scenario: Scenario, world: World): void {
  const customers = scenario.empty ? [] : structuredClone(some)
  const find = (id: string) => {
    const customer = customers.find((each) => each.id === id)
    if (!customer) throw new Refusal('not-found', 'There is no such customer.')
    return customer
  }
  on(routes.listCustomers, ({ query }) => paged(customers.filter(({ name, identities }) => !query.q || `${name} ${identities[0]?.address}`.toLowerCase().includes(query.q.toLowerCase())), query))
  on(routes.getCustomer, ({ params }) => find(params.id))
  on(routes.changeCustomer, ({ params, body }) => {
    const before = find(params.id)
    const company = companies.find(({ id }) => id === body.companyId)
    const changed = Object.assign(before, body, { fields: { ...before.fields, ...body.fields } }, body.companyId === undefined ? {} : { companyName: company?.name ?? null })
    world.tell('customers.customerChanged', { customerId: changed.id })
    return changed
  })
  const companies = scenario.empty ? [] : ['Hurtownia „Lawenda” sp. z o.o.', 'Firma Kowalczyk', 'Zakład Optyczny Żuraw'].map((name, index) => ({ id: `b${index + 1}`, name, note: '', fields: {}, customers: index + 1, createdAt: '2026-05-04T08:00:00.000Z', updatedAt: '2026-05-04T08:00:00.000Z' }))
  on(routes.listCompanies, ({ query }) => paged(companies.filter(({ name }) => name.toLowerCase().startsWith((query.q ?? '').toLowerCase())), query))
  on(routes.createCompany, ({ body }) => {
    const made = { id: `b${companies.length + 1}`, name: body.name, note: body.note ?? '', fields: {}, customers: 0, createdAt: new Date().toISOString(), updatedAt: new Date().toISOString() }
    companies.push(made)
    return made
  })
}
