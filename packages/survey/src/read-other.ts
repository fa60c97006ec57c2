import { otherOption, type Question, type Value } from './definition.ts'
import { limits } from './limits.ts'
import { readText, type Read } from './read-value.ts'

/**
 * The option of a question with the free text beside "other". Whoever writes the text and forgets to tick has chosen it;
 * where only one can be chosen and another was, the text belongs to nothing.
 */
export function readWithOther(question: Question, value: Value | undefined, given: unknown): { value: Value | undefined; other: Read } {
  const other: Read = given === undefined || given === null ? { value: undefined } : readText(given, limits.otherText)
  const written = 'problem' in other || other.value !== undefined
  if (!written) return { value, other }
  if (question.type === 'single') return value === undefined || value === otherOption ? { value: otherOption, other } : { value, other: { value: undefined } }
  const chosen = Array.isArray(value) ? value : []
  return { value: chosen.includes(otherOption) ? chosen : [...chosen, otherOption], other }
}

/** Whether a question has a free text beside its options. */
export const hasOther = (question: Question): boolean => question.other === true && (question.type === 'single' || question.type === 'multiple' || question.type === 'reasons')
