// Effects over HTTP.
import { getEffect as effectRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getEffect } from './get-effect.ts'

export function effectRoutes(implement: Implement, { db }: Platform) {
  implement(effectRoute, ({ actor, params, query }) => db.report(actor.orgId, (tx) => getEffect(tx, actor, params.name, query)))
}
