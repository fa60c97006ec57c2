// A person whom staff describes: by phone, by address, or by name alone. Known by either, it is that customer; two known ones
// are never merged here: the phone decides, since that is how they called.
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { emailKey } from '../rules/address-key.ts'
import { phoneKey } from '../../identity/index.ts'

export interface DescribedPerson { name: string; phone?: string; email?: string }

/** Answers the customer's id. @throws Refusal `invalid-input` */
export async function learnPerson(tx: Tx, person: DescribedPerson): Promise<string> {
  const name = storable(person.name).trim()
  if (name === '') throw new Refusal('invalid-input', 'The customer has no name: write what to call them.', { 'customer.name': 'is empty' })
  const [org] = await tx.query<{ locale: string }>('select locale from org where id = $1', [tx.orgId], 'org-locale')
  const identities = [
    ...(person.phone?.trim() ? [{ kind: 'phone', address: person.phone.trim(), key: keyOrRefuse(phoneKey(person.phone, org!.locale), 'customer.phone', 'That is no phone number: write it with its country (+48 600 700 800), or leave it out.') }] : []),
    ...(person.email?.trim() ? [{ kind: 'email', address: person.email.trim(), key: keyOrRefuse(emailKey(person.email), 'customer.email', 'That is no e-mail address: correct it, or leave it out.') }] : []),
  ]
  const known = await findByIdentities(tx, identities)
  const customerId = known ?? newId()
  if (known === null) await tx.query(`insert into customer (org_id, id, name, name_source) values ($1, $2, $3, 'staff')`, [tx.orgId, customerId, name], 'insert-described-customer')
  for (const i of identities) {
    await tx.query(`insert into identity (org_id, id, customer_id, kind, address, address_key) values ($1, $2, $3, $4, $5, $6) on conflict (org_id, kind, address_key) do nothing`,
      [tx.orgId, newId(), customerId, i.kind, storable(i.address), i.key], 'insert-described-identity')
  }
  if (known === null) tx.publish({ name: 'customers.customerCreated', ids: { customerId } })
  return customerId
}

function keyOrRefuse(key: string | null, field: string, sentence: string): string {
  if (key === null) throw new Refusal('invalid-input', sentence, { [field]: 'is not valid' })
  return key
}

async function findByIdentities(tx: Tx, identities: readonly { kind: string; key: string }[]): Promise<string | null> {
  for (const { kind, key } of identities) {
    const [found] = await tx.query<{ customer_id: string }>('select customer_id from identity where org_id = $1 and kind = $2 and address_key = $3', [tx.orgId, kind, key], 'find-described-identity')
    if (found) return found.customer_id
  }
  return null
}
