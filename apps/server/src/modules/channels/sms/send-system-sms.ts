// Text messages of the program to the organization's own people: an alert, not a contact. They leave by the same gateway, held by the same
// brake and resting when it rests; they are no entries of the diary, and their ledger is their sender's. They do not count against the limit
// of a day, which guards customers against being asked too often.
import type { Platform } from '../../../platform/platform.ts'
import { findGateway, openGateway } from './gateway-row.ts'
import { noteGatewayState, restGateway } from './gateway-state.ts'
import type { SmsOutcome } from './gateway.ts'

export interface SystemSms {
  /** E.164 */
  to: string
  text: string
  /** The same at every try. */
  reference: string
  /** Somebody tried before and nobody knows what became of it. */
  again: boolean
}
export type SystemSmsOutcome = { kind: 'sent' } | { kind: 'later'; detail: string; seconds?: number } | { kind: 'failed'; detail: string }

export async function sendSystemSms(platform: Platform, orgId: number, { to, text, reference, again }: SystemSms): Promise<SystemSmsOutcome> {
  const { db } = platform
  const { gateway, paused, rests } = await db.read(orgId, async (tx) => {
    const [row] = await tx.query<{ paused: boolean; rests: number }>(
      'select o.outgoing_paused as paused, coalesce(extract(epoch from g.rest_until - clock_timestamp()), 0)::float8 as rests from org o left join sms_gateway g on g.org_id = o.id where o.id = $1', [tx.orgId], 'system-sms-ground')
    return { gateway: await findGateway(tx), ...row! }
  })
  if (gateway === null || !gateway.active) return { kind: 'failed', detail: 'There is no gateway for text messages: set one up in the settings.' }
  if (again && !gateway.settings.repeatable) return { kind: 'failed', detail: 'The program was stopped while the gateway was taking the message: it may have been sent, and is not sent again.' }
  if (paused) return { kind: 'later', detail: 'Outgoing messages are held by the brake.' }
  if (rests > 0) return { kind: 'later', detail: 'The gateway rests.', seconds: rests }
  let outcome: SmsOutcome
  try {
    outcome = await openGateway(platform, orgId, gateway).send({ to, text, reference })
  } catch (error) {
    outcome = { kind: 'unreachable', detail: (error as Error).message }
  }
  const pause = outcome.kind === 'refused' ? (outcome.pauseSeconds ?? 0) : outcome.kind === 'taken' ? 0 : 60
  await db.write(orgId, async (tx) => {
    if (outcome.kind === 'taken') await noteGatewayState(tx, 'ok', null)
    else if (pause > 0) await noteGatewayState(tx, 'failing', outcome.kind === 'refused' ? `The gateway answered ${outcome.detail.slice(0, 3)}.` : outcome.detail)
    if (pause > 0) await restGateway(tx, pause)
  })
  switch (outcome.kind) {
    case 'taken': return { kind: 'sent' }
    case 'refused': return outcome.permanent ? { kind: 'failed', detail: outcome.detail } : { kind: 'later', detail: outcome.detail, seconds: pause }
    case 'unreachable': return { kind: 'later', detail: outcome.detail, seconds: pause }
    case 'unanswered': return gateway.settings.repeatable ? { kind: 'later', detail: outcome.detail, seconds: pause } : { kind: 'failed', detail: `The gateway was asked and its answer is missing; it is not sent again: ${outcome.detail}` }
  }
}
