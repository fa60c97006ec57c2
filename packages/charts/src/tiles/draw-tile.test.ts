// Guards when a chart would say nothing: then words stand in its place.
import { expect, test } from 'vitest'
import { daysOf, figureOf, groupsOf, metricOf, readOf } from '../options/samples.fixture.ts'
import { hasNoNames, hasOnlyFew } from './draw-tile.ts'

const share = metricOf('share')

test.each<[string, (number | null)[], boolean]>([['no value', [null, null], true], ['one dot among many days', [null, 0.8, null], true], ['two values', [0.8, null, 0.7], false], ['the only day there is', [0.8], false], ['no day at all', [], true]])('%s: %j', (_what, values, few) => {
  expect(hasOnlyFew([readOf(share, { points: daysOf(values) })])).toBe(few)
})

test('bars and networks of things without names compare nothing', () => {
  const nameless = { key: null, name: '', figure: figureOf(0.8, 30), outside: null, limits: null }
  for (const kind of ['bars', 'network'] as const) {
    expect(hasNoNames({ kind }, [readOf(share, { groups: [nameless] })])).toBe(true)
    expect(hasNoNames({ kind }, [readOf(share, { groups: [] })])).toBe(true)
    expect(hasNoNames({ kind }, [readOf(share, { groups: [...groupsOf(['Mail', 0.7, 20]), nameless] })])).toBe(false)
  }
  expect(hasNoNames({ kind: 'line' }, [readOf(share, { groups: null })])).toBe(false)
})
