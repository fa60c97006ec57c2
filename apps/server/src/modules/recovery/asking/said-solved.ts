// Whether the customer says they were won back: the one place where it is decided.
import { primaryQuestion, toneOf, type SurveyDefinition, type Values } from '@kontuar/survey'

/**
 * "No" to a question with the options yes and no is no, whatever the score; "yes" with a low score is no either: somebody who is still
 * unhappy was not won back. Without such a question the score decides: high is yes, low is no. Null: nothing of it was said.
 */
export function saidSolved(definition: SurveyDefinition, values: Values): boolean | null {
  const asked = definition.questions.find((q) => q.type === 'single' && ['yes', 'no'].every((id) => q.options?.some((o) => o.id === id)))
  const said = asked === undefined ? undefined : values[asked.id]
  if (said === 'no') return false
  const scale = primaryQuestion(definition)
  const score = scale === null ? undefined : values[scale.id]
  const tone = scale === null || typeof score !== 'number' ? null : toneOf(scale, score)
  if (tone === 'low') return false
  return said === 'yes' || (asked === undefined && tone === 'high') ? true : null
}
