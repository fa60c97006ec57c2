// Guards what a custom field takes, what its options may be, and when it must be filled in.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CustomField, Status } from '@kontuar/contracts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { checkOptions, type Option } from './check-options.ts'
import { checkValue } from './check-value.ts'
import { isMissing, isRequired } from './is-required.ts'

const options = [{ id: 'red', name: 'Red' }, { id: 'old', name: 'Old', retired: true }, { id: 'wine', name: 'Wine', parentId: 'red' }]
const check = (type: CustomField['type'], given: unknown) => {
  const checked = checkValue({ type, options }, given)
  return 'fault' in checked ? 'refused' : checked.value
}

describe('a value', () => {
  test.each<[CustomField['type'], unknown, unknown]>([
    ['text', '  a\n b ', 'a\n b'], ['text', 'a\0b', 'ab'], ['text', '\0', null], ['text', '   ', null], ['text', '🦊', '🦊'], ['text', '\ud83e', '\ufffd'], ['text', 5, 'refused'], ['text', true, 'refused'], ['text', {}, 'refused'], ['text', [], 'refused'],
    ['number', 12.5, 12.5], ['number', 0, 0], ['number', -0, 0], ['number', Infinity, 'refused'], ['number', NaN, 'refused'], ['number', '12', 'refused'], ['number', '', null],
    ['date', '2024-02-29', '2024-02-29'], ['date', '2023-02-29', 'refused'], ['date', '2026-13-01', 'refused'], ['date', '2026-1-1', 'refused'], ['date', '2026-12-31T00:00:00Z', 'refused'], ['date', 20261231, 'refused'], ['date', '31.12.2026', 'refused'], ['date', '٢٠٢٦-١٢-٣١', 'refused'],
    ['choice', 'red', 'red'], ['choice', 'old', 'refused'], ['choice', 'Red', 'refused'], ['choice', '__proto__', 'refused'], ['tree', 'wine', 'wine'], ['tree', 1, 'refused'],
    ['checkbox', true, true], ['checkbox', false, false], ['checkbox', 'true', 'refused'], ['checkbox', 1, 'refused'],
    ['link', ' https://żółw.example/a?b=c#d ', 'https://żółw.example/a?b=c#d'], ['link', 'HTTP://example.com', 'HTTP://example.com'], ['link', 'javascript:alert(1)', 'refused'], ['link', ' \tjavascript:alert(1)', 'refused'], ['link', 'java\nscript:alert(1)', 'refused'],
    ['link', 'data:text/html,x', 'refused'], ['link', 'ftp://example.com', 'refused'], ['link', '//example.com', 'refused'], ['link', 'https://', 'refused'], ['link', 'https:///x', 'refused'], ['link', 'http:example.com', 'refused'], ['link', 'https://a b', 'refused'], ['link', 'example.com', 'refused'],
  ])('of a %s given as %j is %j', (type, given, kept) => expect(check(type, given)).toEqual(kept))
  test.each<CustomField['type']>(['text', 'number', 'date', 'choice', 'tree', 'checkbox', 'link'])('of a %s is emptied by null', (type) => expect(check(type, null)).toBeNull())
  test('is kept as it is when given again', () => {
    fc.assert(fc.property(fc.constantFrom<CustomField['type']>('text', 'number', 'date', 'link', 'checkbox'), fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.webUrl(), fc.date({ noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10))), (type, given) => {
      const once = check(type, given)
      if (once !== 'refused') expect(check(type, once)).toEqual(once)
    }))
  })
})

describe('options', () => {
  const outcome = (type: CustomField['type'], before: Option[], wished: Option[]) => {
    try {
      return checkOptions(type, before, wished)
    } catch (error) {
      if (error instanceof Refusal) return error.message
      throw error
    }
  }
  const o = (id: string, parentId?: string | null, more: Partial<Option> = {}): Option => ({ id, name: id, ...(parentId === undefined ? {} : { parentId }), ...more })
  const chain = (length: number) => Array.from({ length }, (_, i) => o(`n${i}`, i === 0 ? null : `n${i - 1}`))

  test.each<[string, CustomField['type'], Option[], Option[], unknown]>([
    ['are stored as wished', 'choice', [], [o('b'), o('a', null)], [{ id: 'b', name: 'b' }, { id: 'a', name: 'a' }]],
    ['left out are retired, not lost', 'choice', [o('a'), o('b')], [o('c')], [o('c'), o('a', undefined, { retired: true }), o('b', undefined, { retired: true })]],
    ['come back', 'choice', [o('a', undefined, { retired: true })], [o('a')], [o('a')]],
    ['may share a name with a retired one', 'choice', [o('a')], [{ id: 'b', name: 'a' }], [{ id: 'b', name: 'a' }, o('a', undefined, { retired: true })]],
    ['of a tree may share a name in different branches', 'tree', [], [o('x'), o('y'), { id: '1', name: 'other', parentId: 'x' }, { id: '2', name: 'Other', parentId: 'y' }], expect.any(Array)],
    ['may be called in emoji', 'choice', [], [{ id: '1', name: '🦊' }], [{ id: '1', name: '🦊' }]],
    ['six deep', 'tree', [], chain(6), expect.any(Array)], ['seven deep', 'tree', [], chain(7), /6 levels deep/],
    ['of one id', 'choice', [], [o('a'), o('a')], /"a" stands for two options/], ['of one name', 'choice', [], [o('a'), { id: 'b', name: 'A' }], /Two options are called "a"/],
    ['with an id that cannot be stored', 'choice', [], [o('a\0')], /id of an option/], ['without a name', 'choice', [], [{ id: 'a', name: ' \u0007 ' }], /name is empty/],
    ['of a text', 'text', [], [o('a')], /Only a choice or a tree/], ['below others in a choice', 'choice', [], [o('a'), o('b', 'a')], /Only a tree/], ['none', 'choice', [], [], /at least one option/], ['all retired', 'choice', [o('a')], [], /at least one option/],
    ['below nothing', 'tree', [], [o('a', 'nobody')], /does not exist/], ['below themselves', 'tree', [], [o('a', 'a')], /below itself/], ['in a loop', 'tree', [], [o('a', 'c'), o('b', 'a'), o('c', 'b')], /below itself/], ['leading into a loop', 'tree', [], [o('x', 'a'), o('a', 'b'), o('b', 'a')], /below itself/],
    ['below a retired one', 'tree', [o('a'), o('b', 'a')], [o('b', 'a')], /"a", which is retired/], ['named like what every object has', 'tree', [], [o('__proto__'), o('constructor', '__proto__')], expect.any(Array)],
  ])('%s', (_what, type, before, wished, expected) => {
    if (expected instanceof RegExp) expect(outcome(type, before, wished)).toMatch(expected)
    else expect(outcome(type, before, wished)).toEqual(expected)
  })
  test('are two thousand at most, and checked quickly enough to be asked for', () => {
    const many = (from: number, count: number) => Array.from({ length: count }, (_, i) => o(`o${from + i}`))
    expect(outcome('choice', many(0, 1000), many(1000, 1000))).toHaveLength(2000)
    expect(outcome('choice', many(0, 1500), many(1500, 1000))).toMatch(/2000 options at most/)
  })
})

describe('a field is required', () => {
  const ticket = (key: string, category: Status['category'], more: { queueId?: string; reasonPath?: string[] } = {}) => ({ status: { key, category }, queueId: null, reasonPath: [], ...more })
  test.each<[CustomField['required'], ReturnType<typeof ticket>, boolean]>([
    [{}, ticket('closed', 'closed'), false], [{ always: true }, ticket('closed', 'closed'), true], [{ always: true }, ticket('rejected', 'closed'), true], [{ always: true }, ticket('open', 'open'), false],
    [{ statuses: ['parts'] }, ticket('parts', 'waiting'), true], [{ statuses: ['parts'] }, ticket('closed', 'closed'), false],
    [{ queues: ['q'] }, ticket('closed', 'closed', { queueId: 'q' }), true], [{ queues: ['q'] }, ticket('closed', 'closed', { queueId: 'r' }), false], [{ queues: ['q'] }, ticket('open', 'open', { queueId: 'q' }), false], [{ queues: ['q'] }, ticket('closed', 'closed'), false],
    [{ reasons: ['root'] }, ticket('closed', 'closed', { reasonPath: ['root', 'leaf'] }), true], [{ reasons: ['leaf'] }, ticket('closed', 'closed', { reasonPath: ['root'] }), false], [{ reasons: ['root'] }, ticket('waiting', 'waiting', { reasonPath: ['root'] }), false],
  ])('%j, on entering %j: %s', (required, entering, expected) => expect(isRequired(required, entering)).toBe(expected))
  test.each([[undefined, true], [null, true], ['', true], [false, true], [0, false], ['x', false], [true, false]])('%j is missing: %s', (value, missing) => expect(isMissing(value)).toBe(missing))
})
