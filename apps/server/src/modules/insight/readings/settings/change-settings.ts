import type { BodyOf, changeReadingSettings as changeRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable, storableJson } from '../../../../platform/db/storable.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { ForbiddenAddress } from '../../../../platform/network/public-network.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { audit } from '../../../identity/index.ts'
import { readEndpointUrl } from '../endpoint/ask-endpoint.ts'
import { orderTrial } from '../endpoint/order-asking.ts'
import { secretContext } from '../endpoint/open-endpoint.ts'
import { orderPastReading } from '../keep/read-past.ts'
import { readSettings, type SettingsRow, type StoredSettings } from './read-settings.ts'

type Given = BodyOf<typeof changeRoute>

/** Switched on again, it reads what was written meanwhile. @throws Refusal `invalid-input` */
export async function changeSettings(tx: Tx, { crypto, config }: Pick<Platform, 'crypto' | 'config'>, actor: Actor, given: Given): Promise<void> {
  await tx.query(`insert into reading_setting (org_id, definition) values ($1, '{}') on conflict (org_id) do nothing`, [tx.orgId], 'furnish-reading-settings')
  const before = await readSettings(tx, true)
  const endpoint = given.endpoint === null ? null : checkEndpoint(given.endpoint, config.privateReading)
  const same = endpoint !== null && before.endpoint?.url === endpoint.url && before.endpoint.model === endpoint.model && given.endpoint?.secret === undefined
  const after: StoredSettings = {
    on: given.on, topics: given.topics, endpoint, ...(same && before.state ? { state: before.state } : {}),
    ...(before.pastOrderedAt === undefined ? {} : { pastOrderedAt: before.pastOrderedAt }),
  }
  const secret = endpoint === null ? null : secretAfter(before, endpoint.url, given.endpoint!.secret, (plain) => crypto.seal(plain, secretContext(tx.orgId)))
  await tx.query('update reading_setting set definition = $2, secret = $3, updated_at = clock_timestamp() where org_id = $1', [tx.orgId, storableJson(after), secret === null ? null : Buffer.from(secret)], 'change-reading-settings')
  if (after.on && !before.on) orderPastReading(tx)
  if (after.on && endpoint !== null && !same) orderTrial(tx)
  await audit(tx, actor, 'readings.settingsChanged', { kind: 'organization', id: String(tx.orgId) }, { on: [before.on, after.on], topics: [before.topics, after.topics], endpoint: [hostOf(before), hostOf(after)] })
  tx.publish({ name: 'insight.readingSettingsChanged', ids: {} })
}

const hostOf = ({ endpoint }: StoredSettings): string | null => (endpoint === null ? null : new URL(endpoint.url).host)

function checkEndpoint({ url, model }: NonNullable<Given['endpoint']>, allowPrivate: boolean): { url: string; model: string } {
  const named = storable(model).trim()
  if (named === '') throw new Refusal('invalid-input', 'The name of the model is empty: write it as the endpoint calls it, for example gpt-4.1-mini.', { 'endpoint.model': 'is empty' })
  try {
    return { url: readEndpointUrl(url.trim(), allowPrivate).href, model: named }
  } catch (error) {
    if (!(error instanceof ForbiddenAddress)) throw error
    throw new Refusal('invalid-input', error.message, { 'endpoint.url': error.message })
  }
}

/** A stored secret is for the server it was given for: it must not be sent to another one by changing the address alone. */
function secretAfter(before: SettingsRow, url: string, given: string | undefined, seal: (plain: string) => string): string | null {
  if (given !== undefined) return given.trim() === '' ? null : seal(storable(given).trim())
  return before.endpoint !== null && new URL(before.endpoint.url).origin === new URL(url).origin ? before.secret : null
}
