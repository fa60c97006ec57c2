import { isGroup, type ConditionGroup, type ConditionRule } from './group.ts'
import { operatorShapes, type Operator } from './operators.ts'

/**
 * Checked conditions with nothing in them but what counts, ready to be stored and compared: react-querybuilder's
 * ids and paths are left out (it gives new ones), and so is whatever else a caller may have sent along.
 */
export function cleanConditions(group: ConditionGroup): ConditionGroup {
  return {
    combinator: group.combinator,
    ...(group.not === true ? { not: true } : {}),
    ...(group.muted === true ? { muted: true } : {}),
    rules: group.rules.map((node) => (isGroup(node) ? cleanConditions(node) : cleanRule(node))),
  }
}

function cleanRule({ field, operator, value, muted }: ConditionRule): ConditionRule {
  return { field, operator, ...cleanValue(operator, value), ...(muted === true ? { muted: true } : {}) }
}

function cleanValue(operator: string, value: unknown): { value?: unknown } {
  const shape = Object.hasOwn(operatorShapes, operator) ? operatorShapes[operator as Operator] : 'one'
  if (shape === 'none' || value === undefined) return {}
  if (shape !== 'period' || typeof value !== 'object' || value === null) return { value }
  const { amount, unit } = value as { amount?: unknown; unit?: unknown }
  return { value: { amount, unit } }
}
