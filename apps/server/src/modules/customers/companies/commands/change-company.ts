import type { Static } from 'typebox'
import type { CompanyPatch, FieldValues } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable, storableJson } from '../../../../platform/db/storable.ts'
import { isId } from '../../../../platform/http/page.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import { checkFieldValues, refuseUnfilled } from '../../../vocabulary/index.ts'
import { writtenName } from '../../rules/written-name.ts'

/** @throws Refusal. */
export async function changeCompany(tx: Tx, id: string, patch: Static<typeof CompanyPatch>): Promise<void> {
  const [before] = isId(id) ? await tx.query<{ fields: FieldValues }>('select fields from company where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-company') : []
  if (before === undefined) throw notFound('company')
  const name = patch.name === undefined ? null : writtenName(patch.name)
  const fields = patch.fields === undefined ? null : await checkFieldValues(tx, 'company', patch.fields, before.fields)
  if (fields !== null) await refuseUnfilled(tx, 'company', fields)
  await tx.query('update company set name = coalesce($3, name), note = coalesce($4, note), fields = coalesce($5, fields), updated_at = now() where org_id = $1 and id = $2',
    [tx.orgId, id, name, patch.note === undefined ? null : storable(patch.note), fields === null ? null : storableJson(fields)], 'change-company')
  tx.publish({ name: 'customers.companyChanged', ids: { companyId: id } })
}
