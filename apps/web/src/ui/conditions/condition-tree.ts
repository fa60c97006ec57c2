// What the builder does to a rule group. Pure, so that it can be tried without a browser. The format is the one of
// @kontuar/conditions; the builder itself shows `=` and `!=` of a choice as a list of one, which means the same.
import { operatorShapes, type ConditionGroup, type ConditionRule, type Operator, type ValueShape } from '@kontuar/conditions'
import type { ConditionField, Conditions } from '@kontuar/contracts'

export type Node = ConditionRule | ConditionGroup
export type Path = readonly number[]
export const isGroup = (node: unknown): node is ConditionGroup => typeof node === 'object' && node !== null && Array.isArray((node as { rules?: unknown }).rules)
export const nothing: Conditions = { combinator: 'and', rules: [] }

const idTypes = new Set<ConditionField['type']>(['choice', 'person', 'tree'])
export const isIdField = (field: ConditionField | undefined): boolean => field !== undefined && idTypes.has(field.type)
export const shapeOf = (operator: string): ValueShape => (Object.hasOwn(operatorShapes, operator) ? operatorShapes[operator as Operator] : 'one')

/** Operators to offer, fewest first: what `in` and `notIn` say is not offered twice. */
export function offered(field: ConditionField, current: string): string[] {
  const doubled = isIdField(field) && field.operators.includes('in') ? ['=', '!='] : field.type === 'number' ? ['in', 'notIn', 'notBetween'] : field.type === 'date' || field.type === 'instant' ? ['notBetween'] : []
  return field.operators.filter((operator) => operator === current || !doubled.includes(operator))
}

/** `=` of a choice becomes a list of one; everything else stays. */
export function forEditing(node: Node, fields: ReadonlyMap<string, ConditionField>): Node {
  if (isGroup(node)) return { ...node, rules: node.rules.map((child) => forEditing(child, fields)) }
  const field = fields.get(node.field)
  const listed = node.operator === '=' ? 'in' : node.operator === '!=' ? 'notIn' : null
  if (listed === null || !field || !isIdField(field) || !field.operators.includes(listed)) return node
  return { ...node, operator: listed, value: typeof node.value === 'string' && node.value !== '' ? [node.value] : [] }
}

/** Without the ids by which the builder tells rows apart. */
export function forSaving(node: Node): Node {
  if (isGroup(node)) return { combinator: node.combinator, ...(node.not ? { not: true } : {}), ...(node.muted ? { muted: true } : {}), rules: node.rules.map(forSaving) }
  const { field, operator, value, muted } = node
  return { field, operator, ...(shapeOf(operator) === 'none' || value === undefined ? {} : { value }), ...(muted ? { muted: true } : {}) }
}

export function emptyValue(field: ConditionField | undefined, operator: string): unknown {
  switch (shapeOf(operator)) {
    case 'none': return undefined
    case 'two': return ['', '']
    case 'list': case 'oneOrList': return []
    case 'period': return { amount: field?.type === 'date' ? 7 : 2, unit: field?.type === 'date' ? 'days' : 'hours' }
    default: return field?.type === 'boolean' ? true : ''
  }
}

/** A rule for this field, with the operator one most likely wants. */
export function ruleFor(field: ConditionField): ConditionRule {
  const operator = offered(field, '')[0] ?? '='
  return { field: field.name, operator, value: emptyValue(field, operator) }
}

/** Another operator keeps the value where it still has sense. */
export function withOperator(rule: ConditionRule, operator: string, field: ConditionField | undefined): ConditionRule {
  const [before, now] = [shapeOf(rule.operator), shapeOf(operator)]
  const list = (shape: ValueShape) => shape === 'list' || shape === 'oneOrList'
  return { ...rule, operator, value: before === now || (list(before) && list(now)) ? rule.value : emptyValue(field, operator) }
}

export function changeAt<T extends Node>(root: T, path: Path, change: (node: Node) => Node): T {
  const [first, ...rest] = path
  if (first === undefined) return change(root) as T
  if (!isGroup(root)) return root
  return { ...root, rules: root.rules.map((child, index) => (index === first ? changeAt(child, rest, change) : child)) }
}

export const rulesIn = (node: unknown): ConditionRule[] => (isGroup(node) ? node.rules.flatMap(rulesIn) : typeof node === 'object' && node !== null && 'field' in node ? [node as ConditionRule] : [])
