import { listStays as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listStays } from './list-stays.ts'

export function stayRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, async ({ actor, params }) => ({ items: await db.read(actor.orgId, (tx) => listStays(tx, params.id)), next: null }))
}
