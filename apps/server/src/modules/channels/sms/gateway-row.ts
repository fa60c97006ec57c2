// The gateway as it is stored, and as the port that sends through it.
import type { SmsGateway as SmsGatewayShape } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { SmsGateway } from './gateway.ts'
import { createHttpGateway } from './generic-http/http-gateway.ts'
import { secretOfHeader, secretOfTemplate, type HttpGatewaySettings } from './generic-http/settings.ts'

export interface GatewayState { sending?: 'ok' | 'failing'; detail?: string | null; at?: string }
export interface GatewayRow {
  active: boolean; settings: HttpGatewaySettings
  /** By name, sealed. */
  secrets: Record<string, string>
  per_number_daily: number; per_day: number; state: GatewayState; updated_at: Date
}

export async function findGateway(tx: Tx, lock = false): Promise<GatewayRow | null> {
  const [row] = await tx.query<GatewayRow>(
    `select active, settings, secrets, per_number_daily, per_day, state, updated_at from sms_gateway where org_id = $1${lock ? ' for update' : ''}`, [tx.orgId], lock ? 'lock-sms-gateway' : 'find-sms-gateway')
  return row ?? null
}

/** A sealed value belongs to one organization and one name: it cannot be moved. */
export const secretContext = (orgId: number, name: string) => `sms-gateway:${orgId}:${name}`

/** @throws when a secret was sealed under another installation's secret */
export function openGateway({ crypto, config }: Pick<Platform, 'crypto' | 'config'>, orgId: number, { settings, secrets }: Pick<GatewayRow, 'settings' | 'secrets'>): SmsGateway {
  const opened = Object.entries(secrets).map(([name, sealed]) => {
    try {
      return [name, crypto.open(sealed, secretContext(orgId, name))] as const
    } catch (error) {
      throw new Error('A stored secret of the gateway cannot be opened: it was saved under another KONTUAR_SECRET. Type it again in the settings.', { cause: error })
    }
  })
  return createHttpGateway(settings, Object.fromEntries(opened), { allowPrivate: config.privateSms })
}

export function presentGateway({ active, settings, secrets, per_number_daily, per_day, state, updated_at }: GatewayRow): SmsGatewayShape {
  const { url, method, contentType, template, sender, successContains, idPath, repeatable } = settings
  return {
    active, url, method, contentType, template, sender, successContains, idPath, repeatable, perNumberDaily: per_number_daily, perDay: per_day,
    headers: settings.headers.map(({ name, secret, value }) => ({ name, secret, value: secret ? null : value })).filter((h) => !h.secret || secrets[secretOfHeader(h.name)] !== undefined),
    hasSecret: secrets[secretOfTemplate] !== undefined,
    state: { sending: state.sending ?? 'waiting', detail: state.detail ?? null, at: state.at ?? null }, updatedAt: updated_at.toISOString(),
  }
}
