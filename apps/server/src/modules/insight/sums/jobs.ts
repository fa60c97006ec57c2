// Background work of the sums. A fact orders nothing: readers add what waits, so that numbers are right at once, and these jobs only keep
// little waiting.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { forgetStraySums, healSums } from './heal-sums.ts'
import { factKinds, monthsOfFacts } from './months-of-facts.ts'
import { rebuildSums as rebuild } from './rebuild-sums.ts'
import { factsAtOnce, rollFacts as roll } from './roll-facts.ts'
import { readZones } from './zone-of-sums.ts'

/** From so many facts a minute on an organization is looked at more often than each minute. */
const busyFacts = 1000
const busySeconds = 5

const order = (orgId: number) => ({ key: `insight.rollFacts ${orgId}` })

/** Each minute. */
export const sweepFacts = ({ db }: Platform): Job => ({
  name: 'insight.sweepFacts',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from orgs_with_waiting_numbers() org_id', [], 'orgs-with-waiting-numbers')) {
      await db.write(orgId, async (tx) => tx.enqueue('insight.rollFacts', {}, order(orgId)))
    }
  },
})

/** Until few wait; where many came, again in seconds. Sums of another zone are made anew first. */
export const rollFacts = ({ db }: Platform): Job<{ orgId: number }> => ({
  name: 'insight.rollFacts',
  async handle({ orgId }) {
    let all = 0
    for (let taken: number | null = factsAtOnce; taken === factsAtOnce;) {
      taken = await db.write(orgId, (tx) => roll(tx))
      all += taken ?? 0
    }
    await db.write(orgId, async (tx) => {
      const { zone, ofSums } = await readZones(tx)
      if (ofSums !== null && ofSums !== zone) tx.enqueue('insight.rebuildSums', {}, rebuildOrder(orgId))
      else if (all >= busyFacts) tx.enqueue('insight.rollFacts', {}, { ...order(orgId), runAt: new Date(Date.now() + busySeconds * 1000).toISOString() })
    })
  },
})

const rebuildOrder = (orgId: number) => ({ key: `insight.rebuildSums ${orgId}`, queue: `insight.sums ${orgId}` })

/** Made anew from all facts; readers count facts or see the old sums until it is done. */
export const rebuildSums = ({ db, log }: Platform): Job<{ orgId: number }> => ({
  name: 'insight.rebuildSums',
  async handle({ orgId }) {
    const facts = await db.write(orgId, (tx) => rebuild(tx))
    log.info({ orgId, facts }, 'sums were made anew from all facts')
  },
})

/** Each night: one job an organization. */
export const checkSums = ({ db }: Platform): Job => ({
  name: 'insight.checkSums',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from every_org() org_id', [], 'every-org')) {
      await db.write(orgId, async (tx) => tx.enqueue('insight.checkSumsOf', {}, { key: `insight.checkSumsOf ${orgId}`, queue: 'insight.checkSums' }))
    }
  },
})

/** Sums that were wrong are mended, logged and told. */
export const checkSumsOf = ({ db, log }: Platform): Job<{ orgId: number }> => ({
  name: 'insight.checkSumsOf',
  async handle({ orgId }) {
    const tell = (healed: object | null, from?: Date) => { if (healed !== null && Object.keys(healed).length > 0) log.warn({ orgId, healed, from }, 'sums of facts were wrong and have been mended') }
    tell(await db.write(orgId, async (tx) => {
      const { zone, ofSums } = await readZones(tx)
      if (zone !== ofSums) return null
      const months = await monthsOfFacts(tx, zone)
      return forgetStraySums(tx, months.length === 0 ? null : { from: months[0]!.from, to: months.at(-1)!.to })
    }))
    for (const { from, to } of await db.read(orgId, async (tx) => monthsOfFacts(tx, (await readZones(tx)).zone))) {
      for (const kind of factKinds) tell(await db.write(orgId, (tx) => healSums(tx, kind, from, to)), from)
    }
  },
})
