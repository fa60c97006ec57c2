// A place as it is stored and shown. Its address is a secret of the service it belongs to: sealed, never answered back.
import type { AlertDestination } from '@kontuar/contracts'
import { ForbiddenAddress, isPrivateHost } from '../../../../platform/network/public-network.ts'
import type { Platform } from '../../../../platform/platform.ts'

export interface DestinationRow {
  id: string; name: string; kind: AlertDestination['kind']; url: string; host: string; secret: string | null
  state: { sending: AlertDestination['state']['sending']; detail?: string | null; at?: string | null }; active: boolean; retired_at: Date | null
}

export const contextOf = (orgId: number, id: string, what: 'url' | 'secret') => `alert-destination:${orgId}:${id}:${what}`

/** @throws Error with a sentence when it was sealed under another secret, or may not be asked any more */
export function openDestination({ crypto, config }: Pick<Platform, 'crypto' | 'config'>, orgId: number, { id, url, secret }: Pick<DestinationRow, 'id' | 'url' | 'secret'>): { url: URL; secret: string | null } {
  let opened: { url: string; secret: string | null }
  try {
    opened = { url: crypto.open(url, contextOf(orgId, id, 'url')), secret: secret === null ? null : crypto.open(secret, contextOf(orgId, id, 'secret')) }
  } catch (error) {
    throw new Error('The stored address cannot be opened: it was saved under another KONTUAR_SECRET. Type it again in the settings.', { cause: error })
  }
  return { url: readAddress(opened.url, config.privateHooks), secret: opened.secret }
}

/** @throws ForbiddenAddress with a sentence. What a name resolves to is looked at when it is used. */
export function readAddress(text: string, allowPrivate: boolean): URL {
  const url = URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) throw new ForbiddenAddress('The address cannot be read: paste it whole, as https://….')
  if (url.username !== '' || url.password !== '') throw new ForbiddenAddress('The address must not carry a name and password.')
  if (allowPrivate) return url
  if (url.protocol !== 'https:') throw new ForbiddenAddress('The address must begin with https://.')
  if (isPrivateHost(url.hostname)) throw new ForbiddenAddress('The address lies in a private network: whoever runs this installation allows that with KONTUAR_PRIVATE_HOOKS=1.')
  return url
}

export const presentDestination = (row: DestinationRow & { used_by: string[] }): AlertDestination => ({
  id: row.id, name: row.name, kind: row.kind, host: row.host, signed: row.secret !== null, active: row.active,
  state: { sending: row.state.sending, detail: row.state.detail ?? null, at: row.state.at ?? null }, usedBy: row.used_by,
})
