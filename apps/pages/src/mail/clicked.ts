// The first question, answered from within the mail: one link a point. A click only opens the page with this point chosen
// (mail scanners click everything); the button there answers.
import { checkValues, scaleOf, type Question, type SurveyDefinition, type Values } from '@kontuar/survey'

/** Options that still fit a mail. */
const optionsThatFit = 7

/** The question whose points stand in the mail as links; null: the mail has one button. */
export function clickableQuestion({ questions }: Pick<SurveyDefinition, 'questions'>): Question | null {
  const [first] = questions
  if (!first || first.condition) return null
  if (scaleOf(first)) return first
  // Mixed options would stand in another order than on the page.
  return first.type === 'single' && !first.shuffled && (first.options ?? []).length <= optionsThatFit ? first : null
}

/** What `?v=` chooses: nothing when it is no point of the scale, whoever wrote it into the address. */
export function valuesOfClick(definition: SurveyDefinition, clicked: string | null | undefined): Values {
  const question = clickableQuestion(definition)
  if (!question || !clicked) return {}
  const value = scaleOf(question) ? (/^\d{1,2}$/.test(clicked) ? Number(clicked) : clicked) : clicked
  const { values, problems } = checkValues({ ...definition, questions: [question] }, { [question.id]: value })
  return problems.length === 0 ? values : {}
}
