// What of an answer is counted, and what is read.
import type { SurveyDefinition, Value, Values } from './definition.ts'
import { isRecord, own } from './json.ts'
import { hasOther } from './read-other.ts'
import { otherKey } from './visible.ts'

/** A text and a file are counted as given, under a sign that no option's id can begin with. */
export const givenText = '~text'
export const givenFile = '~file'

/** By question id: a point as its digits, options by id, a matrix as `row:column`, a consent as `true` or `false`. */
export function countedOf(definition: Pick<SurveyDefinition, 'questions'>, values: Values): Record<string, string[]> {
  return Object.fromEntries(definition.questions.flatMap((question) => {
    const value = own(values, question.id) as Value | undefined
    if (value === undefined) return []
    if (question.type === 'text') return [[question.id, [givenText]]]
    if (question.type === 'file') return [[question.id, [givenFile]]]
    if (Array.isArray(value)) return [[question.id, value]]
    if (isRecord(value)) return [[question.id, Object.entries(value).map(([row, column]) => `${row}:${String(column)}`)]]
    return [[question.id, [String(value)]]]
  }))
}

/** All that was written, in the order of the questions, an empty line between; null when nothing was. */
export function commentOf(definition: Pick<SurveyDefinition, 'questions'>, values: Values): string | null {
  const written = definition.questions.flatMap((question) => {
    const text = question.type === 'text' ? own(values, question.id) : hasOther(question) ? own(values, otherKey(question.id)) : undefined
    return typeof text === 'string' && text !== '' ? [text] : []
  })
  return written.length === 0 ? null : written.join('\n\n')
}
