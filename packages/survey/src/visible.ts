// Which questions are asked, given what was answered before them.
import { ConditionsError, toPredicate } from '@kontuar/conditions'
import { questionFields } from './condition-fields.ts'
import { otherOption, type Question, type SurveyDefinition, type Values } from './definition.ts'

/** Conditions on answers rest neither on the hour nor on who looks. */
const context = { now: new Date(0), timeZone: 'UTC', me: null }

/**
 * In their order. An answer to a question that is itself not asked any more counts for nothing, so what hung on it falls
 * away too.
 */
export function visibleQuestions(definition: Pick<SurveyDefinition, 'questions'>, values: Values): Question[] {
  return walk(definition.questions, values).visible
}

/** The values without those of questions that are not asked: after a 3 became a 9, the reason for the 3 is no answer. */
export function keepVisible(definition: Pick<SurveyDefinition, 'questions'>, values: Values): Values {
  return walk(definition.questions, values).kept
}

/** The key of the free text beside "other". */
export const otherKey = (questionId: string): string => `${questionId}.${otherOption}`

function walk(questions: readonly Question[], values: Values): { visible: Question[]; kept: Values } {
  const visible: Question[] = []
  const kept: Values = {}
  questions.forEach((question, place) => {
    if (!holds(question, questions.slice(0, place), kept)) return
    visible.push(question)
    for (const key of [question.id, otherKey(question.id)]) if (Object.hasOwn(values, key)) kept[key] = values[key]!
  })
  return { visible, kept }
}

/** A condition that cannot be read, as in a draft half written, hides nothing. */
function holds({ condition }: Question, before: readonly Question[], kept: Values): boolean {
  if (!condition) return true
  try {
    return toPredicate(condition, questionFields(before), context)(kept)
  } catch (error) {
    if (error instanceof ConditionsError) return true
    throw error
  }
}
