import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../../platform/http/implement.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { changeTouchpoint } from './change-touchpoint.ts'
import { createTouchpoint } from './create-touchpoint.ts'
import { getTouchpoint, listTouchpoints } from './list-touchpoints.ts'
import { tryTouchpoint } from './try-touchpoint.ts'

export function touchpointRoutes(implement: Implement, { db }: Platform) {
  implement(contract.listTouchpoints, ({ actor, query }) => db.read(actor.orgId, (tx) => listTouchpoints(tx, query)))
  implement(contract.createTouchpoint, ({ actor, body }) => db.write(actor.orgId, async (tx) => getTouchpoint(tx, await createTouchpoint(tx, actor, body))))
  implement(contract.getTouchpoint, ({ actor, params }) => db.read(actor.orgId, (tx) => getTouchpoint(tx, params.id)))
  implement(contract.changeTouchpoint, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeTouchpoint(tx, actor, params.id, body)
    return getTouchpoint(tx, params.id)
  }))
  implement(contract.tryTouchpoint, ({ actor, body }) => db.read(actor.orgId, (tx) => tryTouchpoint(tx, body)))
}
