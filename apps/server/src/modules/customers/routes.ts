import { changeCustomer as changeRoute, getCustomer as getRoute, listCustomers as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Platform } from '../../platform/platform.ts'
import { changeCustomer } from './commands/change-customer.ts'
import { getCustomer, listCustomers } from './queries.ts'

export function customerRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listCustomers(tx, query)))
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getCustomer(tx, params.id)))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeCustomer(tx, params.id, body)
    return getCustomer(tx, params.id)
  }))
}
