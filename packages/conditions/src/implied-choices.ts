import { activeRules, isGroup, type ConditionGroup, type ConditionRule } from './group.ts'
import { positiveOf, type Operator } from './operators.ts'

/**
 * The ids (and `@none` for empty) outside of which the conditions are never true, for a field of one id; null when
 * nothing can be said. Cautious: what is not understood limits nothing. An empty set: never true.
 * @param all Every id there is. Only with them does "is not closed" say what remains; leave `@none` out when the
 *   field is never empty.
 */
export function impliedChoices(group: ConditionGroup, field: string, all?: Iterable<string>): Set<string> | null {
  return ofGroup(group, field, all === undefined ? null : new Set(all), false)
}

/** Whether the conditions are true only of rows whose field has one of the values; cautious, so false is "perhaps". */
export function implies(group: ConditionGroup, field: string, values: Iterable<string>, all?: Iterable<string>): boolean {
  const wanted = new Set(values)
  const possible = impliedChoices(group, field, all)
  return possible !== null && possible.isSubsetOf(wanted)
}

type Choices = Set<string> | null

function ofGroup(group: ConditionGroup, field: string, all: Choices, outside: boolean): Choices {
  const negated = outside !== (group.not === true)
  // What says nothing (muted, or empty) is no part, as for those who compile.
  const parts = group.rules
    .filter((node) => activeRules(node).length > 0)
    .map((node) => (isGroup(node) ? ofGroup(node, field, all, negated) : ofRule(node, field, all, negated)))
  if (parts.length === 0 || group.muted === true) return null
  if ((group.combinator === 'and') === negated) return parts.every((p) => p !== null) ? parts.reduce((a, b) => a.union(b)) : null
  return parts.reduce((a, b) => (a === null || b === null ? (a ?? b) : a.intersection(b)))
}

function ofRule(rule: ConditionRule, field: string, all: Choices, negated: boolean): Choices {
  if (rule.field !== field) return null
  const operator = rule.operator as Operator
  const positive = positiveOf[operator] ?? operator
  const named = idsOf(positive, rule.value)
  const excluded = negated !== (positive !== operator)
  if (named === null || all === null) return excluded ? null : named
  return excluded ? all.difference(named) : named
}

/** Who "me" is stands nowhere in the conditions, so nothing is said of it. */
function idsOf(operator: Operator, value: unknown): Choices {
  if (operator === 'null') return new Set(['@none'])
  const ids: unknown = operator === '=' ? [value] : operator === 'in' ? value : null
  return Array.isArray(ids) && ids.every((id) => typeof id === 'string' && id !== '@me') ? new Set<string>(ids) : null
}
