// Guards what warnings say in figures: whole events, scores in their own unit, chances nobody over-reads, evidence of any server.
import { expect, test } from 'vitest'
import { isSlow, onceIn, proofOf, quieterUntil, saidOf, sinceThen } from './said.ts'

const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null
const nps = { name: 'nps', unit: 'points' } as const
const share = { name: 'good-reviews', unit: 'share' } as const

test.each([
  ['complaints-rise', { came: 17, expected: 5.8, expectedRange: { low: 3.4, high: 9.2 } }, undefined, 'pl', '17', '4 – 9'],
  ['complaints-rise', { came: 11, expected: 3.2, expectedRange: null }, undefined, 'pl', '11', '3,2'],
  ['reason-rises', { came: 5, expected: 3.1, expectedRange: { low: 0, high: 8 } }, undefined, 'pl', '5', '3,1'],
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

const figure = (metric: string, way: string, now: unknown = 720, before: unknown = 240) => ({ figures: [{ metric: 'csat', before: 1, now: 1, n: 3, way: 'same' }, { metric, before, now, n: 40, way }] })
test.each([
  ['long-waiting', figure('call-wait', 'more'), { metric: 'call-wait', now: 720, usual: 240, daily: false }], ['more-contacts', figure('contacts-in', 'more', 61.4, 40), { now: 61.4, daily: true }],
  ['one-channel', { group: { by: 'channel', id: 'email', name: 'email', now: 14, before: 3.5 } }, { names: ['email'], now: 14, usual: 3.5 }], ['change-of-ours', { markedDays: [{ name: 'Nowy magazyn', at: '2026-11-27T00:00:00Z' }] }, { names: ['Nowy magazyn'], now: null }],
  ['entry-missing', { sides: { outside: 40, diary: 31 } }, { sides: { outside: 40, diary: 31 } }], ['system-fault', { alsoOpen: ['silence'] }, { alsoOpen: ['silence'] }],
] as const)('for %s speaks %j', (cause, evidence, proof) => {
  expect(proofOf(evidence, cause)).toMatchObject(proof)
})

test.each([
  ['long-waiting', figure('call-wait', 'same')], ['long-waiting', figure('call-wait', 'more', 'many')], ['one-reason', { group: { by: 'channel', name: 'email', now: 1, before: 0 } }], ['change-of-ours', { markedDays: 'yes' }], ['entry-missing', { sides: { outside: 4 } }], ['system-fault', { alsoOpen: null }], ['not-engaged', {}],
] as const)('for %s nothing speaks in %j', (cause, evidence) => {
  expect(proofOf(evidence, cause)).toBeNull()
})

test('what chance alone does as often as one time in twenty was told for its sum', () => {
  expect([0.25, 0.05, 0.001, null].map((p) => isSlow({ p }))).toEqual([true, false, false, false])
})

const point = (from: string, value: number | null) => ({ from, figure: { value, n: value ?? 0, interval: null, shown: true, parts: {} } })
test('of what goes on it is told how many have come since it began', () => {
  const points = [point('2026-11-13T23:00:00Z', 9), point('2026-11-14T23:00:00Z', 4), point('2026-11-15T23:00:00Z', null), point('2026-11-16T23:00:00Z', 6)]
  const warning = { came: 7, beganAt: '2026-11-14T23:00:00Z' }
  expect(sinceThen({ ...warning, kind: 'complaints-rise' }, points)).toBe(10)
  expect(sinceThen({ ...warning, kind: 'complaints-rise', came: 10 }, points)).toBeNull()
  expect(sinceThen({ ...warning, kind: 'nps-falls' }, points)).toBeNull()
})

test('a check that was called a false alarm tells until when it is quieter', () => {
  expect(quieterUntil({ quieter: { times: 1, until: '2027-01-20T10:00:00.000Z' } })).toBe('2027-01-20T10:00:00.000Z')
  expect(quieterUntil({ quieter: { until: 'soon' } })).toBeNull()
  expect(quieterUntil({})).toBeNull()
})
