// Shops that tell of purchases by webhook, as they are shown and made.
import { randomBytes } from 'node:crypto'
import type { ShopSource } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'

interface Row { id: string; code: string; name: string; location_id: string | null; active: boolean; last_taken_at: Date | null; last_refused_at: Date | null; last_refusal: string | null; created_at: Date }

const columns = 's.id, s.code, s.name, s.location_id, s.active, s.last_taken_at, s.last_refused_at, s.last_refusal, s.created_at'

const present = (r: Row, publicUrl: string, secret: string | null): ShopSource => ({
  id: r.id, name: r.name, url: `${publicUrl}/hooks/shop/${r.code}`, locationId: r.location_id, active: r.active, lastTakenAt: r.last_taken_at?.toISOString() ?? null, lastRefusedAt: r.last_refused_at?.toISOString() ?? null,
  lastRefusal: r.last_refusal, secret, createdAt: r.created_at.toISOString(),
})

/** Those in use, newest first. There are few. */
export async function listShopSources(tx: Tx, publicUrl: string): Promise<{ items: ShopSource[]; next: null }> {
  const rows = await tx.query<Row>(`select ${columns} from shop_source s where s.org_id = $1 and s.retired_at is null order by s.id desc`, [tx.orgId], 'list-shop-sources')
  return { items: rows.map((row) => present(row, publicUrl, null)), next: null }
}

/** @param secret told once, by whoever made it @throws Refusal `not-found` */
export async function getShopSource(tx: Tx, id: string, publicUrl: string, secret: string | null): Promise<ShopSource> {
  const [row] = isId(id) ? await tx.query<Row>(`select ${columns} from shop_source s where s.org_id = $1 and s.id = $2`, [tx.orgId, id], 'get-shop-source') : []
  if (row === undefined) throw notFound('shop')
  return present(row, publicUrl, secret)
}

/** 256 bits, with a word before it so that whoever finds it in a configuration knows what it is. */
export const newSecret = (): string => `ktshop_${randomBytes(32).toString('base64url')}`

/** A sealed secret cannot be moved to another shop. */
export const sealedAs = (orgId: number, id: string): string => `shop-source:${orgId}:${id}`
