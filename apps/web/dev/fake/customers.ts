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
    const changed = Object.assign(find(params.id), body)
    world.tell('customers.customerChanged', { customerId: changed.id })
    return changed
  })
}
