import type { FieldDefinition, Registry } from './fields.ts'
import { activeRules, isGroup, type ConditionGroup, type ConditionRule } from './group.ts'
import { positiveOf, type Operator } from './operators.ts'
import type { ConditionContext } from './resolve.ts'
import { toPredicate } from './to-predicate.ts'

/**
 * Of a row for which the conditions are true, the rules that were found in it, to say why: of "or" those that hold. What a row has not ("is
 * not", and all under a "not") is nothing that was found. Compiled at the first row, since most conditions never have to be explained.
 * @throws ConditionsError when the conditions would not pass checkConditions.
 */
export function whatHeld<Row>(group: ConditionGroup, registry: Registry<FieldDefinition<Row>>, context: ConditionContext): (row: Row) => ConditionRule[] {
  let find: ((row: Row) => ConditionRule[]) | null = null
  return (row) => (find ??= finderOf(group, registry, context))(row)
}

function finderOf<Row>(node: ConditionGroup | ConditionRule, registry: Registry<FieldDefinition<Row>>, context: ConditionContext): (row: Row) => ConditionRule[] {
  if (activeRules(node).length === 0) return () => []
  const holds = toPredicate(isGroup(node) ? node : { combinator: 'and', rules: [node] }, registry, context)
  if (!isGroup(node)) return positiveOf[node.operator as Operator] === undefined ? (row) => (holds(row) ? [node] : []) : () => []
  if (node.not === true) return () => []
  const parts = node.rules.map((child) => finderOf(child, registry, context))
  return (row) => (holds(row) ? parts.flatMap((part) => part(row)) : [])
}
