// Guards what warnings say in figures: whole events, scores in their own unit, chances nobody over-reads, evidence of any server.
import { expect, test } from 'vitest'
import { onceIn, proofOf, saidOf } from './said.ts'

const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null
const nps = { name: 'nps', unit: 'points' } as const
const share = { name: 'good-reviews', unit: 'share' } as const

test.each([
  ['complaints-rise', { came: 17, expected: 5.8, expectedRange: { low: 3.4, high: 9.2 } }, undefined, 'pl', '17', '4 – 9'],
  ['complaints-rise', { came: 11, expected: 3.2, expectedRange: null }, undefined, 'pl', '11', '3,2'],
  ['silence', { came: 0, expected: 12.4, expectedRange: null }, undefined, 'en', '0', '12'],
  ['silence', { came: 0, expected: 0.6, expectedRange: { low: 0.4, high: 0.8 } }, undefined, 'en', '0', '1'],
  ['nps-falls', { came: -12.4, expected: 48, expectedRange: { low: 30, high: 62 } }, nps, 'en', '−12', '30 – 62'],
  ['fewer-good-reviews', { came: 0.68, expected: 0.84, expectedRange: null }, share, 'ru', '68 %', '84 %'],
  ['no-feedback', { came: 0, expected: null, expectedRange: null }, undefined, 'pl', '0', null],
  ['sums-healed', { came: null, expected: null, expectedRange: null }, undefined, 'pl', null, null],
] as const)('%s of %j says came and usual', (kind, compared, metric, locale, came, usual) => {
  const said = saidOf({ kind, ...compared }, metric, locale)
  expect([plain(said.came), plain(said.usual)]).toEqual([came, usual])
})

test('a score whose metric is gone is still a number', () => {
  expect(saidOf({ kind: 'step-falls', came: 3.87, expected: 4.31, expectedRange: null }, undefined, 'en')).toEqual({ came: '3.87', usual: '4.31' })
})

test.each([
  [1 / 3000, '3,000', false], [0.00035, '2,900', false], [0.0009, '1,100', false], [0.01, '100', false], [0.0123, '81', false], [0.15, '7', false], [4e-6, '250,000', false], [3e-9, '1,000,000', true], [0, '1,000,000', true],
] as const)('a chance of %d happens once in %s', (p, times, more) => {
  expect(onceIn(p, 'en')).toEqual({ times, more })
})

test.each([[null], [0.5], [1], [Number.NaN], [-1]])('a chance of %s says nothing', (p) => {
  expect(onceIn(p, 'en')).toBeNull()
})

test.each([
  [{ 'long-waiting': { metric: 'first-response-median', now: 720, usual: 240 } }, { metric: 'first-response-median', now: 720, usual: 240, name: null }],
  [{ 'long-waiting': { name: 'e-mail' } }, { metric: null, now: null, usual: null, name: 'e-mail' }],
  [{ 'long-waiting': { usual: 3 } }, null], [{ 'long-waiting': { now: 'many', name: '' } }, null], [{ 'long-waiting': 'yes' }, null], [{ 'long-waiting': null }, null], [{}, null],
])('evidence %j is read or left out', (evidence, proof) => {
  expect(proofOf(evidence, 'long-waiting')).toEqual(proof)
})
