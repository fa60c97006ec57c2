// Answers with which a question is asked, so that the preview can show what hides behind a condition.
import { fieldsUsed } from '@kontuar/conditions'
import { isAskable, questionOfField, scaleOf, visibleQuestions, type Question, type SurveyDefinition, type Value, type Values } from '@kontuar/survey'

/** Answers worth trying: every point, every option, both sides of a box, some words, none. */
function answersOf(question: Question): (Value | undefined)[] {
  const scale = scaleOf(question)
  if (scale) return [...Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index), undefined]
  const ids = (question.options ?? []).map(({ id }) => id)
  if (question.type === 'single') return [...ids, undefined]
  if (question.type === 'consent') return [true, false]
  if (question.type === 'text') return ['…', undefined]
  return [...ids.map((id) => [id]), ids, undefined]
}
const most = 4000

/**
 * Null when no answer was found that leads there. Conditions ask few questions, so trying is quick; a condition over words of
 * a text is given those words.
 */
export function revealingValues(definition: Pick<SurveyDefinition, 'questions'>, id: string): Values | null {
  const shown = (values: Values) => visibleQuestions(definition, values).some((each) => each.id === id)
  if (shown({})) return {}
  const asked = askedOnTheWay(definition.questions, id)
  const words = wordsAsked(definition.questions)
  let tried = 0
  const search = (at: number, values: Values): Values | null => {
    const question = asked[at]
    if (tried++ > most) return null
    if (question === undefined) return shown(values) ? values : null
    for (const answer of [...answersOf(question), ...(question.type === 'text' ? words : [])]) {
      const found = search(at + 1, answer === undefined ? values : { ...values, [question.id]: answer })
      if (found) return found
    }
    return null
  }
  return search(0, {})
}

/** The questions its condition asks, and those their conditions ask, in order. */
function askedOnTheWay(questions: readonly Question[], id: string): Question[] {
  const needed = new Set([id])
  for (const question of questions.toReversed()) {
    if (!needed.has(question.id) || !question.condition) continue
    for (const field of fieldsUsed(question.condition)) {
      const asked = questionOfField(field)
      if (asked !== null) needed.add(asked)
    }
  }
  needed.delete(id)
  return questions.filter((each) => needed.has(each.id) && isAskable(each))
}

function wordsAsked(questions: readonly Question[]): string[] {
  const text = JSON.stringify(questions.map(({ condition }) => condition ?? null))
  return [...text.matchAll(/"operator":"(?:contains|=|beginsWith|endsWith)","value":"((?:[^"\\]|\\.){1,100})"/g)].map(([, word]) => JSON.parse(`"${word}"`) as string).slice(0, 20)
}
