// What does not hold in conditions: found here before saving, with words in the person's language, or said by the server.
import { checkConditions, type FieldShape, type ProblemCode } from '@kontuar/conditions'
import type { ConditionField, Conditions } from '@kontuar/contracts'
import { ApiProblem } from '../../api/problem.ts'
import type { Path } from './condition-tree.ts'

/** `code` has a translation, with the `range` of the field where there is one; `sentence` is the server's own. */
export interface PlacedProblem { path: Path; code?: ProblemCode; sentence?: string; range?: ConditionField['range'] }

/** @param options `me: false` where nobody asks (rules of queues, SLA policies). */
export function checkHere(conditions: Conditions, fields: readonly ConditionField[], options: { me?: boolean } = {}): PlacedProblem[] {
  // Not fieldRegistry(): an operator that only a newer server knows must not stop the screen.
  const registry = new Map(fields.map(({ name, type, operators, range }) => [name, { name, type, operators, ...(range === undefined ? {} : { range }) } as FieldShape]))
  return checkConditions(conditions, registry, options).map(({ path, code, field }) => ({ path, code, ...(code === 'out-of-range' ? { range: registry.get(field ?? '')?.range ?? {} } : {}) }))
}

/** For a form: whether saving has any sense. */
export const conditionsAreGood = (conditions: Conditions, fields: readonly ConditionField[], options?: { me?: boolean }): boolean => checkHere(conditions, fields, options).length === 0

/** The server names a rule by its places: `conditions.rules.0.rules.1`, `conditions.0.1` or `/conditions/rules/0`. */
export function serverProblems(error: unknown): PlacedProblem[] {
  if (!(error instanceof ApiProblem)) return []
  return Object.entries(error.fields)
    .filter(([name]) => /^\/?(?:\w+[./])*conditions\b|^\/?rules\b|^\d/.test(name))
    .map(([name, sentence]) => ({ path: (name.match(/\d+/g) ?? []).map(Number), sentence }))
}

export const problemsAt = (problems: readonly PlacedProblem[], path: Path): PlacedProblem[] => problems.filter((each) => each.path.length === path.length && each.path.every((place, index) => place === path[index]))
