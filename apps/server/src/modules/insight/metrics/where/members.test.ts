// Guards which conditions are questions of members alone, so that sums may answer them; whatever is not understood is asked of facts.
import { describe, expect, test } from 'vitest'
import { belongs, membersOf } from './members.ts'
import { factFields } from './fields.ts'

const fields = factFields({ zone: 'UTC', reasons: [{ id: 'r1', path: ['r1'] }, { id: 'r2', path: ['r1', 'r2'] }], customFields: [] }, [])
const rule = (field: string, operator: string, value?: unknown, more: object = {}) => ({ field, operator, value, ...more })
const and = (...rules: never[] | object[]) => ({ combinator: 'and' as const, rules: rules as never[] })
const shown = (group: Parameters<typeof membersOf>[0], me: string | null = 'me') => {
  const found = membersOf(group, fields, me)
  return found === null ? null : Object.fromEntries([...found].map(([dimension, { ids, except }]) => [dimension, `${except ? 'not ' : ''}${[...ids].sort().join(' ')}`]))
}

test.each<[string, Parameters<typeof membersOf>[0], Record<string, string> | null]>([
  ['nothing', null, {}], ['an empty group', and(), {}], ['one', and(rule('channel', '=', 'email')), { channel: 'email' }], ['one of', and(rule('channel', 'in', ['email', '@none'])), { channel: 'email ~none' }], ['none of it', and(rule('queue', 'null')), { queue: '~none' }],
  ['any of it', and(rule('queue', 'notNull')), { queue: 'not ~none' }], ['not one', and(rule('channel', '!=', 'email')), { channel: 'not email' }], ['a reason and what is below it', and(rule('reason', 'within', 'r1')), { reason: 'r1 r2' }], ['a reason alone', and(rule('reason', '=', 'r1')), { reason: 'r1' }],
  ['me', and(rule('staff', '=', '@me')), { staff: 'me' }], ['a box', and(rule('newcomer', '=', true)), { newcomer: 'true' }], ['two of one', and(rule('channel', 'in', ['a', 'b']), rule('channel', 'in', ['b', 'c'])), { channel: 'b' }],
  ['some but not others', and(rule('channel', 'in', ['a', 'b']), rule('channel', '!=', 'b')), { channel: 'a' }], ['neither', and(rule('channel', '!=', 'a'), rule('channel', '!=', 'b')), { channel: 'not a b' }], ['groups in groups', and(and(rule('channel', '=', 'a')), and(and(rule('queue', '=', 'q')))), { channel: 'a', queue: 'q' }],
  ['"or" of one', { combinator: 'or', rules: [rule('channel', '=', 'a')] }, { channel: 'a' }], ['"not" of one', { combinator: 'and', not: true, rules: [and(rule('location', 'in', ['l']))] }, { location: 'not l' }], ['what is muted', and(rule('channel', '=', 'a'), rule('queue', '>', 1, { muted: true })), { channel: 'a' }],
  ['"or" of one and a muted one', { combinator: 'or', rules: [rule('channel', '=', 'a'), rule('queue', '=', 'q', { muted: true })] }, { channel: 'a' }], ['a group that says nothing beside "not"', { combinator: 'and', not: true, rules: [and()] }, {}],
  ['"or" of two', { combinator: 'or', rules: [rule('channel', '=', 'a'), rule('channel', '=', 'b')] }, null], ['"not" of two', { combinator: 'and', not: true, rules: [rule('channel', '=', 'a'), rule('queue', '=', 'q')] }, null],
  ['"not" of a group of two', { combinator: 'and', not: true, rules: [and(rule('channel', '=', 'a'), rule('queue', '=', 'q'))] }, null], ['the hour', and(rule('hour', '=', 3)), null], ['the value', and(rule('value', '>', 3)), null], ['a field of one’s own', and(rule('field:x', '=', 'a')), null],
])('%s', (_what, group, members) => expect(shown(group)).toEqual(members))

describe('me', () => {
  test('is nobody where nobody asks', () => expect(shown(and(rule('staff', '=', '@me')), null)).toEqual({ staff: '' }))
  test('as nobody fits nothing, and "not me" everybody', () => {
    expect(belongs({ ids: new Set(), except: false }, 'a')).toBe(false)
    expect(belongs({ ids: new Set(), except: true }, 'a')).toBe(true)
  })
})
