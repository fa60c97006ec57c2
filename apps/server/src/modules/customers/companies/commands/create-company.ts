import type { Static } from 'typebox'
import type { NewCompany } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable, storableJson } from '../../../../platform/db/storable.ts'
import { newId } from '../../../../platform/id.ts'
import { checkFieldValues, refuseUnfilled } from '../../../vocabulary/index.ts'
import { writtenName } from '../../rules/written-name.ts'

/** Answers its id. Two companies may have one name: they are told apart by their fields. @throws Refusal. */
export async function createCompany(tx: Tx, wanted: Static<typeof NewCompany>): Promise<string> {
  const name = writtenName(wanted.name)
  const fields = await checkFieldValues(tx, 'company', wanted.fields ?? {}, {})
  await refuseUnfilled(tx, 'company', fields)
  const id = newId()
  await tx.query('insert into company (org_id, id, name, note, fields) values ($1, $2, $3, $4, $5)', [tx.orgId, id, name, storable(wanted.note ?? ''), storableJson(fields)], 'insert-company')
  tx.publish({ name: 'customers.companyChanged', ids: { companyId: id } })
  return id
}
