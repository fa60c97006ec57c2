// Reading custom fields.
import type { CustomField, FieldValues } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

export type FieldRow = CustomField
export type FieldSubject = CustomField['subject']
export type FieldValue = FieldValues[string]

const columns = `id, subject, name, help, type, options, position, retired_at is not null as retired, required`

/** All, the retired too, by subject in the order people gave them. */
export const readFields = (tx: Tx): Promise<FieldRow[]> =>
  tx.query<FieldRow>(`select ${columns} from custom_field where org_id = $1 order by subject desc, position, lower(name), id`, [tx.orgId], 'read-custom-fields')

/** @param ids well-formed ids only */
export const findFields = (tx: Tx, subject: FieldSubject, ids: readonly string[]): Promise<FieldRow[]> =>
  tx.query<FieldRow>(`select ${columns} from custom_field where org_id = $1 and subject = $2 and id = any ($3)`, [tx.orgId, subject, ids], 'find-custom-fields')

/** Fields in use that must be filled in at some time. */
export const readRequiredFields = (tx: Tx, subject: FieldSubject): Promise<FieldRow[]> =>
  tx.query<FieldRow>(`select ${columns} from custom_field where org_id = $1 and subject = $2 and retired_at is null and required <> '{}' order by position, lower(name), id`, [tx.orgId, subject], 'read-required-fields')

/** @throws Refusal `not-found`. */
export async function getField(tx: Tx, id: string): Promise<FieldRow> {
  const [row] = isId(id) ? await tx.query<FieldRow>(`select ${columns} from custom_field where org_id = $1 and id = $2`, [tx.orgId, id], 'get-custom-field') : []
  if (row === undefined) throw notFound('custom field')
  return row
}
