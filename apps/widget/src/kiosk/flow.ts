// One person before the tablet: what they have answered and what is asked next. Pure.
import { keepVisible, readForm, visibleQuestions, type AnswerProblem, type Form, type Values } from '@kontuar/survey'
import type { AskedQuestion } from './settings.ts'

export interface Round {
  /** Random; made at the first touch. The same answer however often it is sent. */
  key: string
  /** The tablet's clock at the first touch. */
  at: number
  values: Values
  /** Ids of the questions left behind, in their order. */
  shown: string[]
}

type Definition = Parameters<typeof visibleQuestions>[0]
export const definitionOf = (questions: readonly AskedQuestion[]): Definition => ({ questions: questions as unknown as Definition['questions'] })

/** Null: that was the last one. */
export function nextQuestion(questions: readonly AskedQuestion[], round: Pick<Round, 'values' | 'shown'>): AskedQuestion | null {
  const visible = visibleQuestions(definitionOf(questions), round.values)
  const next = visible.find((q) => !round.shown.includes(q.id))
  return questions.find((q) => q.id === next?.id) ?? null
}

/** What stands in the form of one question, put in the place of what stood there before. */
export function answer(questions: readonly AskedQuestion[], round: Round, question: AskedQuestion, form: Form): { round: Round; problems: AnswerProblem[] } {
  const [asked] = definitionOf([question]).questions
  const { values, problems } = readForm([asked!], form)
  const others = Object.fromEntries(Object.entries(round.values).filter(([id]) => id !== question.id && id !== `${question.id}.other`))
  const kept = keepVisible(definitionOf(questions), { ...others, ...values })
  return { round: { ...round, values: kept, shown: [...round.shown.filter((id) => id !== question.id), question.id] }, problems }
}

/** Back to the question answered last; what was chosen there stays chosen. */
export function back(round: Round): { round: Round; to: string | null } {
  return { round: { ...round, shown: round.shown.slice(0, -1) }, to: round.shown.at(-1) ?? null }
}
