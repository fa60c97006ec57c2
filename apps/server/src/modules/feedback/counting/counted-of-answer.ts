// What is counted of an answer, whoever notes it: the one place, so that what is taken back is what was counted.
import { countedOf, primaryQuestion, toneOf, type SurveyDefinition, type Values } from '@kontuar/survey'

export interface AnswerToCount { values: Values; state: string; lastQuestion: string | null; ticketId: string | null; ticketResult: string | null }

/**
 * Besides the questions: '~' its state; '~last' where a partial one stopped; '~said' ("solved low"), what we had recorded of its ticket
 * against the tone of what was said, where both exist.
 */
export function countedOfAnswer(definition: SurveyDefinition, answer: AnswerToCount): Record<string, string[]> {
  const question = primaryQuestion(definition)
  const tone = question === null ? null : toneOf(question, answer.values[question.id])
  return {
    ...countedOf(definition, answer.values),
    '~': [answer.state],
    ...(answer.state === 'partial' && answer.lastQuestion !== null ? { '~last': [answer.lastQuestion] } : {}),
    ...(answer.ticketId === null || tone === null ? {} : { '~said': [`${answer.ticketResult ?? noResult} ${tone}`] }),
  }
}

export const noResult = '~none'
