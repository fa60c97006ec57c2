import { changeCause as changeRoute, createCause as createRoute, listCauses as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeCause } from './commands/change-cause.ts'
import { createCause } from './commands/create-cause.ts'
import { getCause, readCauses } from './queries.ts'

export function causeRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, async ({ actor }) => ({ items: await db.read(actor.orgId, readCauses), next: null }))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getCause(tx, await createCause(tx, actor, body))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeCause(tx, actor, params.id, body)
    return getCause(tx, params.id)
  }))
}
