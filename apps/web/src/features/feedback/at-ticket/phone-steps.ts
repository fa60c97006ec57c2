// The course of a survey on the phone: page after page, back and on, until nothing is left to ask. Pure.
import { checkValues, keepVisible, missingAnswers, nextPage, otherKey, type AnswerProblem, type Question, type SurveyDefinition, type Values } from '@kontuar/survey'
import type { PhoneDraft } from './phone-draft.ts'

/** A file cannot be given on the phone. */
const askedAloud = (definition: SurveyDefinition): SurveyDefinition => ({ ...definition, questions: definition.questions.filter(({ type }) => type !== 'file') })

export interface Step { questions: Question[]; index: number; of: number; last: boolean }

/** What is asked now; null: nothing is left. */
export function stepOf(definition: SurveyDefinition, { values, pages }: Pick<PhoneDraft, 'values' | 'pages'>): Step | null {
  const asked = askedAloud(definition)
  const shown = new Set(pages.flat())
  const page = nextPage(asked, values, shown)
  if (page === null) return null
  const after = new Set([...shown, ...page.questions.map(({ id }) => id)])
  return { questions: page.questions, index: pages.length, of: pages.length + 1 + page.remaining, last: nextPage(asked, values, after) === null }
}

/** What is wrong or missing on this page; other pages had their turn. */
export function problemsOf(definition: SurveyDefinition, questions: readonly Question[], values: Values): AnswerProblem[] {
  const ids = new Set(questions.flatMap(({ id }) => [id, otherKey(id)]))
  const { values: right, problems } = checkValues(askedAloud(definition), values)
  return [...problems.filter(({ questionId }) => ids.has(questionId)), ...missingAnswers(questions, right)]
}

/** Questions that were shown and would not be asked any more after an earlier answer changed are left out. */
export const answerOf = (definition: SurveyDefinition, values: Values): Values => keepVisible(definition, checkValues(askedAloud(definition), values).values)

/** One page back: its questions are asked again with what was answered. */
export const back = ({ pages, ...draft }: PhoneDraft): PhoneDraft => ({ ...draft, pages: pages.slice(0, -1) })
export const onward = (draft: PhoneDraft, step: Step): PhoneDraft => ({ ...draft, pages: [...draft.pages, step.questions.map(({ id }) => id)] })
