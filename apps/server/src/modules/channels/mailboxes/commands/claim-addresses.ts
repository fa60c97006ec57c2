// An address belongs to one mailbox in the whole installation: the SMTP door knows no organization yet.
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { emailKey } from '../../../customers/index.ts'

/** Makes the mailbox's addresses exactly these. @throws Refusal `conflict` when one is taken. */
export async function claimAddresses(tx: Tx, mailboxId: string, address: string, aliases: readonly string[]): Promise<void> {
  const byKey = new Map([...aliases, address].map((a) => [emailKey(a)!, a]))
  const keys = [...byKey.keys()].sort()
  await tx.query('delete from mailbox_address where org_id = $1 and mailbox_id = $2 and not address_key = any ($3)', [tx.orgId, mailboxId, keys])
  await tx.query('insert into mailbox_address (org_id, address_key, mailbox_id) select $1, key, $2 from unnest($3::text[]) key on conflict do nothing', [tx.orgId, mailboxId, keys])
  const own = await tx.query<{ address_key: string }>('select address_key from mailbox_address where org_id = $1 and mailbox_id = $2', [tx.orgId, mailboxId])
  const taken = keys.filter((key) => !own.some((o) => o.address_key === key)).map((key) => byKey.get(key)!)
  if (taken.length === 0) return
  const sentence = `${taken.join(', ')} already belongs to another mailbox of this Kontuar: take another address, or remove it there first.`
  throw new Refusal('conflict', sentence, Object.fromEntries(taken.map((a) => [a === address ? 'address' : `aliases.${aliases.indexOf(a)}`, 'This address belongs to another mailbox.'])))
}
