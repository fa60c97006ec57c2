import { changeCompany as changeRoute, createCompany as createRoute, getCompany as getRoute, listCompanies as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeCompany } from './commands/change-company.ts'
import { createCompany } from './commands/create-company.ts'
import { getCompany, listCompanies } from './queries.ts'

export function companyRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listCompanies(tx, query)))
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getCompany(tx, params.id)))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getCompany(tx, await createCompany(tx, body))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeCompany(tx, params.id, body)
    return getCompany(tx, params.id)
  }))
}
