import type { Static } from 'typebox'
import type { NewCustomField } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable, storableJson } from '../../../../platform/db/storable.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { newId } from '../../../../platform/id.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { lockWords } from '../../lock-words.ts'
import { refuseTakenName, tidyName } from '../../rules/name.ts'
import { readFields } from '../queries.ts'
import { checkOptions } from '../rules/check-options.ts'
import { checkRequired } from './check-required.ts'

const mostFields = 200

/** Answers its id. @throws Refusal. */
export async function createField(tx: Tx, doer: Doer, wanted: Static<typeof NewCustomField>): Promise<string> {
  await lockWords(tx)
  const others = (await readFields(tx)).filter((f) => f.subject === wanted.subject)
  const name = tidyName(wanted.name)
  if (others.length >= mostFields) throw new Refusal('cannot-do', `A ${wanted.subject} has ${mostFields} fields already: change or bring back one of them instead.`)
  refuseTakenName('field', name, others)
  const options = checkOptions(wanted.type, [], wanted.options ?? [])
  const required = await checkRequired(tx, wanted.subject, {}, wanted.required ?? {})
  const id = newId()
  const position = wanted.position ?? Math.min(10_000, Math.max(0, ...others.map((f) => f.position)) + 1)
  await tx.query('insert into custom_field (org_id, id, subject, name, help, type, options, required, position) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.orgId, id, wanted.subject, name, storable(wanted.help ?? '').trim(), wanted.type, storableJson(options), storableJson(required), position], 'insert-custom-field')
  await audit(tx, doer, 'field.created', { kind: 'field', id }, { subject: wanted.subject, name, type: wanted.type })
  tx.publish({ name: 'vocabulary.fieldChanged', ids: { fieldId: id } })
  return id
}
