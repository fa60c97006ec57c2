// Guards what conditions mean to people: what counts as empty, what "not" includes, what a day and "the last two
// hours" are. That SQL means the same is guarded with a database (platform/conditions of the server).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { desk, queue, type Ticket } from './desk.fixture.ts'
import { fieldRegistry, type FieldDefinition } from './fields.ts'
import type { ConditionGroup, ConditionRule } from './group.ts'
import { findPhrase } from './mentions/index.ts'
import { operatorShapes, positiveOf } from './operators.ts'
import { toPredicate } from './to-predicate.ts'
import { toSql } from './to-sql.ts'
import { whatHeld } from './what-held.ts'

const context = { now: new Date('2026-03-29T10:00:00Z'), timeZone: 'Europe/Warsaw', me: 'ewa' }
const holds = (ticket: Ticket, group: ConditionGroup, other: Partial<typeof context> = {}) => toPredicate(group, desk, { ...context, ...other })(ticket)
const rule = (ticket: Ticket, field: string, operator: string, value?: unknown, other: Partial<typeof context> = {}) => holds(ticket, { combinator: 'and', rules: [{ field, operator, value }] }, other)

describe('an empty field', () => {
  const empties: [string, Ticket[], unknown][] = [
    ['subject', [{}, { subject: null }, { subject: '' }], 'x'], ['queue', [{}, { queue: null }], queue], ['owner', [{}], 'jan'], ['reason', [{}], 'goods'], ['at', [{}, { at: new Date(Number.NaN) }], '2026-03-29'],
    ['due', [{}], '2026-03-29'], ['urgent', [{}], false], ['tags', [{}, { tags: [] }], 'a'], ['custom:weight', [{}, { fields: { weight: '5' } }, { fields: [] }, { fields: { weight: {} } }], 5],
  ]
  test.each(empties)('%s answers "null" with true, and every negative operator with true', (name, tickets, value) => {
    for (const ticket of tickets) {
      expect(rule(ticket, name, 'null')).toBe(true)
      for (const [negative, positive] of Object.entries(positiveOf)) {
        const shape = operatorShapes[positive]
        const values = shape === 'one' ? value : shape === 'two' ? [value, value] : [value]
        if (!askable(name, negative, values) || negative === 'notNull') continue
        expect([negative, rule(ticket, name, negative, values)]).toEqual([negative, true])
        expect([positive, rule(ticket, name, positive, values)]).toEqual([positive, false])
      }
    }
  })
  const askable = (field: string, operator: string, value: unknown) => {
    try {
      return rule({}, field, operator, value) !== undefined
    } catch {
      return false
    }
  }
  test('is neither before nor after anything', () => {
    for (const operator of ['<', '<=', '>', '>=']) expect(rule({}, 'at', operator, '2026-03-29')).toBe(false)
    for (const operator of ['withinLast', 'withinNext', 'olderThan', 'laterThan']) expect(rule({}, 'at', operator, { amount: 0, unit: 'days' })).toBe(false)
  })
  test('a box that was never ticked is not ticked', () => {
    expect(rule({ urgent: null }, 'urgent', '=', false)).toBe(false)
    expect(rule({ urgent: null }, 'urgent', '!=', true)).toBe(true)
  })
})

describe('a text', () => {
  test.each<[string, string, string, boolean]>([
    ['Reklamacja', '=', 'REKLAMACJA', true], ['Zażółć gęślą', 'contains', 'zolc ges', true], ['Zaz\u0307o\u0301łc\u0301', 'beginsWith', 'ZAŻÓŁĆ', true], ['Łódź', 'endsWith', 'odz', true], ['Ёлка', '=', 'елка', true],
    ['мой', '=', 'мои', false], ['мои\u0306', '=', 'МОЙ', true], ['a%b', 'contains', '%', true], ['ab', 'contains', 'a_', false], ['w\u00a0domu', 'contains', 'w domu', true], ['👩‍👩‍👧', 'contains', '👩', true], ['straße', '=', 'strasse', false], ['ab', 'doesNotEndWith', 'b', false],
  ])('"%s" %s "%s": %s', (subject, operator, value, answer) => expect(rule({ subject }, 'subject', operator, value)).toBe(answer))
})

describe('ids', () => {
  test('"me" is the person who asks, "none" an empty field', () => {
    expect(rule({ owner: 'ewa' }, 'owner', '=', '@me')).toBe(true)
    expect(rule({ owner: 'jan' }, 'owner', 'in', ['@me', '@none'])).toBe(false)
    expect(rule({}, 'owner', 'in', ['@me', '@none'])).toBe(true)
    expect(rule({}, 'owner', '!=', '@none')).toBe(false)
    expect(rule({}, 'owner', 'notIn', ['@none', 'jan'])).toBe(false)
  })
  test('when nobody asks, nobody is "me"', () => {
    const nobody = { ...context, me: null }
    const ask = (operator: string) => toPredicate({ combinator: 'and', rules: [{ field: 'owner', operator, value: '@me' }] }, desk, nobody)
    expect([ask('=')({ owner: 'ewa' }), ask('=')({}), ask('!=')({ owner: 'ewa' }), ask('!=')({})]).toEqual([false, false, true, true])
  })
  test('within a node of a tree are the node and all below', () => {
    expect(['goods', 'late', 'other'].map((reason) => rule({ reason }, 'reason', 'within', 'goods'))).toEqual([true, true, false])
    expect(['goods', 'late', 'other'].map((reason) => rule({ reason }, 'reason', 'notWithin', ['goods', 'x']))).toEqual([false, false, true])
    expect(rule({ reason: 'late' }, 'reason', '=', 'goods')).toBe(false)
  })
})

describe('time', () => {
  const at = (iso: string) => ({ at: new Date(iso) })
  test('a date is the whole day of the zone, 23 hours long in the night when clocks go forward', () => {
    expect(['2026-03-28T22:59:59.999Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59.999Z', '2026-03-29T22:00:00Z'].map((iso) => rule(at(iso), 'at', '=', '2026-03-29'))).toEqual([false, true, true, false])
    expect(['2026-03-28T23:00:00Z', '2026-03-29T21:59:59.999Z'].map((iso) => rule(at(iso), 'at', 'today'))).toEqual([true, true])
    expect(rule(at('2026-03-29T22:00:00Z'), 'at', 'today', undefined, { timeZone: 'America/New_York' })).toBe(true)
  })
  test('"until 31 March" includes 31 March, "after" begins with 1 April', () => {
    const late = at('2026-03-31T21:59:59.999Z')
    expect([rule(late, 'at', '<=', '2026-03-31'), rule(late, 'at', '<', '2026-03-31'), rule(late, 'at', '>', '2026-03-31'), rule(late, 'at', '>=', '2026-03-31'), rule(late, 'at', 'between', ['2026-03-01', '2026-03-31'])]).toEqual([true, false, false, true, true])
  })
  test('two hours are 120 minutes, and a day 24 hours', () => {
    expect(['2026-03-29T07:59:59.999Z', '2026-03-29T08:00:00Z', '2026-03-29T10:00:00Z', '2026-03-29T10:00:00.001Z'].map((iso) => rule(at(iso), 'at', 'withinLast', { amount: 2, unit: 'hours' }))).toEqual([false, true, true, false])
    expect(['2026-03-28T10:00:00Z', '2026-03-28T09:59:59.999Z'].map((iso) => rule(at(iso), 'at', 'olderThan', { amount: 1, unit: 'days' }))).toEqual([false, true])
  })
  test('days of a date count from today in the zone, today included', () => {
    const night = { now: new Date('2026-03-28T23:30:00Z') }
    expect(['2026-03-28', '2026-03-29', '2026-03-31', '2026-04-01'].map((due) => rule({ due }, 'due', 'withinNext', { amount: 2, unit: 'days' }, night))).toEqual([false, true, true, false])
    expect(rule({ due: '2026-03-29' }, 'due', 'today', undefined, night)).toBe(true)
  })
  test('past and future are each cut in two without gap or overlap', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.nat(3), (offset, amount) => {
      const ticket = { at: context.now.getTime() + offset }
      const [last, next, older, later] = ['withinLast', 'withinNext', 'olderThan', 'laterThan'].map((o) => rule(ticket, 'at', o, { amount, unit: 'minutes' }))
      expect([last, older].filter(Boolean)).toHaveLength(offset <= 0 ? 1 : 0)
      expect([next, later].filter(Boolean)).toHaveLength(offset >= 0 ? 1 : 0)
    }))
  })
})

describe('groups', () => {
  const open: ConditionRule = { field: 'status', operator: '=', value: 'open' }
  const nothing: ConditionGroup = { combinator: 'and', rules: [] }
  test.each<[string, ConditionGroup, boolean, boolean]>([
    ['nothing asked is true', nothing, true, true], ['also of "or"', { combinator: 'or', rules: [] }, true, true], ['also of "not"', { ...nothing, not: true }, true, true],
    ['an empty group within "or" says nothing', { combinator: 'or', rules: [open, nothing, { ...nothing, not: true }] }, true, false],
    ['a muted rule says nothing', { combinator: 'or', rules: [open, { ...open, operator: '!=', muted: true }] }, true, false],
    ['so does a muted group, and one where all is muted', { combinator: 'or', rules: [open, { combinator: 'and', rules: [{ ...open, muted: true }] }, { combinator: 'and', muted: true, not: true, rules: [open] }] }, true, false],
    ['a muted root is true', { combinator: 'and', muted: true, rules: [open] }, true, true],
    ['not', { combinator: 'and', not: true, rules: [open] }, false, true], ['not not', { combinator: 'and', not: true, rules: [{ combinator: 'or', not: true, rules: [open] }] }, true, false],
    ['not of and', { combinator: 'and', not: true, rules: [open, { field: 'urgent', operator: '=', value: true }] }, true, true],
    ['not of or', { combinator: 'or', not: true, rules: [open, { field: 'urgent', operator: '=', value: true }] }, false, true],
  ])('%s', (_, group, ofOpen, ofNew) => expect([holds({ status: 'open' }, group), holds({ status: 'new' }, group)]).toEqual([ofOpen, ofNew]))
})

describe('words in any of their forms', () => {
  const spoken = fieldRegistry<FieldDefinition<{ text: string | null }>>([{ name: 'text', type: 'text', sql: 'null', read: (row) => row.text, mentions: findPhrase }])
  const asked = (text: string | null, operator: string, value: string) => toPredicate({ combinator: 'and', rules: [{ field: 'text', operator, value }] }, spoken, context)({ text })
  test.each<[string | null, string, string, boolean]>([
    ['Chcę złożyć reklamację', 'mentions', 'reklamacja', true], ['Chcę złożyć reklamację', 'doesNotMention', 'reklamacja', false], ['Dzień dobry', 'doesNotMention', 'reklamacja', true], [null, 'mentions', 'reklamacja', false], ['', 'doesNotMention', 'reklamacja', true], ['Chcę złożyć reklamację', 'contains', 'reklamacja', false],
  ])('"%s" %s "%s": %s', (text, operator, value, answer) => expect(asked(text, operator, value)).toBe(answer))
  test('are never asked in SQL', () => expect(() => toSql({ combinator: 'and', rules: [{ field: 'text', operator: 'mentions', value: 'umowa' }] }, spoken, { bind: () => '$1', context })).toThrow(/compile these conditions to a predicate/))
})

describe('what held', () => {
  const held = (ticket: Ticket, group: ConditionGroup) => whatHeld(group, desk, context)(ticket).map((r) => r.value)
  const is = (field: string, operator: string, value: unknown): ConditionRule => ({ field, operator, value })
  test.each<[string, ConditionGroup, unknown[]]>([
    ['all of "and"', { combinator: 'and', rules: [is('status', '=', 'open'), is('subject', 'contains', 'buty')] }, ['open', 'buty']],
    ['those that hold of "or"', { combinator: 'or', rules: [is('status', '=', 'new'), is('subject', 'contains', 'buty'), { combinator: 'and', rules: [is('status', '=', 'open'), is('subject', 'contains', 'kurtka')] }] }, ['buty']],
    ['nothing that is not there', { combinator: 'and', rules: [is('status', '!=', 'new'), { combinator: 'or', not: true, rules: [is('subject', 'contains', 'kurtka')] }] }, []],
    ['nothing muted', { combinator: 'and', rules: [{ ...is('status', '=', 'open'), muted: true }, is('subject', 'contains', 'buty')] }, ['buty']],
    ['nothing when they do not hold', { combinator: 'and', rules: [is('status', '=', 'open'), is('subject', 'contains', 'kurtka')] }, []],
  ])('%s', (_, group, values) => expect(held({ status: 'open', subject: 'Zepsute buty' }, group)).toEqual(values))
})
