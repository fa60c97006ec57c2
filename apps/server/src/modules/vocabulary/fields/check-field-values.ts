import type { FieldValues } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { findFields, type FieldSubject } from './queries.ts'
import { checkValue } from './rules/check-value.ts'

/**
 * The present values with the given ones laid over them, checked and normalised; what is emptied is gone.
 * A value that does not change is never questioned: its option, or its field, may be retired by now.
 * @param given as a request brought it: keys and values may be anything
 * @throws Refusal `invalid-input` with `fields.<id>` for each fault.
 */
export async function checkFieldValues(tx: Tx, subject: FieldSubject, given: Readonly<Record<string, unknown>>, current: FieldValues): Promise<FieldValues> {
  // A map, since a key such as __proto__ would do something else than be stored in an object.
  const values = new Map(Object.entries(current))
  const changed = Object.entries(given).map(([id, value]) => [id.toLowerCase(), value] as const).filter(([id, value]) => !values.has(id) || values.get(id) !== value)
  if (changed.length === 0) return current
  if (!changed.every(([id]) => isId(id))) throw unknownField(subject)
  const fields = new Map((await findFields(tx, subject, changed.map(([id]) => id))).map((f) => [f.id, f]))
  const faults: [id: string, name: string, fault: string][] = []
  for (const [id, value] of changed) {
    const field = fields.get(id)
    if (field === undefined) throw unknownField(subject)
    const checked = checkValue(field, value)
    if ('fault' in checked) faults.push([id, field.name, checked.fault])
    else if (checked.value === null) values.delete(id)
    else if (field.retired) faults.push([id, field.name, 'is retired and takes no new value'])
    else values.set(id, checked.value)
  }
  if (faults.length > 0) throw new Refusal('invalid-input', `Check ${faults.map(([, name, fault]) => `"${name}": it ${fault}`).join('; ')}.`, Object.fromEntries(faults.map(([id, , fault]) => [`fields.${id}`, fault])))
  return Object.fromEntries(values)
}

const unknownField = (subject: FieldSubject) =>
  new Refusal('invalid-input', `A value was given for a field that does not exist: use the ids of the custom fields of a ${subject}.`, { fields: 'names an unknown field' })
