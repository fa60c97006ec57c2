// What a shop sends: who it is by its code and signature, then each purchase by itself.
import type { ShopTold } from '@kontuar/contracts'
import type { Platform } from '../../../platform/platform.ts'
import { isCode } from '../answering/index.ts'
import { checkPurchase } from './rules/check-purchase.ts'
import { checkSignature, type SignatureFault } from './rules/signature.ts'
import { sealedAs } from './shop-source-row.ts'
import { takePurchases, type TakenPurchase } from './take-purchases.ts'

interface KnownShop { orgId: number; id: string; secret: string; locationId: string | null; active: boolean }

/** Null: nobody has this code, or its shop is retired. */
export async function findShop({ db, crypto }: Platform, code: string): Promise<KnownShop | null> {
  const [place] = isCode(code) ? await db.query<{ org_id: number; id: string }>('select org_id, id from find_shop_source($1)', [code], 'find-shop-source') : []
  if (place === undefined) return null
  const [row] = await db.read(place.org_id, (tx) => tx.query<{ secret: string; location_id: string | null; active: boolean }>(
    `select s.secret, l.id as location_id, s.active from shop_source s left join location l on l.org_id = s.org_id and l.id = s.location_id and l.retired_at is null where s.org_id = $1 and s.id = $2`, [tx.orgId, place.id], 'shop-that-tells'))
  return row === undefined ? null : { orgId: place.org_id, id: place.id, secret: crypto.open(row.secret, sealedAs(place.org_id, place.id)), locationId: row.location_id, active: row.active }
}

export const whyNotTheirs = (shop: KnownShop, header: string | undefined, body: Buffer, now: Date): SignatureFault | null => checkSignature(header, body, shop.secret, Math.floor(now.getTime() / 1000))

const mostPurchases = 100
type Told = { problem: string } | { single: boolean; taken: TakenPurchase[]; told: ShopTold }

/** @param body signed by the shop */
export async function takeTold({ db }: Platform, shop: KnownShop, body: Buffer, now: Date): Promise<Told> {
  const items = readBody(body)
  if (typeof items === 'string') return { problem: items }
  const checked = items.list.map((item) => checkPurchase(item, now))
  return db.write(shop.orgId, async (tx) => {
    const taken = await takePurchases(tx, { key: shop.id, locationId: shop.locationId }, checked)
    if (taken.some((t) => t.outcome !== 'refused')) await tx.query('update shop_source set last_taken_at = clock_timestamp() where org_id = $1 and id = $2', [tx.orgId, shop.id], 'note-shop-taken')
    const refused = taken.find((t) => t.outcome === 'refused')
    if (refused?.outcome === 'refused') await noteRefusalIn(tx, shop.id, refused.sentence)
    const results = taken.map((t, i): ShopTold['results'][number] => ({
      ...namesOf(items.list[i]), outcome: t.outcome, id: t.outcome === 'refused' ? null : t.id, sentence: t.outcome === 'refused' ? t.sentence : null,
    }))
    return { single: items.single, taken, told: { results } }
  })
}

/** So that whoever set the shop up sees why nothing comes. */
export const noteRefusal = ({ db }: Platform, shop: KnownShop, sentence: string) => db.write(shop.orgId, (tx) => noteRefusalIn(tx, shop.id, sentence))

const noteRefusalIn = (tx: Parameters<typeof takePurchases>[0], id: string, sentence: string) =>
  tx.query('update shop_source set last_refused_at = clock_timestamp(), last_refusal = $3 where org_id = $1 and id = $2', [tx.orgId, id, sentence], 'note-shop-refused')

/** A sentence, when there is nothing to take in it. */
function readBody(body: Buffer): { single: boolean; list: unknown[] } | string {
  let given: unknown
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return 'The body is no JSON in UTF-8: send one purchase, or {"purchases": […]}.'
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'Send one purchase as an object, or {"purchases": […]}.'
  if (!Object.hasOwn(given, 'purchases')) return { single: true, list: [given] }
  const list = (given as { purchases: unknown }).purchases
  if (!Array.isArray(list) || list.length === 0) return '"purchases" must be a list with at least one purchase.'
  if (list.length > mostPurchases) return `More than ${mostPurchases} purchases at once: send them in several parts.`
  return { single: false, list }
}

/** What the shop will know it by, as far as it can be read. */
function namesOf(item: unknown): { number: string; kind: 'purchase' | 'delivery' } {
  const { number, kind } = (typeof item === 'object' && item !== null ? item : {}) as { number?: unknown; kind?: unknown }
  return { number: typeof number === 'string' ? number.slice(0, 100).toWellFormed() : '', kind: kind === 'delivery' ? 'delivery' : 'purchase' }
}

