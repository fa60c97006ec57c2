// Guards what the builder does to conditions: opening and saving changes no meaning, and a sentence says what is asked.
import type { ConditionField } from '@kontuar/contracts'
import { describe, expect, test } from 'vitest'
import { ApiProblem } from '../../api/problem.ts'
import { checkHere, problemsAt, serverProblems } from './condition-problems.ts'
import { changeAt, forEditing, forSaving, offered, ruleFor, withOperator, type Node } from './condition-tree.ts'
import { sentenceOf } from './sentence.ts'

const field = (name: string, type: ConditionField['type'], operators: string[], choices: string | null = null): ConditionField => ({ name, label: name, custom: false, type, operators, choices, options: [] })
const status = field('status', 'choice', ['=', '!=', 'in', 'notIn', 'null', 'notNull'], 'statuses')
const due = field('dueAt', 'instant', ['today', 'withinLast', 'withinNext', '<', 'between'])
const subject = field('subject', 'text', ['contains', '='])
const hour = { ...field('hour', 'number', ['=', '<']), range: { min: 0, max: 23 } }
const words = field('text', 'text', ['mentions', 'doesNotMention', 'contains'])
const fields = [status, due, subject, hour, words]
const byName = new Map(fields.map((each) => [each.name, each]))

describe('opening and saving', () => {
  test.each<[string, Node, Node]>([
    ['one choice becomes a list of one', { field: 'status', operator: '=', value: 'new' }, { field: 'status', operator: 'in', value: ['new'] }],
    ['one excluded choice likewise', { field: 'status', operator: '!=', value: 'new' }, { field: 'status', operator: 'notIn', value: ['new'] }],
    ['a text stays', { field: 'subject', operator: '=', value: 'x' }, { field: 'subject', operator: '=', value: 'x' }],
    ['a field that is gone stays', { field: 'old', operator: '=', value: 'x' }, { field: 'old', operator: '=', value: 'x' }],
  ])('%s', (_, stored, shown) => expect(forSaving(forEditing(stored, byName))).toEqual(shown))

  test('ids of the builder and values of operators without one are not saved', () => {
    const group = { id: 'g', combinator: 'and', not: false, rules: [{ id: 'r', field: 'status', operator: 'null', value: '' }] }
    expect(forSaving(group as Node)).toEqual({ combinator: 'and', rules: [{ field: 'status', operator: 'null' }] })
  })

  test('a change at a path touches nothing else', () => {
    const group: Node = { combinator: 'and', rules: [{ field: 'a', operator: '=', value: 1 }, { combinator: 'or', rules: [{ field: 'b', operator: '=', value: 2 }] }] }
    const changed = changeAt(group, [1, 0], (node) => ({ ...node, value: 3 }))
    expect(changed).toEqual({ combinator: 'and', rules: [group.rules[0], { combinator: 'or', rules: [{ field: 'b', operator: '=', value: 3 }] }] })
  })
})

test('a text that may be asked for words begins with them; a number out of range says its range', () => {
  expect(ruleFor(words)).toEqual({ field: 'text', operator: 'mentions', value: '' })
  expect(checkHere({ combinator: 'and', rules: [{ field: 'text', operator: 'mentions', value: 'adwokat' }, { field: 'hour', operator: '=', value: 25 }] }, fields)).toEqual([{ path: [1], code: 'out-of-range', range: { min: 0, max: 23 } }])
})

test('another operator keeps the value where it has sense', () => {
  const rule = { field: 'status', operator: 'in', value: ['new'] }
  expect(withOperator(rule, 'notIn', status).value).toEqual(['new'])
  expect(withOperator(rule, 'null', status).value).toBeUndefined()
  expect(withOperator({ field: 'dueAt', operator: 'today' }, 'withinNext', due).value).toEqual({ amount: 2, unit: 'hours' })
})

test('what "in" says is not offered twice, unless it stands there', () => {
  expect(offered(status, 'in')).toEqual(['in', 'notIn', 'null', 'notNull'])
  expect(offered(status, '=')).toContain('=')
  expect(ruleFor(status)).toEqual({ field: 'status', operator: 'in', value: [] })
})

describe('problems', () => {
  test('what is incomplete is found before saving, at its place', () => {
    const problems = checkHere({ combinator: 'and', rules: [{ field: 'status', operator: 'in', value: [] }, { combinator: 'or', rules: [{ field: 'gone', operator: '=', value: 1 }] }] }, fields)
    expect(problems).toEqual([{ path: [0], code: 'empty-list' }, { path: [1, 0], code: 'unknown-field' }])
    expect(problemsAt(problems, [1, 0])).toHaveLength(1)
  })
  test.each([['conditions.rules.0.rules.1', [0, 1]], ['conditions.0.1', [0, 1]], ['conditions', []], ['definition.conditions.2', [2]]])('the server names %s', (name, path) => {
    expect(serverProblems(new ApiProblem('invalid-input', 400, 'No.', { fields: { [name]: 'Choose another.', name: 'Too long.' } }))).toEqual([{ path, sentence: 'Choose another.' }])
  })
})

test.each<[Node, string]>([
  [{ combinator: 'and', rules: [{ field: 'status', operator: 'in', value: ['new', 'open'] }, { field: 'subject', operator: 'contains', value: 'x' }] }, 'status in new or open and subject contains x'],
  [{ combinator: 'or', rules: [{ field: 'subject', operator: 'contains', value: 'x' }, { combinator: 'and', rules: [{ field: 'a', operator: '=', value: 1 }, { field: 'b', operator: '=', value: 2 }] }] }, 'subject contains x or (a = 1 and b = 2)'],
  [{ combinator: 'and', not: true, rules: [{ field: 'a', operator: '=', value: 1 }] }, 'not a = 1'],
  [{ combinator: 'and', rules: [{ field: 'a', operator: '=', value: 1, muted: true }] }, ''],
  [{ field: 'dueAt', operator: 'withinNext', value: { amount: 2, unit: 'hours' } }, 'dueAt withinNext 2 hours'],
])('the sentence of %j', (group, said) => {
  expect(sentenceOf(group, { locale: 'en', rule: (rule, values) => `${rule.field} ${rule.operator} ${values}`, value: (_, one) => String(one), period: (amount, unit) => `${amount} ${unit}`, not: (inside) => `not ${inside}` })).toBe(said)
})
