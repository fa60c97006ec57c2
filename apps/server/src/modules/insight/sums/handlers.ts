// What the sums do when told of an event.
import type { Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { readZones } from './zone-of-sums.ts'

/** The organization moved to another zone: days begin elsewhere, so all sums are made anew. Until then facts are counted. */
export const remakeSums = ({ db }: Platform): Subscriber => ({
  name: 'insight.remakeSums',
  handle: (orgId) => db.write(orgId, async (tx) => {
    const { zone, ofSums } = await readZones(tx)
    if (ofSums !== null && ofSums !== zone) tx.enqueue('insight.rebuildSums', {}, { key: `insight.rebuildSums ${orgId}`, queue: `insight.sums ${orgId}` })
  }),
})
