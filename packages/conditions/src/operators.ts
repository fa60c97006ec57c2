/*
 * Operators, under react-querybuilder's names where it has one. Every negative operator is the exact complement of
 * its positive one, so it is true of an empty field: "reason is not X" means to include tickets without a reason.
 */
import type { FieldType } from './fields.ts'

/** What stands in `value`: nothing, one value, two in an array, an array, one or an array, or {amount, unit}. */
export type ValueShape = 'none' | 'one' | 'two' | 'list' | 'oneOrList' | 'period'

export const operatorShapes = {
  '=': 'one', '!=': 'one', '<': 'one', '<=': 'one', '>': 'one', '>=': 'one',
  between: 'two', notBetween: 'two', in: 'list', notIn: 'list',
  contains: 'one', doesNotContain: 'one', beginsWith: 'one', doesNotBeginWith: 'one', endsWith: 'one', doesNotEndWith: 'one', mentions: 'one', doesNotMention: 'one',
  null: 'none', notNull: 'none',
  within: 'oneOrList', notWithin: 'oneOrList',
  containsAny: 'list', containsAll: 'list', containsNone: 'list',
  withinLast: 'period', withinNext: 'period', olderThan: 'period', laterThan: 'period', today: 'none',
} as const satisfies Record<string, ValueShape>

export type Operator = keyof typeof operatorShapes

export const positiveOf: Partial<Record<Operator, Operator>> = {
  '!=': '=', notBetween: 'between', notIn: 'in', doesNotContain: 'contains', doesNotBeginWith: 'beginsWith', doesNotEndWith: 'endsWith', doesNotMention: 'mentions',
  notNull: 'null', notWithin: 'within', containsNone: 'containsAny',
}

const id = ['=', '!=', 'in', 'notIn', 'null', 'notNull'] as const
const order = ['<', '<=', '>', '>=', 'between', 'notBetween'] as const
const relative = ['today', 'withinLast', 'withinNext', 'olderThan', 'laterThan'] as const

export const operatorsOfType: Record<FieldType, readonly Operator[]> = {
  text: ['contains', 'doesNotContain', '=', '!=', 'beginsWith', 'doesNotBeginWith', 'endsWith', 'doesNotEndWith', 'in', 'notIn', 'null', 'notNull'],
  choice: id,
  person: id,
  tree: ['within', 'notWithin', ...id],
  choices: ['containsAny', 'containsAll', 'containsNone', 'null', 'notNull'],
  number: ['=', '!=', ...order, 'in', 'notIn', 'null', 'notNull'],
  instant: [...relative, ...order, '=', '!=', 'null', 'notNull'],
  date: [...relative, ...order, '=', '!=', 'null', 'notNull'],
  boolean: ['=', '!=', 'null', 'notNull'],
}

/** Of texts that are only judged by a predicate: PostgreSQL knows no forms of words. */
export const byWordForms = ['mentions', 'doesNotMention'] as const satisfies readonly Operator[]

export function isOperator(name: string): name is Operator {
  return Object.hasOwn(operatorShapes, name)
}

export const relativeOperators: ReadonlySet<string> = new Set<Operator>(relative)
