import { changeInsightSettings, getInsightSettings, putOutsideCounts, recountFacts } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { audit } from '../../identity/index.ts'
import { putCounts } from './outside/put-counts.ts'
import { orderRecount } from './recount/order-recount.ts'
import { changeSettings, getSettings } from './settings/change-settings.ts'

export function factRoutes(implement: Implement, { db }: Platform) {
  implement(getInsightSettings, ({ actor }) => db.read(actor.orgId, getSettings))
  implement(changeInsightSettings, ({ actor, body }) => db.write(actor.orgId, (tx) => changeSettings(tx, actor, body)))
  implement(putOutsideCounts, ({ actor, body }) => db.write(actor.orgId, (tx) => putCounts(tx, body.items)))
  implement(recountFacts, ({ actor }) => db.write(actor.orgId, async (tx) => {
    orderRecount(tx, { walk: 'all' })
    await audit(tx, actor, 'facts.recounted', { kind: 'organization', id: String(actor.orgId) }, {})
    return { ok: true }
  }))
}
