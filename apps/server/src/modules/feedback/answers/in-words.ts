// An answer in the words of its questions.
import type { AnswerQuestion } from '@kontuar/contracts'
import { otherKey, otherOption, textIn, type Option, type Question, type SurveyDefinition, type Value, type Values } from '@kontuar/survey'
import type { Static } from 'typebox'
import { wordOf } from '../results/index.ts'

/** Every question of the version, in order; `text` null where it was not answered. */
export const inWords = (definition: SurveyDefinition, values: Values, language: string): Static<typeof AnswerQuestion>[] => definition.questions.map((question) => ({
  id: question.id, type: question.type, title: textIn(question.title, language, definition.defaultLanguage) || question.id, text: wordsOf(question, values, language, definition.defaultLanguage),
}))

/** What was answered to one question; null: nothing. */
export function wordsOf(question: Question, values: Values, language: string, fallback: string): string | null {
  const value: Value | undefined = values[question.id]
  if (value === undefined) return null
  const label = (options: readonly Option[] | undefined, id: string) => {
    const option = options?.find((o) => o.id === id)
    if (option === undefined && id === otherOption && question.other === true) {
      const written = values[otherKey(question.id)]
      return typeof written === 'string' ? `${wordOf(otherOption, language)}: ${written}` : wordOf(otherOption, language)
    }
    return option === undefined ? id : textIn(option.label, language, fallback) || id
  }
  if (typeof value === 'boolean') return wordOf(String(value), language)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return question.type === 'single' ? label(question.options, value) : value
  if (Array.isArray(value)) return value.map((id) => label(question.options, id)).join('; ')
  if (question.type === 'file') return String((value as { name?: unknown }).name ?? '')
  // In the order of the rows: the database keeps none.
  const rows = (question.rows ?? []).map((row) => row.id)
  const place = (row: string) => (rows.includes(row) ? rows.indexOf(row) : rows.length)
  return Object.entries(value).sort(([a], [b]) => place(a) - place(b)).map(([row, column]) => `${label(question.rows, row)}: ${label(question.options, String(column))}`).join('; ')
}
