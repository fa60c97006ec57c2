// Guards that a number of a personal report opens the rows of just that report.
import { expect, test } from 'vitest'
import { scopeWhere } from './scope-where.ts'

test('a region is the locations of it', () => expect(scopeWhere({ by: 'region', key: 'e1', ids: ['l1', 'l2'], name: '' })).toEqual({ combinator: 'or', rules: [{ field: 'location', operator: 'in', value: ['l1', 'l2'] }] }))

test('more locations than one condition may list stand in several, and none is lost', () => {
  const ids = Array.from({ length: 450 }, (_, index) => `l${index}`)
  const { rules } = scopeWhere({ by: 'location', key: 'x', ids, name: '' }) as { rules: { value: string[] }[] }
  expect(rules.map(({ value }) => value.length)).toEqual([200, 200, 50])
  expect(rules.flatMap(({ value }) => value)).toEqual(ids)
})
