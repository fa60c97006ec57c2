// By text message: what has happened and where to look, in one or two parts; never the customer's words, which would stand on a lock screen.
import type { Platform } from '../../../../platform/platform.ts'
import { sendSystemSms } from '../../../channels/index.ts'
import { tellingWords } from '../words/index.ts'
import type { Claimed } from './claim.ts'
import { readMessage } from './deliver-mail.ts'
import type { Outcome } from './settle-delivery.ts'

/** Two parts of a message in Cyrillic or with Polish letters (GSM 03.38: UCS-2, 67 each). */
const longest = 134

export async function deliverBySms(platform: Platform, orgId: number, claimed: Claimed, now: Date): Promise<Outcome> {
  if (claimed.phone === null) return { kind: 'failed', detail: 'no phone number in their settings' }
  const { message } = await readMessage(platform, orgId, claimed, now)
  const [first] = message.alerts
  if (first === undefined) return { kind: 'failed', detail: 'nothing of it is there any more' }
  const words = tellingWords(message.language)
  const said = message.alerts.length > 1 ? words.smsMany(message.alerts.length) : words.sms(first.alert.title, first.alert.ruleName)
  const link = `${message.publicUrl}/alerts${message.alerts.length > 1 ? '' : `/${first.alert.id}`}`
  return sendSystemSms(platform, orgId, { to: claimed.phone, text: `${shorten(said, Math.max(40, longest - link.length - 1))} ${link}`, reference: claimed.id, again: claimed.forsaken })
}

export const shorten = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`.toWellFormed())
