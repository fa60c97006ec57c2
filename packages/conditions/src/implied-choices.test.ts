// Guards what is known of conditions without asking a row. A view that is thought to leave out closed tickets and
// does not would hide them from its counter: what is implied must hold of every row that matches.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { desk, statuses, type Ticket } from './desk.fixture.ts'
import type { ConditionGroup, ConditionRule } from './group.ts'
import { implies, impliedChoices } from './implied-choices.ts'
import { fieldsUsed, topLevelEquals, usesMe, usesRelativeTime } from './inspect-group.ts'
import { toPredicate } from './to-predicate.ts'

const rule = (field: string, operator: string, value?: unknown): ConditionRule => ({ field, operator, value })
const and = (...rules: ConditionGroup['rules']): ConditionGroup => ({ combinator: 'and', rules })
const or = (...rules: ConditionGroup['rules']): ConditionGroup => ({ combinator: 'or', rules })
const [open, closed, urgent] = [rule('status', '=', 'open'), rule('status', '=', 'closed'), rule('urgent', '=', true)]

describe('the choices that conditions leave', () => {
  test.each<[string, ConditionGroup, string[] | null, string[] | null]>([
    ['nothing asked', and(), null, null], ['one', and(open), ['open'], ['open']], ['one of two', or(open, closed), ['open', 'closed'], ['open', 'closed']], ['one or something else', or(open, urgent), null, null],
    ['one and something else', and(open, urgent), ['open'], ['open']], ['two at once', and(open, closed), [], []], ['not one', and(rule('status', '!=', 'closed')), null, ['new', 'open', 'waiting']],
    ['not in a list', and(rule('status', 'notIn', ['closed', 'new'])), null, ['open', 'waiting']], ['not on the group', { ...or(closed, urgent), not: true }, null, ['new', 'open', 'waiting']], ['not of both', { ...and(closed, urgent), not: true }, null, null],
    ['a muted limit', and({ ...open, muted: true }), null, null], ['an empty group beside', or(open, and()), ['open'], ['open']], ['a muted root', { ...and(open), muted: true }, null, null],
  ])('%s', (_, group, bare, withAll) => {
    const sorted = (set: Set<string> | null) => set && [...set].sort()
    expect(sorted(impliedChoices(group, 'status'))).toEqual(bare && bare.toSorted())
    expect(sorted(impliedChoices(group, 'status', statuses))).toEqual(withAll && withAll.toSorted())
  })
  test('emptiness is a choice, and "me" says nothing', () => {
    expect(impliedChoices(and(rule('queue', 'null')), 'queue')).toEqual(new Set(['@none']))
    expect(impliedChoices(and(rule('queue', 'notNull')), 'queue', ['a', '@none'])).toEqual(new Set(['a']))
    expect(impliedChoices(and(rule('owner', '=', '@me'), rule('owner', '=', 'ewa')), 'owner')).toEqual(new Set(['ewa']))
  })
  test('they are asked as yes or perhaps not', () => {
    expect(implies(and(open), 'status', ['open', 'new'])).toBe(true)
    expect(implies(and(rule('status', '!=', 'closed')), 'status', ['new', 'open', 'waiting'])).toBe(false)
    expect(implies(and(rule('status', '!=', 'closed')), 'status', ['new', 'open', 'waiting'], statuses)).toBe(true)
  })

  test('hold of every row that matches, for any conditions', () => {
    const choice = fc.constantFrom(...statuses)
    const rules = fc.oneof(fc.record({ field: fc.constant('status'), operator: fc.constantFrom('=', '!='), value: choice }), fc.record({ field: fc.constant('status'), operator: fc.constantFrom('in', 'notIn'), value: fc.array(choice, { minLength: 1, maxLength: 3 }) }), fc.record({ field: fc.constant('urgent'), operator: fc.constantFrom('=', '!='), value: fc.boolean() }))
    const { group } = fc.letrec<{ group: ConditionGroup; node: ConditionRule | ConditionGroup }>((tie) => ({
      node: fc.oneof({ maxDepth: 3 }, rules, tie('group')),
      group: fc.record({ combinator: fc.constantFrom('and', 'or'), not: fc.boolean(), muted: fc.constantFrom(false, false, false, true), rules: fc.array(tie('node'), { maxLength: 3 }) }),
    }))
    fc.assert(fc.property(group, fc.boolean(), (conditions, known) => {
      const limit = impliedChoices(conditions, 'status', known ? statuses : undefined)
      const matches = toPredicate(conditions, desk, { now: new Date(), timeZone: 'UTC', me: null })
      const tickets: Ticket[] = statuses.flatMap((status) => [true, false, null].map((urgent) => ({ status, urgent })))
      for (const ticket of tickets.filter(matches)) expect(limit === null || limit.has(ticket.status!)).toBe(true)
    }), { numRuns: 3000 })
  })
})

describe('what conditions rest on', () => {
  const group = and(rule('owner', 'in', ['@me']), or(rule('at', 'today'), { ...rule('reason', 'within', 'goods'), muted: true }))
  test('fields, the person, the clock', () => {
    expect([...fieldsUsed(group)]).toEqual(['owner', 'at'])
    expect([usesMe(group), usesMe(and(open)), usesMe(and({ ...rule('owner', '=', '@me'), muted: true }))]).toEqual([true, false, false])
    expect([usesRelativeTime(group), usesRelativeTime(and(rule('at', '<', '2026-01-01')))]).toEqual([true, false])
  })
  test('one value demanded at the top', () => {
    expect(topLevelEquals(and(open, urgent), 'status')).toBe('open')
    expect(topLevelEquals(and(rule('status', 'in', ['open'])), 'status')).toBe('open')
    expect([or(open, urgent), and(open, closed), { ...and(open), not: true }, and({ ...open, muted: true }), and(or(open)), and(rule('status', '!=', 'open'))].map((g) => topLevelEquals(g, 'status'))).toEqual(Array(6).fill(undefined))
  })
})
