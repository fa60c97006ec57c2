import { checkConditions, type ConditionProblem } from '@kontuar/conditions'
import { questionFields, questionOfField } from './condition-fields.ts'
import type { Path, Say } from './check-texts.ts'
import type { Question } from './definition.ts'
import { quote } from './problems.ts'

/** What a person still chooses while a condition is being built; everything else cannot be kept. */
const unfinished: ReadonlySet<string> = new Set<ConditionProblem['code']>(['empty-value', 'empty-list', 'unknown-field', 'unknown-operator', 'unknown-choice', 'wrong-value', 'reversed', 'too-long'])

/** A condition asks only what was asked before it, so that it is decided when its question comes. */
export function checkQuestionCondition(condition: unknown, path: Path, number: number, before: readonly Question[], all: ReadonlySet<string>, say: Say): void {
  if (condition === undefined || condition === null) return
  for (const problem of checkConditions(condition, questionFields(before))) {
    const at = [...path, ...problem.path.flatMap((place) => ['rules', place])]
    const asked = problem.code === 'unknown-field' ? questionOfField(fieldAt(condition, problem.path)) : null
    if (asked !== null && all.has(asked)) say(at, 'condition-later', `The condition of question ${number} asks the question ${quote(asked)}, which does not come before it or cannot be asked about: move one of them, or ask another.`)
    else if (asked !== null) say(at, 'condition-unfinished', `The condition of question ${number} asks the question ${quote(asked)}, which is gone: choose another.`)
    else say(at, unfinished.has(problem.code) ? 'condition-unfinished' : 'wrong-condition', `Condition of question ${number}: ${problem.sentence}`)
  }
}

function fieldAt(condition: unknown, path: readonly number[]): string {
  let node = condition as { rules?: unknown[]; field?: unknown }
  for (const place of path) node = node.rules?.[place] as typeof node
  return typeof node.field === 'string' ? node.field : ''
}
