import { changeReason as changeRoute, createReason as createRoute, listReasons as listRoute, mergeReason as mergeRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeReason } from './commands/change-reason.ts'
import { createReason } from './commands/create-reason.ts'
import { mergeReason } from './commands/merge-reason.ts'
import { getReason, readReasons } from './queries.ts'
import { inTreeOrder } from './rules/tree.ts'

export function reasonRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, async ({ actor }) => ({ items: inTreeOrder(await db.read(actor.orgId, readReasons)), next: null }))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getReason(tx, await createReason(tx, actor, body))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeReason(tx, actor, params.id, body)
    return getReason(tx, params.id)
  }))
  implement(mergeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => getReason(tx, await mergeReason(tx, actor, params.id, body.intoId))))
}
