import { storable } from '../../../platform/db/storable.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/** A name as a person typed it, on one line. @throws Refusal `invalid-input` when it is empty. */
export function writtenName(typed: string): string {
  const name = storable(typed).replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: write what they are called.', { name: 'is empty' })
  return name
}
