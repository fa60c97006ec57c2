// Background work of warnings.
import type { Job, Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lookForWarnings as look } from './look/look-for-warnings.ts'
import { raiseWarnings } from './look/save-said.ts'
import { isOn } from './look/read-tasks.ts'
import { orderLook } from './order-look.ts'
import { readWarningSettings } from './settings.ts'

/** Every ten minutes: an hour is looked at soon after it ended. */
export const orderLooks = ({ db }: Platform): Job => ({
  name: 'insight.orderLooks',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from every_org() org_id', [], 'every-org')) await db.write(orgId, async (tx) => orderLook(tx))
  },
})

export const lookForWarnings = ({ db, log }: Platform): Job => ({
  name: 'insight.lookForWarnings',
  async handle({ orgId }) {
    const from = performance.now()
    if (await look(db, orgId)) log.debug({ orgId, ms: Math.round(performance.now() - from) }, 'looked for warnings')
  },
})

/** Sums that were wrong have been mended: numbers shown until then may have been wrong too. */
export const warnOfHealedSums = ({ db }: Platform): Subscriber => ({
  name: 'insight.warnOfHealedSums',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    if (!isOn(await readWarningSettings(tx), 'sums-healed')) return
    const healed = events.map(({ detail }) => ({ measure: String(detail['measure']), cells: Number(detail['cells']), from: String(detail['from']), to: String(detail['to']) }))
    const cells = healed.reduce((sum, one) => sum + one.cells, 0)
    const at = new Date(Math.max(...events.map((event) => Date.parse(event.at))))
    await raiseWarnings(tx, [{
      key: 'sums-healed', kind: 'sums-healed', locationId: null, beganAt: at, seenAt: at,
      facts: { subject: null, expected: 0, usual: null, came: cells, p: null, n: cells, method: 'comparison', causes: ['sums-were-wrong'], advice: ['nothing-to-do'], evidence: { healed: healed.slice(0, 50) }, rows: null },
    }])
  }),
})
