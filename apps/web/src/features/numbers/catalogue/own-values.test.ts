// Guards that a composed metric is sent as the server reads it, and comes back into its form as it was.
import { expect, test } from 'vitest'
import { definitionOf, emptyValues, isWhole, saysYesOrNo, unitOf, valuesOf, type OwnValues } from './own-values.ts'

const measures = new Map([['contact-in', { values: 'one' }], ['one-touch', { values: 'zero-or-one' }], ['first-response', { values: 'seconds' }], ['ces', { values: 'number' }]] as const)
const late = { combinator: 'and', rules: [{ field: 'hour', operator: '>=', value: 18 }] }
const chat = { combinator: 'and', rules: [{ field: 'channel', operator: '=', value: 'chat' }] }
const values = (more: Partial<OwnValues>): OwnValues => ({ ...emptyValues, name: 'Wieczorem', of: ['contact-in'], ...more })

test('a count has no denominator', () => expect(definitionOf(values({ where: late }), measures)).toMatchObject({ form: 'count', unit: 'count', numerator: { of: ['contact-in'], where: late }, denominator: null }))

test('a share of what says yes or no needs no part; of anything else the part lies within the whole', () => {
  expect(definitionOf(values({ form: 'share', of: ['one-touch'], where: chat }), measures)).toMatchObject({ unit: 'share', numerator: { of: ['one-touch'], where: chat }, denominator: null })
  expect(definitionOf(values({ form: 'share', where: chat, part: late }), measures)).toMatchObject({ numerator: { of: ['contact-in'], where: late }, denominator: { of: ['contact-in'], where: chat } })
})

test('a ratio divides two things, each with its own conditions', () => {
  expect(definitionOf(values({ form: 'ratio', unit: 'score', among: ['one-touch'], where: late, amongWhere: chat }), measures)).toMatchObject({ unit: 'score', numerator: { of: ['contact-in'], where: late }, denominator: { of: ['one-touch'], where: chat } })
})

test.each([
  values({ where: late }), values({ form: 'share', of: ['one-touch'], unit: 'share' }), values({ form: 'share', unit: 'share', where: chat, part: late }), values({ form: 'ratio', unit: 'score', among: ['one-touch'], amongWhere: chat }), values({ form: 'mean', of: ['first-response'], unit: 'seconds' }),
])('what was composed comes back into the form as it was (case %$)', (given) => expect(valuesOf(given.name, definitionOf(given, measures))).toEqual(given))

test.each([['count', ['first-response'], 'count'], ['mean', ['first-response'], 'seconds'], ['mean', ['ces'], 'score'], ['sum', ['first-response'], 'seconds'], ['sum', ['ces'], 'count'], ['share', ['one-touch'], 'share']] as const)('a %s of %j is shown as %s', (form, of, unit) => expect(unitOf({ form, of, unit: 'score' }, measures)).toBe(unit))

test('nothing is asked before there is enough of it', () => {
  expect(isWhole(values({ of: [] }), measures)).toBe(false)
  expect(isWhole(values({ form: 'share' }), measures)).toBe(false)
  expect(isWhole(values({ form: 'share', part: late }), measures)).toBe(true)
  expect(isWhole(values({ form: 'ratio' }), measures)).toBe(false)
  expect(isWhole(values({}), measures)).toBe(true)
  expect(saysYesOrNo([], measures)).toBe(false)
})
