// An alert's mail that came back: found by its Message-ID, which the notice returns (RFC 3464). Whoever is not reached is told of to administrators.
import type { Subscriber } from '../../../../platform/jobs/define.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { bounceDetail, readBounces } from '../../../diary/index.ts'
import { findInsider } from '../../life/reader.ts'
import { tellOfFailure } from './settle-delivery.ts'

export const markBounced = ({ db }: Platform): Subscriber => ({
  name: 'alerts.markBounced',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    for (const { bounce } of await readBounces(tx, events.map((e) => e.ids['interactionId']))) {
      // One that is only late may still arrive.
      const id = bounce.kind === 'hard' ? /^<?alert\.([0-9a-f-]{36})@/i.exec(bounce.originalMessageId ?? '')?.[1]?.toLowerCase() : undefined
      if (id === undefined) continue
      const detail = bounceDetail(bounce).slice(0, 500)
      const failed = await tx.query<{ id: string; alert_id: string; staff_id: string }>(
        // What left as one mail comes back as one.
        `update alert_delivery d set state = 'failed', detail = $3, claim = null from alert_delivery o
         where o.org_id = $1 and o.id = $2 and o.road = 'mail' and d.org_id = o.org_id and d.staff_id = o.staff_id and d.road = o.road and (d.id = o.id or d.bundle = o.bundle) and d.state in ('sending', 'sent')
         returning d.id, d.alert_id, d.staff_id`, [orgId, id, detail], 'mark-alert-bounced')
      if (failed.length === 0) continue
      const person = await findInsider(tx, failed[0]!.staff_id)
      await tellOfFailure(tx, { rows: failed.map((r) => ({ id: r.id, alertId: r.alert_id })), person, destinationId: null, road: 'mail' }, detail, new Date())
    }
  }),
})
