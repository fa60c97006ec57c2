// Places where alerts go besides: added, changed, switched off, retired.
import type { AlertDestination, BodyOf, changeAlertDestination as changeRoute, createAlertDestination as createRoute } from '@kontuar/contracts'
import { storable } from '../../../../../platform/db/storable.ts'
import type { Tx } from '../../../../../platform/db/database.ts'
import type { Actor } from '../../../../../platform/http/actor.ts'
import { Refusal } from '../../../../../platform/http/refusal.ts'
import { newId } from '../../../../../platform/id.ts'
import { ForbiddenAddress } from '../../../../../platform/network/public-network.ts'
import type { Platform } from '../../../../../platform/platform.ts'
import { audit } from '../../../../identity/index.ts'
import { contextOf, presentDestination, readAddress } from '../destination-row.ts'
import { getDestinationRow } from '../list-destinations.ts'

type Ground = Pick<Platform, 'crypto' | 'config'>

/** @throws Refusal */
export async function createDestination(tx: Tx, ground: Ground, actor: Actor, { name, kind, url, secret }: BodyOf<typeof createRoute>): Promise<AlertDestination> {
  const id = newId()
  const address = check(url, ground)
  if (secret !== undefined && secret !== '' && kind !== 'webhook') throw new Refusal('invalid-input', 'Only a webhook is signed: leave the secret empty.', { secret: 'belongs to a webhook alone' })
  const named = await freeName(tx, name, null)
  await tx.query('insert into alert_destination (org_id, id, name, kind, url, host, secret) values ($1, $2, $3, $4, $5, $6, $7)',
    [tx.orgId, id, named, kind, ground.crypto.seal(address.href, contextOf(tx.orgId, id, 'url')), address.host, sealed(ground, tx.orgId, id, secret)], 'insert-alert-destination')
  await audit(tx, actor, 'alertDestination.created', { kind: 'alert-destination', id }, { name: named })
  tx.publish({ name: 'alerts.destinationChanged', ids: { destinationId: id } })
  return presentDestination(await getDestinationRow(tx, id))
}

/** A new address begins as one that has not been told yet. @throws Refusal */
export async function changeDestination(tx: Tx, ground: Ground, actor: Actor, id: string, { name, url, secret, active, retired }: BodyOf<typeof changeRoute>): Promise<AlertDestination> {
  const row = await getDestinationRow(tx, id, true)
  if (secret !== undefined && secret !== '' && row.kind !== 'webhook') throw new Refusal('invalid-input', 'Only a webhook is signed: leave the secret empty.', { secret: 'belongs to a webhook alone' })
  if (retired === true && row.used_by.length > 0) throw new Refusal('conflict', `It is named by ${row.used_by.slice(0, 3).map((n) => `“${n}”`).join(', ')}${row.used_by.length > 3 ? ` and ${row.used_by.length - 3} more rules` : ''}: take it out of them first.`)
  const address = url === undefined ? null : check(url, ground)
  const named = name === undefined && retired !== false ? row.name : await freeName(tx, name ?? row.name, id)
  await tx.query(
    `update alert_destination set name = $3, url = coalesce($4, url), host = coalesce($5, host), secret = case when $6::boolean then $7 else secret end, active = coalesce($8, active),
       retired_at = case when $9::boolean is null then retired_at when $9 then coalesce(retired_at, now()) end, state = case when $4::text is null then state else '{"sending": "waiting"}' end, updated_at = now() where org_id = $1 and id = $2`,
    [tx.orgId, id, named, address === null ? null : ground.crypto.seal(address.href, contextOf(tx.orgId, id, 'url')), address?.host ?? null, secret !== undefined, sealed(ground, tx.orgId, id, secret), active ?? null, retired ?? null], 'change-alert-destination')
  await audit(tx, actor, 'alertDestination.changed', { kind: 'alert-destination', id }, { name: named, ...(url === undefined ? {} : { host: address!.host }), ...(active === undefined ? {} : { active }), ...(retired === undefined ? {} : { retired }) })
  tx.publish({ name: 'alerts.destinationChanged', ids: { destinationId: id } })
  return presentDestination(await getDestinationRow(tx, id))
}

const sealed = ({ crypto }: Ground, orgId: number, id: string, secret: string | undefined) => (secret === undefined || secret === '' ? null : crypto.seal(secret, contextOf(orgId, id, 'secret')))

function check(url: string, { config }: Ground): URL {
  try {
    return readAddress(url, config.privateHooks)
  } catch (error) {
    if (error instanceof ForbiddenAddress) throw new Refusal('invalid-input', error.message, { url: 'cannot be used' })
    throw error
  }
}

async function freeName(tx: Tx, given: string, own: string | null): Promise<string> {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: say where alerts go.', { name: 'is empty' })
  const [other] = await tx.query('select 1 from alert_destination where org_id = $1 and lower(name) = lower($2) and retired_at is null and id is distinct from $3', [tx.orgId, name, own], 'destination-of-name')
  if (other !== undefined) throw new Refusal('conflict', `There is a place called “${name}” already: choose another name.`, { name: 'is taken' })
  return name
}
