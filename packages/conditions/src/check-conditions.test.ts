// Guards the gate: whatever JSON comes, the check answers problems, each with its place and one sentence that says
// what to do, and what it lets through compiles.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkConditions } from './check-conditions.ts'
import { cleanConditions } from './clean-conditions.ts'
import { desk, queue } from './desk.fixture.ts'
import { fieldRegistry, operatorsOf } from './fields.ts'
import { limits, type ConditionGroup } from './group.ts'
import { ConditionsError } from './problems.ts'
import { readConditions } from './read-conditions.ts'
import { toPredicate } from './to-predicate.ts'
import { toSql } from './to-sql.ts'

const and = (...rules: unknown[]) => ({ combinator: 'and', rules })
const rule = (field: string, operator: string, value?: unknown, more: object = {}) => ({ field, operator, value, ...more })
const codes = (group: unknown, options = {}) => checkConditions(group, desk, options).map((p) => p.code)
const context = { now: new Date('2026-05-05T10:00:00Z'), timeZone: 'Europe/Warsaw', me: 'ewa' }
const nested = (levels: number): unknown => (levels === 1 ? and() : and(nested(levels - 1)))

describe('good conditions have no problem', () => {
  test.each<[string, unknown]>([
    ['nothing asked', and()],
    ['what react-querybuilder sends along', { id: 'r', path: [], combinator: 'or', not: false, rules: [{ id: 'x', path: [0], field: 'status', operator: '=', value: 'open', valueSource: 'value', disabled: true }] }],
    ['every kind of value', and(rule('subject', 'contains', 'ż'), rule('queue', 'in', [queue, '@none']), rule('owner', '=', '@me'), rule('reason', 'within', 'goods'), rule('reason', 'within', ['goods', 'x']), rule('reopened', 'between', [1, 1]), rule('at', '<', '2026-03-29T02:30:00+02:00'), rule('at', 'between', ['2026-03-01', '2026-03-31']), rule('at', 'withinLast', { amount: 36, unit: 'hours' }), rule('due', 'withinNext', { amount: 3, unit: 'days' }), rule('due', 'today'), rule('urgent', '=', true), rule('tags', 'containsAll', ['a']), rule('custom:weight', 'null'), rule('constructor', '=', 'x'))],
    ['the deepest', nested(limits.depth)],
    ['the most', and(...Array.from({ length: limits.nodes }, () => rule('status', '=', 'open')))],
    ['a muted rule whose field is gone', and(rule('gone', 'whatever', 1, { muted: true }))],
    ['a rule within a muted group', and({ ...and(rule('gone', '=', 1)), muted: true })],
  ])('%s', (_, group) => expect(checkConditions(group, desk)).toEqual([]))
})

describe('what is wrong is named', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'not-a-group'], ['a list', [], 'not-a-group'], ['a rule as root', rule('status', '=', 'open'), 'not-a-group'], ['rules that are no list', { combinator: 'and', rules: {} }, 'not-a-group'],
    ['another combinator', { combinator: 'xor', rules: [] }, 'wrong-combinator'], ['no combinator', { rules: [] }, 'wrong-combinator'],
    ['independent combinators', and(rule('status', '=', 'open'), 'and', rule('status', '=', 'new')), 'not-a-rule'], ['null as rule', and(null), 'not-a-rule'], ['a rule without field', and({ operator: '=' }), 'not-a-rule'],
    ['a "not" that is a word', { ...and(), not: 'false' }, 'wrong-flag'], ['a "muted" that is a number', and(rule('status', '=', 'open', { muted: 1 })), 'wrong-flag'],
    ['another field as value', and(rule('subject', '=', 'status', { valueSource: 'field' })), 'unsupported'], ['a match mode', and(rule('tags', 'containsAny', ['a'], { match: { mode: 'all' } })), 'unsupported'], ['an expression on the left', and(rule('subject', '=', 'a', { lhs: {} })), 'unsupported'],
    ['one level too many', nested(limits.depth + 1), 'too-deep'], ['a rule too many', and(...Array.from({ length: limits.nodes + 1 }, () => rule('status', '=', 'open'))), 'too-many'], ['a million empty groups', { ...and(), rules: Array.from({ length: 1_000_000 }, () => and()) }, 'too-many'],
    ['an unknown field', and(rule('colour', '=', 'red')), 'unknown-field'], ['a field called __proto__', and(rule('__proto__', '=', 'red')), 'unknown-field'], ['a field called toString', and(rule('toString', '=', 'red')), 'unknown-field'],
    ['an operator of another type', and(rule('status', 'contains', 'o')), 'unknown-operator'], ['an operator called constructor', and(rule('status', 'constructor', 'o')), 'unknown-operator'], ['an operator the field leaves out', and(rule('reopened', '!=', 1)), 'unknown-operator'], ['empty asked of what is never empty', and(rule('status', 'null')), 'unknown-operator'],
    ['a number in quotes', and(rule('reopened', '=', '1')), 'wrong-value'], ['no number', and(rule('reopened', '=', Number.NaN)), 'wrong-value'], ['infinity', and(rule('reopened', '>', Number.POSITIVE_INFINITY)), 'wrong-value'],
    ['forms of words where SQL is asked', and(rule('subject', 'mentions', 'umowa')), 'unknown-operator'],
    ['a list in one text', and(rule('reopened', 'in', '1,2')), 'wrong-value'], ['three values for between', and(rule('reopened', 'between', [1, 2, 3])), 'wrong-value'], ['from after to', and(rule('reopened', 'between', [2, 1])), 'reversed'], ['dates from after to', and(rule('due', 'between', ['2026-03-02', '2026-03-01'])), 'reversed'], ['instants from after to', and(rule('at', 'between', ['2026-03-01T12:00:00Z', '2026-03-01T12:30:00+01:00'])), 'reversed'],
    ['no value yet', and(rule('subject', 'contains', '')), 'empty-value'], ['only blanks', and(rule('subject', 'contains', ' \t')), 'empty-value'], ['only a combining mark', and(rule('subject', 'contains', '\u0301')), 'empty-value'], ['no list yet', and(rule('queue', 'in', [])), 'empty-list'], ['no between yet', and(rule('due', 'between', ['', ''])), 'empty-value'],
    ['too long a text', and(rule('subject', '=', 'x'.repeat(limits.textLength + 1))), 'too-long'], ['too long a list', and(rule('reopened', 'in', Array.from({ length: 201 }, (_, i) => i))), 'too-many'], ['NUL', and(rule('subject', '=', 'a\0b')), 'not-storable'], ['half an emoji', and(rule('subject', '=', '\ud83d')), 'not-storable'], ['NUL in a muted rule', and(rule('subject', '=', { a: ['\0'] }, { muted: true })), 'not-storable'],
    ['a day that there is not', and(rule('due', '=', '2026-02-29')), 'wrong-value'], ['a date with a time', and(rule('due', '=', '2026-02-28T00:00:00Z')), 'wrong-value'], ['an instant without offset', and(rule('at', '<', '2026-02-28T00:00:00')), 'wrong-value'], ['the year 0', and(rule('at', '<', '0000-01-01T00:00:00Z')), 'wrong-value'], ['the 61st second', and(rule('at', '<', '2026-02-28T00:00:61Z')), 'wrong-value'],
    ['an id that is none', and(rule('queue', '=', '1')), 'wrong-value'], ['an id in capitals', and(rule('queue', '=', 'ABCDEF01-0000-7000-8000-000000000001')), 'wrong-value'], ['me among queues', and(rule('reason', '=', '@me')), 'wrong-value'], ['nobody among tags', and(rule('tags', 'containsAny', ['@none'])), 'wrong-value'], ['an object as id', and(rule('owner', '=', { toString: 1 })), 'wrong-value'],
    ['a period in weeks', and(rule('at', 'withinLast', { amount: 1, unit: 'weeks' })), 'wrong-value'], ['hours of a date', and(rule('due', 'withinLast', { amount: 1, unit: 'hours' })), 'wrong-value'], ['half a day', and(rule('at', 'olderThan', { amount: 0.5, unit: 'days' })), 'wrong-value'], ['a negative period', and(rule('at', 'olderThan', { amount: -1, unit: 'days' })), 'wrong-value'], ['a thousand years', and(rule('at', 'olderThan', { amount: 365_000, unit: 'days' })), 'wrong-value'], ['a period in words', and(rule('at', 'olderThan', 'P1D')), 'empty-value'],
  ])('%s', (_, group, code) => {
    const problems = checkConditions(group, desk)
    expect(problems.map((p) => p.code)).toEqual(Array.isArray((group as ConditionGroup | undefined)?.rules) ? expect.arrayContaining([code]) : [code])
    for (const { sentence } of problems) expect(sentence).toMatch(/^[^\n]{10,300}\.$|\}\.$/)
    expect(() => toSql(group as ConditionGroup, desk, { bind: () => '$1', context })).toThrow(ConditionsError)
  })
})

test('a problem says where it is, and of which field', () => {
  const group = and(rule('status', '=', 'open'), { combinator: 'or', rules: [rule('subject', '=', 'x'), rule('reopened', '=', 'many')] })
  expect(checkConditions(group, desk)).toEqual([{ path: [1, 1], code: 'wrong-value', field: 'reopened', sentence: 'The condition on "reopened" asks for a number.' }])
})

test('a choice that there is not is refused; once stored, it matches nothing', () => {
  const group = and(rule('status', '=', 'gone'))
  expect(codes(group)).toEqual(['unknown-choice'])
  expect(codes(group, { known: false })).toEqual([])
  expect(toPredicate(group as ConditionGroup, desk, context)({ status: 'open' })).toBe(false)
})

test('a number out of range is refused with its range; stored before, it is asked as it stands', () => {
  const group = and(rule('reopened', '>', -5))
  expect(checkConditions(group, desk)).toMatchObject([{ path: [0], code: 'out-of-range', field: 'reopened', sentence: 'The condition on "reopened" asks for a number from 0 to 100000, and -5 is none of them.' }])
  expect(toPredicate(group as ConditionGroup, desk, context)({ reopened: 0 })).toBe(true)
  expect([rule('reopened', '=', 100_001), rule('reopened', '>', -1), rule('reopened', 'in', [1, -1]), rule('reopened', 'between', [-5, 5]), rule('reopened', 'between', [0, 100_000])].map((one) => codes(and(one)))).toEqual([['out-of-range'], ['out-of-range'], ['out-of-range'], ['out-of-range'], []])
  const half = fieldRegistry([{ name: 'n', type: 'number', range: { min: 0 } }, { name: 'm', type: 'number', range: { max: 5 } }])
  expect(checkConditions(and(rule('n', '=', -1), rule('m', '=', 6), rule('n', '=', 1e9)), half).map((p) => p.sentence)).toEqual([expect.stringContaining('a number 0 or more'), expect.stringContaining('a number 5 or less')])
})

test('an unknown field is answered with those there are; custom ones, which go by ids, are counted', () => {
  const registry = fieldRegistry([{ name: 'score', type: 'number' }, { name: 'fields.0195d000-0000-7000-8000-000000000001', type: 'text' }])
  expect(checkConditions(and(rule('tone', '=', 'low')), registry)[0]!.sentence).toBe('There is no field "tone": choose one of score (and 1 more).')
})

describe('words in their forms', () => {
  const spoken = fieldRegistry([{ name: 'text', type: 'text', mentions: () => () => true }])
  test('are offered first, where a predicate judges', () => expect(operatorsOf(spoken.get('text')!).slice(0, 3)).toEqual(['mentions', 'doesNotMention', 'contains']))
  test('and elsewhere refused with what to choose', () => expect(checkConditions(and(rule('subject', 'mentions', 'umowa')), desk)[0]!.sentence).toMatch(/^Forms of words are looked for only in rules that judge what comes in\. The field "subject" cannot be asked "mentions": choose one of contains,/))
  test('need a word', () => expect([checkConditions(and(rule('text', 'mentions', '+!')), spoken)[0]!.code, checkConditions(and(rule('text', 'mentions', 'C++')), spoken)]).toEqual(['empty-value', []]))
})

test('"me" is refused where nobody in particular asks', () => {
  expect(codes(and(rule('owner', 'in', ['@me'])), { me: false })).toEqual(['me-not-here'])
})

test('JSON as deep as it gets is answered, not fallen over', () => {
  let deep: unknown = and()
  for (let i = 0; i < 200_000; i++) deep = and(deep)
  expect(codes(deep)).toEqual(['too-deep'])
  let value: unknown = 1
  for (let i = 0; i < 200_000; i++) value = [value]
  expect(codes(and(rule('reopened', 'in', value), rule('reopened', 'in', value, { muted: true })))).toEqual(['wrong-value', 'not-storable'])
})

test('any JSON is answered; what passes compiles, and what does not throws the problems', () => {
  const loose = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, fc.jsonValue(), fc.record({ field: fc.constantFrom(...desk.keys(), '__proto__'), operator: fc.constantFrom('=', 'in', 'between', 'contains', 'null', 'today', 'olderThan', 'within', 'valueOf'), value: fc.oneof(fc.jsonValue(), fc.constantFrom('open', queue, '@me', ['a', 'b'], [1, 2], '2026-03-29', { amount: 1, unit: 'days' })), muted: fc.constantFrom(true, false) }, { requiredKeys: ['field', 'operator'] }), tie('group')),
    group: fc.record({ combinator: fc.constantFrom('and', 'or', 'AND'), not: fc.constantFrom(true, false), rules: fc.oneof(fc.array(tie('node'), { maxLength: 4 }), fc.jsonValue()) }, { requiredKeys: ['rules'] }),
  }))
  fc.assert(fc.property(fc.oneof(loose.group, loose.node), (json) => {
    const problems = checkConditions(json, desk)
    const compile = () => [toSql(json as ConditionGroup, desk, { bind: () => '$1', context }), toPredicate(json as ConditionGroup, desk, context)({})]
    if (problems.some((p) => p.code !== 'unknown-choice' && p.code !== 'out-of-range')) expect(compile).toThrow(ConditionsError)
    else expect(compile().map((one) => typeof one)).toEqual(['string', 'boolean'])
  }), { numRuns: 2000 })
})

describe('what is stored', () => {
  test('is what counts and nothing else', () => {
    const sent = { id: 'g', combinator: 'and', not: false, extra: '\0', rules: [{ id: 'r', path: [0], field: 'at', operator: 'withinLast', value: { amount: 1, unit: 'days', more: '\0' }, valueSource: 'value' }, { field: 'owner', operator: 'null', value: '\0', muted: true }, and(rule('subject', '=', 'x'))] }
    const stored = { combinator: 'and', rules: [{ field: 'at', operator: 'withinLast', value: { amount: 1, unit: 'days' } }, { field: 'owner', operator: 'null', muted: true }, and(rule('subject', '=', 'x'))] }
    expect(cleanConditions(sent as unknown as ConditionGroup)).toEqual(stored)
    expect(readConditions({ ...stored, extra: 1 }, desk)).toEqual(stored)
    expect(() => readConditions(and(rule('a', '=', 1), rule('b', '=', 1)), desk)).toThrow('There is no field "a": choose one of subject, status, queue, owner, reason, reopened, at, due, urgent, tags, custom:weight, constructor. There is no field "b"')
  })
})

describe('the registry', () => {
  test('refuses two fields of one name and operators that the type does not have', () => {
    expect(() => fieldRegistry([{ name: 'a', type: 'text' }, { name: 'a', type: 'date' }])).toThrow('Two fields are called "a".')
    expect(() => fieldRegistry([{ name: 'a', type: 'boolean', operators: ['contains'] }])).toThrow('no operator "contains"')
  })
  test('offers emptiness only of what can be empty', () => {
    expect(operatorsOf({ name: 'a', type: 'boolean' })).toEqual(['=', '!=', 'null', 'notNull'])
    expect(operatorsOf({ name: 'a', type: 'boolean', nullable: false })).toEqual(['=', '!='])
  })
})
