import type { FieldValues } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { readRequiredFields } from './queries.ts'
import { isMissing } from './rules/is-required.ts'

/**
 * For a customer or company whose fields a person saves; those who write to us are taken in with none.
 * @throws Refusal `cannot-do` with `fields.<id>` for what is always needed and missing.
 */
export async function refuseUnfilled(tx: Tx, subject: 'customer' | 'company', fields: FieldValues): Promise<void> {
  const missing = (await readRequiredFields(tx, subject)).filter((f) => f.required.always === true && isMissing(fields[f.id]))
  if (missing.length === 0) return
  throw new Refusal('cannot-do', `A ${subject} needs these filled in: ${missing.map((f) => `"${f.name}"`).join(', ')}.`, Object.fromEntries(missing.map((f) => [`fields.${f.id}`, 'is needed'])))
}
