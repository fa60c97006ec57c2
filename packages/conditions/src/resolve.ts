/*
 * Conditions with everything decided that could be decided twice: who "me" is, when "now" is, what lies within a
 * tree's node, what a muted rule and a "not" come to. SQL and predicate are two short readings of the result, and
 * what has been decided here cannot differ between them.
 *
 * "Not" is pushed down to the tests, where it is their complement. In SQL a test of an empty field is NULL, which
 * `and` and `or` treat as false, while `not` would not.
 */
import { checkConditions } from './check-conditions.ts'
import type { FieldDefinition, Registry } from './fields.ts'
import { isGroup, type ConditionGroup, type ConditionRule } from './group.ts'
import { positiveOf, type Operator } from './operators.ts'
import { ConditionsError } from './problems.ts'
import { resolveTest, type Test } from './resolve-test.ts'

/** What the answer depends on besides the row. */
export interface ConditionContext {
  /** What relative times are measured from. */
  now: Date
  /** IANA name: what a date means and when today began. */
  timeZone: string
  /** Id of the person asking; null when nobody does, and `@me` is nobody. */
  me: string | null
}

export type Resolved<Row> =
  | { kind: 'all' | 'any'; parts: Resolved<Row>[] }
  | { kind: 'test'; field: FieldDefinition<Row>; test: Test; negated: boolean }

/** Null: nothing is asked, which is true. @throws ConditionsError for what checkConditions would refuse. */
export function resolve<Row>(group: ConditionGroup, registry: Registry<FieldDefinition<Row>>, context: ConditionContext): Resolved<Row> | null {
  // Ids that have gone since the conditions were stored match nothing; that is no reason to refuse them.
  const problems = checkConditions(group, registry, { known: false })
  if (problems.length > 0) throw new ConditionsError(problems)
  return resolveGroup(group, registry, context, false)
}

function resolveGroup<Row>(group: ConditionGroup, registry: Registry<FieldDefinition<Row>>, context: ConditionContext, outside: boolean): Resolved<Row> | null {
  if (group.muted === true) return null
  const negated = outside !== (group.not === true)
  const parts = group.rules
    .map((node) => (isGroup(node) ? resolveGroup(node, registry, context, negated) : resolveRule(node, registry, context, negated)))
    .filter((part) => part !== null)
  if (parts.length === 0) return null
  return { kind: (group.combinator === 'and') === negated ? 'any' : 'all', parts }
}

function resolveRule<Row>(rule: ConditionRule, registry: Registry<FieldDefinition<Row>>, context: ConditionContext, negated: boolean): Resolved<Row> | null {
  if (rule.muted === true) return null
  const field = registry.get(rule.field)!
  const operator = rule.operator as Operator
  const positive = positiveOf[operator]
  return { kind: 'test', field, test: resolveTest(field, positive ?? operator, rule.value, context), negated: negated !== (positive !== undefined) }
}
