// Search by number, address and words. Words are indexed after the acknowledgement (handlers/index-words.ts).
import type { Tx } from '../../../platform/db/database.ts'
import { startsWith } from '../../customers/index.ts'

const most = 500

/** Ids of the tickets that fit best, newest first, at most 500. */
export async function findTicketsByWords(tx: Tx, q: string): Promise<string[]> {
  const number = /^#?(\d{1,15})$/.exec(q)?.[1]
  if (number !== undefined) {
    const rows = await tx.query<{ id: string }>('select id from ticket where org_id = $1 and number = $2', [tx.orgId, number], 'search-number')
    if (rows.length > 0) return rows.map((r) => r.id)
  }
  if (q.includes('@')) {
    const rows = await tx.query<{ id: string }>(
      `select t.id from identity i join ticket t on t.org_id = i.org_id and t.customer_id = i.customer_id
       where i.org_id = $1 and ${startsWith('i.address_key', '$2')} order by t.updated_at desc limit ${most}`, [tx.orgId, q.toLowerCase()], 'search-address')
    if (rows.length > 0) return rows.map((r) => r.id)
  }
  const words = toPrefixQuery(q)
  if (words === null) return []
  const rows = await tx.query<{ id: string }>(
    `select ticket_id as id from search_words($1, ${most * 2}) found group by ticket_id order by max(interaction_id::text) desc limit ${most}`, [words], 'search-words')
  return rows.map((r) => r.id)
}

/** Every word must be there; the last one may be only begun, since people search while typing. */
export function toPrefixQuery(q: string): string | null {
  const words = q.normalize('NFC').match(/[\p{L}\p{N}]+/gu)?.slice(0, 10) ?? []
  if (words.length === 0) return null
  return words.map((word, i) => `'${word}'${i === words.length - 1 && word.length > 2 ? ':*' : ''}`).join(' & ')
}
