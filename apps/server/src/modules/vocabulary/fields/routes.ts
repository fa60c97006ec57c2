import { changeCustomField as changeRoute, createCustomField as createRoute, listCustomFields as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeField } from './commands/change-field.ts'
import { createField } from './commands/create-field.ts'
import { getField, readFields } from './queries.ts'

export function fieldRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, async ({ actor }) => ({ items: await db.read(actor.orgId, readFields), next: null }))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getField(tx, await createField(tx, actor, body))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeField(tx, actor, params.id, body)
    return getField(tx, params.id)
  }))
}
