import type { Platform } from '../../../../platform/platform.ts'
import type { SettingsRow } from '../settings/read-settings.ts'
import { EndpointTrouble, type Endpoint } from './ask-endpoint.ts'

/** A sealed value belongs to one organization: it cannot be moved. */
export const secretContext = (orgId: number): string => `reading-endpoint:${orgId}`

/** Null: there is none. @throws EndpointTrouble when its key was sealed under another installation's secret */
export function openEndpoint({ crypto, config }: Pick<Platform, 'crypto' | 'config'>, orgId: number, { endpoint, secret }: SettingsRow): Endpoint | null {
  if (endpoint === null) return null
  try {
    return { ...endpoint, secret: secret === null ? null : crypto.open(secret, secretContext(orgId)), allowPrivate: config.privateReading }
  } catch {
    throw new EndpointTrouble('The stored key of the endpoint cannot be opened: it was saved under another KONTUAR_SECRET. Type it again.')
  }
}
