import { listClocks as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { calendarRoutes } from './calendars/routes.ts'
import { listClocks } from './keep/list-clocks.ts'
import { languageOf } from '../../identity/index.ts'
import { legalRoutes } from './legal/routes.ts'
import { policyRoutes } from './policies/routes.ts'

export function clockRoutes(implement: Implement, platform: Platform) {
  calendarRoutes(implement, platform)
  policyRoutes(implement, platform)
  legalRoutes(implement, platform)
  implement(listRoute, ({ actor, params }) => platform.db.read(actor.orgId, async (tx) => ({ items: await listClocks(tx, params.id, await languageOf(tx, actor.staffId)), next: null })))
}
