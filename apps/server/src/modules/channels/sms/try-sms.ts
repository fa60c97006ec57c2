// One try at the next message: take it, hand it over, write down what became of it.
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { openGateway, type GatewayRow } from './gateway-row.ts'
import { noteGatewayState, restGateway } from './gateway-state.ts'
import type { SmsOutcome } from './gateway.ts'
import { claimNextSms, orderSms, settleSmsTry, type DueSms } from './ledger.ts'
import { settleSms } from './rules/settle-sms.ts'

/** False when there was nothing to do. */
export async function tryNextSms(platform: Platform, orgId: number): Promise<boolean> {
  const { db, log } = platform
  const claim = newId()
  const taken = await db.write(orgId, async (tx) => {
    const next = await claimNextSms(tx, claim)
    if ('waits' in next && next.waits !== null) {
      if (next.limit !== null) await noteGatewayState(tx, 'failing', `The limit of ${next.limit} messages within 24 hours is reached: the others wait.`)
      orderSms(tx, new Date(Date.now() + next.waits * 1000))
    }
    return next
  })
  if (!('sms' in taken)) return false
  const outcome = await handOver(platform, orgId, taken)
  await settle(platform, orgId, taken, claim, outcome).catch(async (error: unknown) => {
    // The gateway's word is lost with this process; the database may be back in a moment.
    log.warn({ err: error, sms: taken.sms.id }, 'the end of a try could not be written, once more')
    await new Promise((resolve) => { setTimeout(resolve, 1000) })
    await settle(platform, orgId, taken, claim, outcome)
  })
  return true
}

interface Taken { sms: DueSms; gateway: GatewayRow }

async function handOver(platform: Platform, orgId: number, { sms, gateway }: Taken): Promise<SmsOutcome> {
  try {
    return await openGateway(platform, orgId, gateway).send({ to: sms.number, text: sms.body, reference: sms.id })
  } catch (error) {
    return { kind: 'unreachable', detail: (error as Error).message }
  }
}

async function settle({ db }: Platform, orgId: number, { sms, gateway }: Taken, claim: string, outcome: SmsOutcome) {
  const settled = settleSms(outcome, sms.attempts, sms.waiting_seconds, gateway.settings.repeatable)
  await db.write(orgId, async (tx) => {
    await settleSmsTry(tx, sms, claim, settled)
    // One refused number says nothing about the gateway.
    if (settled.pauseSeconds > 0) await noteGatewayState(tx, 'failing', withoutText(outcome))
    else if (outcome.kind === 'taken') await noteGatewayState(tx, 'ok', null)
    if (settled.pauseSeconds > 0) await restGateway(tx, settled.pauseSeconds)
    if (settled.retryInSeconds !== null) orderSms(tx, new Date(Date.now() + settled.retryInSeconds * 1000))
  })
}

/** The page of the gateway concerns no single message: only the status of an answer, which may repeat the text, stands there. */
const withoutText = (outcome: SmsOutcome): string =>
  (outcome.kind === 'refused' || /^\d{3} /.test(outcome.detail) ? `The gateway answered ${outcome.detail.slice(0, 3)}.` : outcome.detail)
