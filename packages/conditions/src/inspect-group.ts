// What a group of conditions rests on, without compiling it. Muted parts do not count.
import { activeRules, isGroup, type ConditionGroup } from './group.ts'
import { relativeOperators } from './operators.ts'

/** Names of the fields asked about. */
export function fieldsUsed(group: ConditionGroup): Set<string> {
  return new Set(activeRules(group).map((rule) => rule.field))
}

/** Whether the answer for a row may change though the row does not. */
export function usesRelativeTime(group: ConditionGroup): boolean {
  return activeRules(group).some((rule) => relativeOperators.has(rule.operator))
}

/** Whether different people may get different answers. */
export function usesMe(group: ConditionGroup): boolean {
  return activeRules(group).some(({ value }) => value === '@me' || (Array.isArray(value) && value.includes('@me')))
}

/**
 * The one value that the field must have because a rule right under an `and` root says so with `=`, or `in` with
 * one value (`@me` and `@none` as written); undefined when no rule does, or two contradict each other.
 */
export function topLevelEquals(group: ConditionGroup, field: string): string | number | boolean | undefined {
  if (group.not === true || group.muted === true || group.combinator !== 'and') return undefined
  const values = group.rules.flatMap((node) => {
    if (isGroup(node) || node.muted === true || node.field !== field) return []
    if (node.operator === '=') return [node.value]
    return node.operator === 'in' && Array.isArray(node.value) && node.value.length === 1 ? [node.value[0] as unknown] : []
  })
  const [value] = new Set(values).size === 1 ? values : []
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}
