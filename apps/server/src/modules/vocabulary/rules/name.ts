// Names of words: one line, and one word a name.
import { storable } from '../../../platform/db/storable.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/**
 * As it is stored: one line without blanks around it.
 * @throws Refusal `invalid-input` when nothing visible is left.
 */
export function tidyName(typed: string): string {
  const name = storable(typed).normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) throw new Refusal('invalid-input', 'The name is empty: write how people call it.', { name: 'is empty' })
  return name
}

/** Equal to whoever reads it in a list: case does not matter, nor width and form of letters. */
export const sameName = (one: string, other: string): boolean => comparable(one) === comparable(other)
export const comparable = (name: string): string => name.normalize('NFKC').toLowerCase()

interface Named { name: string; retired: boolean }
/** @throws Refusal `conflict` when another word in use has the name. @param what as in: There is already a <what> called … */
export function refuseTakenName(what: string, name: string, others: readonly Named[]): void {
  const taken = others.find((o) => !o.retired && sameName(o.name, name))
  if (taken) throw new Refusal('conflict', `There is already a ${what} called "${taken.name}": choose another name.`, { name: 'is taken' })
}
