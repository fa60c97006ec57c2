// What must be filled in before a ticket enters a status. One sentence names all that is missing, so that nobody has
// to try three times.
import type { FieldValues } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { StatusRow } from '../statuses/queries.ts'
import { readReasonPath } from '../reasons/queries.ts'
import { readRequiredFields } from './queries.ts'
import { isRequired, isMissing } from './rules/is-required.ts'

export interface Entering {
  status: StatusRow
  /** As they will be after the change. */
  queueId: string | null
  reasonId: string | null
  result: string | null
  fields: FieldValues
}

/** @throws Refusal `cannot-do` with `reasonId`, `result` and `fields.<id>` for what is missing. */
export async function requiredToEnter(tx: Tx, { status, queueId, reasonId, result, fields }: Entering): Promise<void> {
  const [required, reasonPath] = await Promise.all([readRequiredFields(tx, 'ticket'), reasonId === null ? [] : readReasonPath(tx, reasonId)])
  const missing: [field: string, name: string][] = [
    ...(status.requires.reason && reasonId === null ? [['reasonId', 'reason'] as [string, string]] : []),
    ...(status.requires.result && result === null ? [['result', 'result'] as [string, string]] : []),
    ...required.filter((f) => isRequired(f.required, { status, queueId, reasonPath }) && isMissing(fields[f.id])).map((f): [string, string] => [`fields.${f.id}`, `"${f.name}"`]),
  ]
  if (missing.length === 0) return
  throw new Refusal('cannot-do', `Before the status "${status.name}" fill in: ${missing.map(([, name]) => name).join(', ')}.`, Object.fromEntries(missing.map(([field]) => [field, 'is needed for this status'])))
}
