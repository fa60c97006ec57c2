import { changeStatus as changeRoute, createStatus as createRoute, listStatuses as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeStatus } from './commands/change-status.ts'
import { createStatus } from './commands/create-status.ts'
import { getStatus, readStatuses } from './queries.ts'

export function statusRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, async ({ actor }) => ({ items: await db.read(actor.orgId, readStatuses), next: null }))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getStatus(tx, await createStatus(tx, actor, body))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeStatus(tx, actor, params.id, body)
    return getStatus(tx, params.id)
  }))
}
