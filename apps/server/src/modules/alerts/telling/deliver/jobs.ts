// Telling as background work. A job only says "there is something to tell": the ledger decides what. Mail servers, gateways and chats may
// hang for seconds, and the workers belong to everybody: few at once in a process.
import type { Job } from '../../../../platform/jobs/define.ts'
import { newId } from '../../../../platform/id.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { fewAtOnce } from '../../../notifications/index.ts'
import { orderDelivery } from '../enter-deliveries.ts'
import { claimDelivery, type Claimed } from './claim.ts'
import { deliverToHook } from './deliver-hook.ts'
import { deliverByMail } from './deliver-mail.ts'
import { deliverBySms } from './deliver-sms.ts'
import { settleDelivery, type Outcome } from './settle-delivery.ts'

const places = 4

export const deliverJob = (platform: Platform): Job<never> => fewAtOnce('alerts.deliver', places, (orgId, id) => deliverOne(platform, orgId, id, new Date()),
  ({ orgId, deliveryId }) => platform.db.write(orgId, async (tx) => orderDelivery(tx, deliveryId, new Date()))) as Job<never>

export async function deliverOne(platform: Platform, orgId: number, deliveryId: string, now: Date): Promise<void> {
  const { db, log } = platform
  const claimed = await db.write(orgId, (tx) => claimDelivery(tx, deliveryId, newId(), now))
  if (claimed === null) return
  const outcome = await hand(platform, orgId, claimed, now)
  await db.write(orgId, (tx) => settleDelivery(tx, claimed, outcome, now)).catch(async (error: unknown) => {
    // Its word is lost with this process; the database may be back in a moment.
    log.warn({ err: error, delivery: claimed.id }, 'the end of a telling could not be written, once more')
    await new Promise((resolve) => { setTimeout(resolve, 1000) })
    await db.write(orgId, (tx) => settleDelivery(tx, claimed, outcome, now))
  })
}

function hand(platform: Platform, orgId: number, claimed: Claimed, now: Date): Promise<Outcome> {
  switch (claimed.road) {
    case 'mail': return deliverByMail(platform, orgId, claimed, now)
    case 'sms': return deliverBySms(platform, orgId, claimed, now)
    case 'hook': return deliverToHook(platform, orgId, claimed, now)
  }
}

/** Finds what has no job any more: a process died, a job was given up. */
export const sweepTelling = ({ db }: Platform): Job<never> => ({
  name: 'alerts.sweepTelling',
  async handle() {
    const overdue = await db.query<{ org_id: number; id: string }>('select org_id, id from list_overdue_alert_deliveries($1)', [500], 'list-overdue-alert-deliveries')
    for (const [orgId, deliveries] of Map.groupBy(overdue, (o) => o.org_id)) await db.write(orgId, async (tx) => { for (const { id } of deliveries) orderDelivery(tx, id, new Date()) })
    const due = await db.query<{ org_id: number }>('select org_id from organizations_with_due_escalations($1)', [new Date()], 'organizations-with-due-escalations')
    for (const { org_id } of due) await db.write(org_id, async (tx) => { tx.enqueue('alerts.escalate', {}) })
  },
})
