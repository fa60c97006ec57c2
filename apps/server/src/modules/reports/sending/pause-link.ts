// The link by which a recipient stops one report without signing in: signed, for one report and one person, good for nothing else.
import type { Crypto } from '../../../platform/crypto/seal.ts'
import { isId } from '../../../platform/id.ts'

const purpose = 'report-pause'

export interface Paused { orgId: number; reportId: string; who: { staffId: string } | { addressKey: string } }

/** Of somebody outside: a keyed digest, so that a list of who wants nothing is no list of addresses. */
export const addressKey = (crypto: Crypto, address: string): string => crypto.sign(address.trim().toLowerCase(), 'report-address')

export function pauseToken(crypto: Crypto, { orgId, reportId, who }: Paused): string {
  const body = `${orgId.toString(36)}.${reportId.replaceAll('-', '')}.${'staffId' in who ? `s${who.staffId.replaceAll('-', '')}` : `a${who.addressKey}`}`
  return `${body}.${crypto.sign(body, purpose)}`
}

/** Null: nobody's. */
export function readPauseToken(crypto: Crypto, token: string): Paused | null {
  const parts = /^([0-9a-z]{1,6})\.([0-9a-f]{32})\.(?:s([0-9a-f]{32})|a([\w-]{22}))\.([\w-]{22})$/.exec(token)
  if (parts === null) return null
  const [, org, report, staff, address, signature] = parts
  const body = token.slice(0, token.lastIndexOf('.'))
  if (!crypto.verify(body, purpose, signature!)) return null
  const [reportId, staffId] = [withDashes(report!), staff === undefined ? null : withDashes(staff)]
  if (!isId(reportId)) return null
  return { orgId: parseInt(org!, 36), reportId, who: staffId === null ? { addressKey: address! } : { staffId } }
}

const withDashes = (hex: string) => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
