import { countToday as countRoute, listToday as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countToday } from './count-today.ts'
import { listToday } from './list-today.ts'

export function todayRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listToday(tx, query, actor.staffId)))
  implement(countRoute, ({ actor }) => db.read(actor.orgId, (tx) => countToday(tx, actor.staffId)))
}
