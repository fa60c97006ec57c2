import { dimensions, type Dimension } from '@kontuar/contracts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Cut } from './sources/ask.ts'
import type { FieldWords } from './where/fields.ts'

/** A dimension, or `field:<id>`. @throws Refusal `invalid-input` */
export function takeCut(given: string, words: FieldWords, name = 'by'): Cut {
  if ((dimensions as readonly string[]).includes(given)) return { dimension: given as Dimension }
  const field = given.startsWith('field:') ? words.customFields.find((f) => f.id === given.slice('field:'.length)) : undefined
  if (field !== undefined) return { field: field.id }
  throw new Refusal('invalid-input', `Nothing can be cut by ${JSON.stringify(given)}: choose ${dimensions.join(', ')}, or field:<id> of a custom field with choices.`, { [name]: 'is no dimension' })
}
