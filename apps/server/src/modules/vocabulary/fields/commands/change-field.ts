import type { Static } from 'typebox'
import type { CustomFieldPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable, storableJson } from '../../../../platform/db/storable.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import type { Doer } from '../../../identity/index.ts'
import { auditChange } from '../../audit-change.ts'
import { lockWords } from '../../lock-words.ts'
import { refuseTakenName, tidyName } from '../../rules/name.ts'
import { readFields, type FieldRow } from '../queries.ts'
import { checkOptions } from '../rules/check-options.ts'
import { checkRequired } from './check-required.ts'

/** Values stay where they are, whatever becomes of the field; its type and subject never change. @throws Refusal. */
export async function changeField(tx: Tx, doer: Doer, id: string, patch: Static<typeof CustomFieldPatch>): Promise<void> {
  await lockWords(tx)
  const all = await readFields(tx)
  const before = all.find((f) => f.id === id.toLowerCase())
  if (before === undefined) throw notFound('custom field')
  const after: FieldRow = {
    ...before,
    name: patch.name === undefined ? before.name : tidyName(patch.name),
    help: patch.help === undefined ? before.help : storable(patch.help).trim(),
    options: patch.options === undefined ? before.options : checkOptions(before.type, before.options, patch.options),
    required: patch.required === undefined ? before.required : await checkRequired(tx, before.subject, before.required, patch.required),
    position: patch.position ?? before.position, retired: patch.retired ?? before.retired,
  }
  if (!after.retired) refuseTakenName('field', after.name, all.filter((f) => f.subject === before.subject && f !== before))
  if (!await auditChange(tx, doer, 'field', before.id, before, after, ['name', 'help', 'options', 'required', 'position'])) return
  await tx.query('update custom_field set name = $3, help = $4, options = $5, required = $6, position = $7, retired_at = case when $8 then coalesce(retired_at, now()) end where org_id = $1 and id = $2',
    [tx.orgId, before.id, after.name, after.help, storableJson(after.options), storableJson(after.required), after.position, after.retired], 'change-custom-field')
  tx.publish({ name: 'vocabulary.fieldChanged', ids: { fieldId: before.id } })
}
