// What stands in the fields of a page: out of stored values, or just as it was typed when the page comes back with a mistake.
import { fieldName, otherKey, type Question, type Value, type Values } from '@kontuar/survey'
import type { Filled } from './asking.ts'

/** The other way round of `readForm`: of a file only its name can be shown. */
export function filledWith(questions: readonly Question[], values: Values): Filled {
  const fields = new Map<string, readonly string[]>()
  for (const question of questions) {
    const value = values[question.id]
    const other = values[otherKey(question.id)]
    if (typeof other === 'string') fields.set(fieldName(question.id, 'other'), [other])
    if (value !== undefined) for (const [name, texts] of fieldsOf(question, value)) fields.set(name, texts)
  }
  return (name) => fields.get(name) ?? []
}

function fieldsOf(question: Question, value: Value): (readonly [string, readonly string[]])[] {
  const name = fieldName(question.id)
  if (Array.isArray(value)) return [[name, value]]
  if (typeof value !== 'object') return [[name, [String(value)]]]
  if (question.type === 'file') return [[name, [String((value as { name: unknown }).name)]]]
  return Object.entries(value).map(([row, column]) => [fieldName(question.id, row), [String(column)]] as const)
}

/** What was typed, up to a length nobody types: a text of 100 KB comes back as its beginning. */
export function filledAsTyped(form: { getAll(name: string): unknown[] }, longest: number): Filled {
  return (name) => form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.slice(0, longest)] : []))
}
