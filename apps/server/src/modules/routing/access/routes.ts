import { getAccess as getRoute, setAccess as setRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getAccess, setAccess } from './access.ts'

export function accessRoutes(implement: Implement, { db }: Platform) {
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getAccess(tx, params.id)))
  implement(setRoute, ({ actor, params, body }) => db.write(actor.orgId, (tx) => setAccess(tx, actor, params.id, body)))
}
