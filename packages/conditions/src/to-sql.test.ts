// Guards the text of the SQL: no value ever stands in it, its form depends on the form of the conditions alone, and
// the bare column stays where an index looks for it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { desk, queue } from './desk.fixture.ts'
import type { ConditionGroup } from './group.ts'
import { toSql } from './to-sql.ts'

const context = { now: new Date('2026-03-29T10:00:00.500Z'), timeZone: 'Europe/Warsaw', me: 'ewa' as string | null }
function compile(group: ConditionGroup, other: Partial<typeof context> = {}) {
  const values: unknown[] = ['org']
  return { sql: toSql(group, desk, { bind: (value) => `$${values.push(value)}`, context: { ...context, ...other } }), values: values.slice(1) }
}
const rule = (field: string, operator: string, value?: unknown) => compile({ combinator: 'and', rules: [{ field, operator, value }] })

describe('the text', () => {
  test.each<[string, string, unknown, string, unknown[]]>([
    ['status', '=', 'open', '(((t.status) = $2::text))', ['open']], ['status', 'notIn', ['a', 'b'], '(((t.status) = any($2::text[])) is not true)', [['a', 'b']]],
    ['queue', 'in', ['@none', queue], '(((t.queue_id) is null or (t.queue_id) = $2::uuid))', [queue]], ['queue', 'notNull', undefined, '((t.queue_id) is not null)', []],
    ['owner', '=', '@me', '(((t.assignee_id) = $2::text))', ['ewa']], ['reason', 'within', 'goods', '(((t.reason_id) = any($2::text[])))', [['goods', 'broken', 'late']]],
    ['tags', 'containsNone', ['a'], '(((t.tag_ids) && $2::text[]) is not true)', [['a']]], ['urgent', '!=', true, '(((t.urgent) = $2::boolean) is not true)', [true]],
    ['due', '<=', '2026-03-29', '(((t.due_on) <= $2::date))', ['2026-03-29']], ['reopened', 'in', [1, 2], "((nullif((t.reopened)::float8, 'NaN') = any($2::float8[])))", [[1, 2]]],
    ['at', '=', '2026-03-29', '(((t.created_at) >= $2::timestamptz and (t.created_at) < $3::timestamptz))', ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']],
    ['at', 'olderThan', { amount: 2, unit: 'hours' }, '(((t.created_at) < $2::timestamptz))', ['2026-03-29T08:00:00.500Z']],
    ['custom:weight', 'null', undefined, '', ['weight']],
  ])('%s %s', (field, operator, value, sql, values) => {
    const made = rule(field, operator, value)
    if (sql) expect(made.sql).toBe(sql)
    expect(made.values).toEqual(values)
  })
  test('nothing asked is true, and "me" that is nobody is false', () => {
    expect(compile({ combinator: 'or', rules: [] })).toEqual({ sql: 'true', values: [] })
    expect(compile({ combinator: 'and', rules: [{ field: 'owner', operator: '=', value: '@me' }] }, { me: null })).toEqual({ sql: '((false))', values: [] })
  })
})

test('a value never gets into the text, whatever it is', () => {
  const hostile = fc.oneof(fc.constantFrom("'; drop table ticket; --", '$1', '\\', "E'\\''", '${1}', '*/'), fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }))
  fc.assert(fc.property(hostile, hostile, (a, b) => {
    const text = (one: string) => {
      try {
        return compile({ combinator: 'or', rules: [{ field: 'subject', operator: 'contains', value: one }, { field: 'reason', operator: 'in', value: [one, 'x'] }, { field: 'tags', operator: 'containsAll', value: [one] }, { field: 'constructor', operator: '=', value: one }] }).sql
      } catch {
        return null
      }
    }
    const [first, second] = [text(a), text(b)]
    if (first !== null && second !== null && a !== '@none' && b !== '@none') expect(first).toBe(second)
  }), { numRuns: 500 })
})
