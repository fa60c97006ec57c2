import type { SmsGatewayBody } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable, storableJson } from '../../../../platform/db/storable.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { findGateway, secretContext, type GatewayRow } from '../gateway-row.ts'
import { secretOfHeader, secretOfTemplate, type HttpGatewaySettings } from '../generic-http/settings.ts'
import { checkGateway } from '../rules/check-gateway.ts'
import { orderSms } from '../ledger.ts'

/** Sets the whole gateway anew; secrets left out stay. @throws Refusal `invalid-input` */
export async function saveGateway(tx: Tx, { crypto, config }: Platform, doer: Doer, given: SmsGatewayBody): Promise<void> {
  const before = await findGateway(tx, true)
  const kept = keptSecrets(before, given.url)
  const secrets: Record<string, string> = {}
  const seal = (name: string, value: string | undefined) => {
    if (value === undefined ? kept[name] !== undefined : value !== '') secrets[name] = value === undefined ? kept[name]! : crypto.seal(storable(value), secretContext(tx.orgId, name))
  }
  seal(secretOfTemplate, given.secret)
  for (const { name, secret, value } of given.headers) if (secret) seal(secretOfHeader(name), value)

  const keptHeaders = new Set(given.headers.filter((h) => kept[secretOfHeader(h.name)] !== undefined).map((h) => h.name.toLowerCase()))
  const faults = checkGateway(given, keptHeaders, secrets[secretOfTemplate] !== undefined, config.privateSms)
  if (Object.keys(faults).length > 0) throw new Refusal('invalid-input', Object.values(faults)[0]!, faults)

  const settings: HttpGatewaySettings = {
    url: given.url.trim(), method: given.method, contentType: given.contentType, template: given.template, sender: given.sender.trim(), successContains: given.successContains, idPath: given.idPath, repeatable: given.repeatable,
    headers: given.headers.map(({ name, secret, value }) => ({ name, secret, value: secret ? null : (value ?? '') })),
  }
  await tx.query(
    // What was known of the old settings says nothing about the new ones.
    `insert into sms_gateway (org_id, active, settings, secrets, per_number_daily, per_day) values ($1, $2, $3, $4, $5, $6)
     on conflict (org_id) do update set active = excluded.active, settings = excluded.settings, secrets = excluded.secrets, per_number_daily = excluded.per_number_daily, per_day = excluded.per_day,
       state = '{}', rest_until = null, updated_at = clock_timestamp()`,
    [tx.orgId, given.active, storableJson(settings), JSON.stringify(secrets), given.perNumberDaily, given.perDay], 'save-sms-gateway')
  await audit(tx, doer, 'smsGateway.saved', null, { host: new URL(settings.url).host, active: given.active, perNumberDaily: given.perNumberDaily, perDay: given.perDay })
  tx.publish({ name: 'channels.smsGatewayChanged', ids: {} })
  orderSms(tx, null)
}

/** A stored secret is for the server it was given for: it must not be sent to another one by changing the address alone. */
function keptSecrets(before: GatewayRow | null, url: string): Record<string, string> {
  if (before === null || !URL.canParse(url.trim()) || new URL(url.trim()).origin !== new URL(before.settings.url).origin) return {}
  return before.secrets
}

/** What waits fails, each with its reason: nobody would send it. @throws Refusal `not-found` */
export async function removeGateway(tx: Tx, doer: Doer): Promise<void> {
  const gone = await tx.query('delete from sms_gateway where org_id = $1 returning org_id', [tx.orgId], 'delete-sms-gateway')
  if (gone.length === 0) throw notFound('gateway for text messages')
  await audit(tx, doer, 'smsGateway.removed')
  tx.publish({ name: 'channels.smsGatewayChanged', ids: {} })
  orderSms(tx, null)
}
