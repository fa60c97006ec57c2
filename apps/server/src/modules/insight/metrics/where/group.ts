// Groups of conditions put together.
import type { ConditionGroup, ConditionRule } from '@kontuar/conditions'

export const isGroup = (node: ConditionRule | ConditionGroup): node is ConditionGroup => 'rules' in node && Array.isArray(node.rules)

/** All of them hold; null: nothing is asked. */
export function allOf(...groups: (ConditionGroup | null | undefined)[]): ConditionGroup | null {
  const asked = groups.filter((group) => group !== null && group !== undefined)
  return asked.length === 0 ? null : asked.length === 1 ? asked[0]! : { combinator: 'and', rules: asked }
}

export const isOne = (field: string, value: string): ConditionGroup => ({ combinator: 'and', rules: [{ field, operator: '=', value }] })
