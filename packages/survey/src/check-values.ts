// The gate for answers as JSON: from programs, kiosks, agents, imports.
import type { Question, SurveyDefinition, Values } from './definition.ts'
import { isRecord, own } from './json.ts'
import type { AnswerProblem } from './problems.ts'
import { hasOther, readWithOther } from './read-other.ts'
import { readValue } from './read-value.ts'
import { otherKey } from './visible.ts'

export interface CheckedValues { values: Values; problems: AnswerProblem[] }

/**
 * The values that are right, in the form in which they are stored, and what is wrong with the others. It asks neither what
 * is visible (`keepVisible`) nor what is missing (`missingAnswers`): half an answer and an imported one pass.
 * @param options.files accepts stored files. Not for what comes from outside: whoever names a digest would read that file.
 */
export function checkValues(definition: Pick<SurveyDefinition, 'questions'>, given: unknown, options: { files?: boolean } = {}): CheckedValues {
  if (!isRecord(given)) return { values: {}, problems: [{ questionId: '', code: 'not-an-object' }] }
  const refused = definition.questions.filter((q) => q.type === 'file' && options.files !== true && (own(given, q.id) ?? null) !== null)
  const { values, problems } = readAnswers(definition.questions.filter((q) => !refused.includes(q)), { value: (question) => own(given, question.id), other: (question) => own(given, otherKey(question.id)) })
  const known = new Set(definition.questions.flatMap((q) => (hasOther(q) ? [q.id, otherKey(q.id)] : [q.id])))
  const unknown = Object.keys(given).filter((key) => !known.has(key))
  // Some are enough to say so; a hostile object may have thousands.
  return {
    values,
    problems: [
      ...problems,
      ...refused.map((q) => ({ questionId: q.id, code: 'wrong-value' as const })),
      ...unknown.slice(0, 20).map((key) => ({ questionId: key.slice(0, 80), code: 'unknown-question' as const })),
    ],
  }
}

/** Required ones among these that have no answer. A consent that is required has to be given. */
export function missingAnswers(questions: readonly Question[], values: Values): AnswerProblem[] {
  return questions.filter((q) => q.required === true && !isAnswered(q, own(values, q.id))).map((q) => ({ questionId: q.id, code: 'required' }))
}

function isAnswered(question: Question, value: unknown): boolean {
  if (question.type === 'consent') return value === true
  if (question.type === 'matrix') return isRecord(value) && (question.rows ?? []).every((row) => Object.hasOwn(value, row.id))
  return value !== undefined
}

/** Each question through its check, wherever its raw value comes from. */
export function readAnswers(questions: readonly Question[], source: { value(question: Question): unknown; other(question: Question): unknown }): CheckedValues {
  const values: Values = {}
  const problems: AnswerProblem[] = []
  for (const question of questions) {
    const read = readValue(question, source.value(question))
    if ('problem' in read) {
      problems.push({ questionId: question.id, code: read.problem })
      continue
    }
    const { value, other } = hasOther(question) ? readWithOther(question, read.value, source.other(question)) : { value: read.value, other: { value: undefined } }
    if (value !== undefined) values[question.id] = value
    if ('problem' in other) problems.push({ questionId: question.id, code: other.problem })
    else if (other.value !== undefined) values[otherKey(question.id)] = other.value
  }
  return { values, problems }
}
