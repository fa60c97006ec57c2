// What may be wrong with a definition or with what was answered. The code is for translations, the sentence for whoever has none.
export type ProblemCode =
  | 'not-an-object' | 'too-large' | 'not-storable' | 'unknown-key' | 'wrong-flag' | 'wrong-text' | 'wrong-languages' | 'wrong-list' | 'too-many'
  | 'wrong-id' | 'taken-id' | 'wrong-type' | 'wrong-points' | 'wrong-length' | 'wrong-condition'
  | UnfinishedCode
/** A draft may have these while it is being written; a published survey may not. */
export type UnfinishedCode = 'no-questions' | 'missing-text' | 'too-long' | 'too-few' | 'unknown-fact' | 'wrong-url' | 'condition-unfinished' | 'condition-later'

const unfinished: ReadonlySet<string> = new Set<UnfinishedCode>(['no-questions', 'missing-text', 'too-long', 'too-few', 'unknown-fact', 'wrong-url', 'condition-unfinished', 'condition-later'])

export interface SurveyProblem {
  /** Keys and places from the definition down: ['questions', 2, 'options', 0, 'label', 'pl']. */
  path: (string | number)[]
  code: ProblemCode
  sentence: string
}

/** Whether it only says that something is still to be written, so that a draft can be kept with it. */
export const isUnfinished = (problem: SurveyProblem): boolean => unfinished.has(problem.code)

/** A definition that did not pass was to be used. */
export class SurveyError extends Error {
  readonly problems: readonly SurveyProblem[]
  constructor(problems: readonly SurveyProblem[]) {
    super(problems.map((p) => p.sentence).join(' '))
    this.name = 'SurveyError'
    this.problems = problems
  }
}

export type AnswerProblemCode = 'required' | 'wrong-value' | 'too-long' | 'not-storable' | 'unknown-question' | 'not-an-object'
/** Which question was answered wrongly; '' when it is the answer as a whole. */
export interface AnswerProblem { questionId: string; code: AnswerProblemCode }

/** Somebody else's word in a sentence: quoted, short, on one line. */
export function quote(word: unknown): string {
  const text = typeof word === 'string' ? word : JSON.stringify(word) ?? 'nothing'
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
