// What may be wrong with a condition. The code is for translations, the sentence for whoever has none.
export type ProblemCode =
  | 'not-a-group' | 'not-a-rule' | 'wrong-combinator' | 'wrong-flag' | 'unsupported' | 'too-deep' | 'too-many'
  | 'unknown-field' | 'unknown-operator' | 'wrong-value' | 'unknown-choice' | 'me-not-here' | 'empty-value' | 'empty-list'
  | 'out-of-range' | 'too-long' | 'not-storable' | 'reversed'

export interface ConditionProblem {
  /** Places in `rules`, from the root down, as react-querybuilder counts them; [] is the root. */
  path: number[]
  code: ProblemCode
  sentence: string
  /** The field of the rule, when it has one that is known. */
  field?: string
}

/** Conditions that were not checked, or did not pass, were to be compiled. */
export class ConditionsError extends Error {
  readonly problems: readonly ConditionProblem[]
  constructor(problems: readonly ConditionProblem[]) {
    super(problems.map((p) => p.sentence).join(' '))
    this.name = 'ConditionsError'
    this.problems = problems
  }
}

/** Somebody else's word in a sentence: quoted, short, on one line. */
export function quote(word: string): string {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 60)}…` : word)
}
