/*
 * The links of a mail that do something: who, what and until when, signed with a key of the installation. Nothing of them is stored, so none
 * can be lost; that they are used is seen by what they did. 128 bits of HMAC-SHA256, as every signature here (platform/crypto).
 */
import type { Crypto } from '../../../../platform/crypto/seal.ts'
import { isId } from '../../../../platform/id.ts'

export const linkActions = ['acknowledge', 'task', 'call-back'] as const
export type LinkAction = (typeof linkActions)[number]
export interface ActionLink { orgId: number; alertId: string; staffId: string; action: LinkAction; /** Seconds since 1970. */ expires: number }

export const linkDays = 7
const purpose = 'alert-action'
const letters: Record<LinkAction, string> = { 'acknowledge': 'a', 'task': 't', 'call-back': 'c' }

export function makeToken(crypto: Crypto, { orgId, alertId, staffId, action, expires }: ActionLink): string {
  const said = `${letters[action]}${orgId.toString(36)}.${expires.toString(36)}.${packed(alertId)}${packed(staffId)}`
  return `${said}.${crypto.sign(said, purpose)}`
}

const packed = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
const unpacked = (text: string) => Buffer.from(text, 'base64url').toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const shape = /^([atc])([0-9a-z]{1,7})\.([0-9a-z]{1,8})\.([\w-]{22})([\w-]{22})\.([\w-]{22})$/

/** Null for what we did not sign; whether it has expired is the caller's question. */
export function readToken(crypto: Crypto, token: string): ActionLink | null {
  const found = shape.exec(token)
  if (found === null) return null
  const [, letter, org, until, alert, staff, signature] = found as unknown as [string, string, string, string, string, string, string]
  if (!crypto.verify(token.slice(0, -23), purpose, signature)) return null
  const link = { orgId: Number.parseInt(org, 36), alertId: unpacked(alert), staffId: unpacked(staff), action: linkActions.find((a) => letters[a] === letter)!, expires: Number.parseInt(until, 36) }
  return isId(link.alertId) && isId(link.staffId) && link.orgId <= 0x7fffffff ? link : null
}

/** By the hour, so that a mail written again is the same mail. */
export const expiresAfter = (now: Date): number => (Math.floor(now.getTime() / 3_600_000) + 24 * linkDays) * 3600
