import type { Static } from 'typebox'
import type { NewShopSource, ShopSourcePatch } from '@kontuar/contracts'
import type { Crypto } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { isId, newId } from '../../../platform/id.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { audit, refuseUnknownStructure } from '../../identity/index.ts'
import { newCode } from '../answering/index.ts'
import { newSecret, sealedAs } from './shop-source-row.ts'

/** The secret stands nowhere but in the answer, and sealed in the database. @throws Refusal */
export async function createShopSource(tx: Tx, actor: Actor, crypto: Crypto, given: Static<typeof NewShopSource>): Promise<{ id: string; secret: string }> {
  const name = takeName(given.name)
  if (given.locationId) await refuseUnknownStructure(tx, 'location', [given.locationId], 'locationId')
  const [id, secret] = [newId(), newSecret()]
  await tx.query('insert into shop_source (org_id, id, code, name, secret, location_id) values ($1, $2, $3, $4, $5, $6)', [tx.orgId, id, newCode(), name, crypto.seal(secret, sealedAs(tx.orgId, id)), given.locationId ?? null], 'create-shop-source')
  await audit(tx, actor, 'shop-source.created', { kind: 'shop-source', id }, { name })
  tx.publish({ name: 'feedback.shopSourceChanged', ids: { shopSourceId: id } })
  return { id, secret }
}

interface Before { name: string; location_id: string | null; active: boolean; retired: boolean }

/** Answers the new secret when it was renewed: the old one is worth nothing from then on. @throws Refusal */
export async function changeShopSource(tx: Tx, actor: Actor, crypto: Crypto, id: string, patch: Static<typeof ShopSourcePatch>): Promise<string | null> {
  const [before] = isId(id) ? await tx.query<Before>('select name, location_id, active, retired_at is not null as retired from shop_source where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-shop-source') : []
  if (before === undefined) throw notFound('shop')
  const retired = patch.retired ?? before.retired
  if (retired && (patch.active === true || patch.renewSecret)) throw new Refusal('cannot-do', `The shop "${before.name}" is retired: bring it back before it is changed.`, { retired: 'the shop is retired' })
  if (patch.locationId) await refuseUnknownStructure(tx, 'location', [patch.locationId], 'locationId', before.location_id === null ? [] : [before.location_id])
  const name = patch.name === undefined ? before.name : takeName(patch.name)
  const secret = patch.renewSecret ? newSecret() : null
  await tx.query(
    `update shop_source set name = $3, location_id = $4, active = $5, retired_at = case when $6 then coalesce(retired_at, now()) end, secret = coalesce($7, secret) where org_id = $1 and id = $2`,
    [tx.orgId, id, name, patch.locationId === undefined ? before.location_id : patch.locationId, patch.active ?? before.active, retired, secret === null ? null : crypto.seal(secret, sealedAs(tx.orgId, id))], 'change-shop-source')
  await audit(tx, actor, retired && !before.retired ? 'shop-source.retired' : 'shop-source.changed', { kind: 'shop-source', id }, { fields: Object.keys(patch).sort(), ...(name === before.name ? {} : { name: [before.name, name] }) })
  tx.publish({ name: 'feedback.shopSourceChanged', ids: { shopSourceId: id } })
  return secret
}

/** @throws Refusal */
function takeName(given: string): string {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: say which shop it is.', { name: 'is empty' })
  return name
}
