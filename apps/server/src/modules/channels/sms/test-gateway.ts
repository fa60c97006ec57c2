// A trial message through the stored gateway: the one way to know that everything typed is right.
import type { SmsTestResult } from '@kontuar/contracts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { phoneKey } from '../../customers/index.ts'
import { languageOf } from '../composing/rules/language.ts'
import { findGateway, openGateway } from './gateway-row.ts'
import { noteGatewayState } from './gateway-state.ts'
import type { SmsOutcome } from './gateway.ts'

const words = { pl: 'Wiadomość próbna: bramka SMS działa.', ru: 'Пробное сообщение: SMS-шлюз работает.', en: 'Trial message: the SMS gateway works.' }

/** @throws Refusal `invalid-input` for what is no number, `cannot-do` without a gateway or with the brake on */
export async function testGateway(platform: Platform, orgId: number, to: string): Promise<SmsTestResult> {
  const { gateway, org } = await platform.db.read(orgId, async (tx) => {
    const [row] = await tx.query<{ locale: string; paused: boolean }>('select locale, outgoing_paused as paused from org where id = $1', [tx.orgId], 'org-of-sms-test')
    return { gateway: await findGateway(tx), org: row! }
  })
  const number = phoneKey(to, org.locale)
  if (number === null) throw new Refusal('invalid-input', 'This is not a phone number: write it with its country code, as +48 600 700 800.', { to: 'is not a phone number' })
  if (gateway === null) throw new Refusal('cannot-do', 'There is no gateway yet: save its settings first.')
  if (org.paused) throw new Refusal('cannot-do', 'The brake on everything that goes out is on: release it in the settings of the organization first.')
  let outcome: SmsOutcome
  try {
    outcome = await openGateway(platform, orgId, gateway).send({ to: number, text: words[languageOf(null, org.locale)], reference: newId() })
  } catch (error) {
    outcome = { kind: 'unreachable', detail: (error as Error).message }
  }
  const ok = outcome.kind === 'taken'
  await platform.db.write(orgId, async (tx) => {
    await noteGatewayState(tx, ok ? 'ok' : 'failing', ok ? null : outcome.detail)
    if (ok) await tx.query('update sms_gateway set rest_until = null where org_id = $1', [orgId], 'end-sms-rest')
  })
  return { ok, detail: outcome.detail, gatewayId: outcome.kind === 'taken' ? outcome.gatewayId : null }
}
