import type { Static } from 'typebox'
import type { CustomerPatch, FieldValues } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable, storableJson } from '../../../platform/db/storable.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { checkFieldValues, refuseUnfilled, refuseUnknownTags } from '../../vocabulary/index.ts'
import { writtenName } from '../rules/written-name.ts'

interface Before { name: string; name_source: string; language: string | null; note: string; company_id: string | null; tag_ids: string[]; fields: FieldValues }

/** A name typed by staff is from then on theirs: no mail changes it. @throws Refusal. */
export async function changeCustomer(tx: Tx, id: string, patch: Static<typeof CustomerPatch>): Promise<void> {
  const [before] = isId(id) ? await tx.query<Before>('select name, name_source, language, note, company_id, tag_ids, fields from customer where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-customer') : []
  if (before === undefined) throw notFound('customer')
  const name = patch.name === undefined ? undefined : writtenName(patch.name)
  if (patch.companyId) await refuseUnknownCompany(tx, patch.companyId)
  const tagIds = patch.tagIds === undefined ? before.tag_ids : [...new Set(patch.tagIds.map((tagId) => tagId.toLowerCase()))]
  await refuseUnknownTags(tx, tagIds.filter((tagId) => !before.tag_ids.includes(tagId)))
  const fields = patch.fields === undefined ? before.fields : await checkFieldValues(tx, 'customer', patch.fields, before.fields)
  if (patch.fields !== undefined) await refuseUnfilled(tx, 'customer', fields)
  await tx.query(
    'update customer set name = $3, name_source = $4, language = $5, note = $6, company_id = $7, tag_ids = $8, fields = $9, updated_at = now() where org_id = $1 and id = $2',
    [tx.orgId, id, name ?? before.name, name === undefined ? before.name_source : 'staff', patch.language === undefined ? before.language : patch.language && storable(patch.language),
      patch.note === undefined ? before.note : storable(patch.note), patch.companyId === undefined ? before.company_id : patch.companyId, tagIds, storableJson(fields)], 'change-customer')
  tx.publish({ name: 'customers.customerChanged', ids: { customerId: id } })
}

async function refuseUnknownCompany(tx: Tx, id: string) {
  const found = isId(id) ? await tx.query('select 1 from company where org_id = $1 and id = $2', [tx.orgId, id], 'known-company') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such company: choose one of the list, or add it first.', { companyId: 'is not a known company' })
}
