// Whose address is it? Asked at RCPT, before any organization is known.
import type { Database } from '../../../platform/db/database.ts'
import { emailKey } from '../../customers/index.ts'

export interface Recipient { orgId: number; mailboxId: string }

/** Hits are remembered this long; a miss always asks, so a new mailbox takes mail at once. */
const rememberedMs = 2000
const mostRemembered = 5000

export type FindRecipient = (address: string) => Promise<Recipient | null>

/**
 * The forms under which an address may be ours: as it is, and without its tag ("office+t12.k7f2@…" is
 * office@…: RFC 5233 calls it subaddressing; our signed reply addresses are made so).
 */
export function keysOf(address: string): string[] {
  const key = emailKey(address)
  if (key === null) return []
  const at = key.lastIndexOf('@')
  const plus = key.indexOf('+')
  return plus > 0 && plus < at ? [key, key.slice(0, plus) + key.slice(at)] : [key]
}

/** Rejects when the database does not answer: that is no "unknown address". */
export function createFindRecipient(db: Database, now: () => number = Date.now): FindRecipient {
  const remembered = new Map<string, { recipient: Recipient; until: number }>()
  return async (address) => {
    const keys = keysOf(address)
    if (keys.length === 0) return null
    const known = remembered.get(keys[0]!)
    if (known && known.until > now()) return known.recipient
    const rows = await db.query<{ org_id: number; mailbox_id: string; address_key: string }>('select * from find_mailbox_address($1)', [keys], 'find-mailbox-address')
    // An address written with its tag wins over the mailbox without it.
    const found = keys.map((key) => rows.find((r) => r.address_key === key)).find((r) => r !== undefined)
    if (found === undefined) {
      remembered.delete(keys[0]!)
      return null
    }
    const recipient = { orgId: found.org_id, mailboxId: found.mailbox_id }
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(keys[0]!, { recipient, until: now() + rememberedMs })
    return recipient
  }
}
