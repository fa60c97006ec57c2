// Text messages as background work. A job only says "there is something to send": the ledger decides what. A gateway may hang for
// seconds, and the workers belong to everybody: at most two messages an organization and four a process are under way.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findGateway } from './gateway-row.ts'
import { failLateSms, forgetOldSms, longestTrySeconds, orderSms, settleForsaken } from './ledger.ts'
import { tryNextSms } from './try-sms.ts'

const placesOfOrganization = 2
const placesOfProcess = 4
/** A job does not go on for longer: a clean stop waits for running jobs. */
const longestRunMs = 3000
const keptDays = 30

export const sendSms = (platform: Platform): Job => {
  const under = new Map<number, number>()
  /** Told while there was no place: whoever has one looks once more before it ends. */
  const told = new Set<number>()
  const hasPlace = (orgId: number) => (under.get(orgId) ?? 0) < placesOfOrganization && [...under.values()].reduce((a, b) => a + b, 0) < placesOfProcess
  const next = () => [...told].find(hasPlace)

  async function go(orgId: number): Promise<boolean> {
    under.set(orgId, (under.get(orgId) ?? 0) + 1)
    try {
      return await tryNextSms(platform, orgId)
    } finally {
      const left = under.get(orgId)! - 1
      if (left > 0) under.set(orgId, left)
      else under.delete(orgId)
    }
  }

  return {
    name: 'channels.sendSms',
    async handle({ orgId }) {
      await clearUp(platform, orgId)
      told.add(orgId)
      const until = Date.now() + longestRunMs
      for (let one = next(); one !== undefined; one = next()) {
        // Taken off and put behind the other organizations, each has its turn.
        told.delete(one)
        if (Date.now() > until) return platform.db.write(one, async (tx) => orderSms(tx, null))
        if (await go(one)) told.add(one)
      }
    },
  }
}

/** What can no longer leave has failed, and says so. */
const clearUp = ({ db }: Platform, orgId: number) => db.write(orgId, async (tx) => {
  const gateway = await findGateway(tx)
  await settleForsaken(tx, gateway?.settings.repeatable ?? false)
  if (gateway === null) return failLateSms(tx, false)
  const [org] = await tx.query<{ paused: boolean }>('select outgoing_paused as paused from org where id = $1', [tx.orgId], 'is-sms-paused')
  if (gateway.active && !org!.paused) await failLateSms(tx, true)
})

/** Finds what is due and has no job any more: the brake was released, a process died, a job was given up. */
export const sweepSms = ({ db }: Platform): Job => ({
  name: 'channels.sweepSms',
  async handle() {
    const due = await db.query<{ org_id: number }>(`select org_id from list_orgs_with_due_sms($1 * interval '1 second')`, [longestTrySeconds], 'list-orgs-with-due-sms')
    for (const { org_id } of due) await db.write(org_id, async (tx) => orderSms(tx, null))
  },
})

export const forgetSms = ({ db }: Platform): Job => ({
  name: 'channels.forgetSms',
  async handle() {
    for (const { org_id } of await db.query<{ org_id: number }>('select org_id from list_orgs_with_old_sms($1)', [keptDays], 'list-orgs-with-old-sms')) await db.write(org_id, (tx) => forgetOldSms(tx, keptDays))
  },
})
