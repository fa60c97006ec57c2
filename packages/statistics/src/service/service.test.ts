/* Guards the figures of service, each in the reading that its name says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from '../wilson.ts'
import { abandonment } from './abandonment.ts'
import { agesAt, backlogAt, backlogByAge } from './backlog.ts'
import { firstTimeResolution, resolvedInWindow, type FirstTimeReading } from './first-time-resolution.ts'
import { averageHandleTime, occupancy } from './handling.ts'
import { serviceLevel, type ServiceLevelVariant } from './service-level.ts'

test('of 200 offered 30 were abandoned, 10 of them at once: 15 % in all, 10.5 % without those', () => {
  expect(abandonment({ offered: 200, abandoned: 30, shortAbandoned: 10 })).toEqual({ offered: 200, abandoned: 30, shortAbandoned: 10, all: wilson(30, 200), withoutShort: wilson(20, 190) })
})

test('where nothing was offered, or nothing but short ones, there is no rate', () => {
  expect(abandonment({ offered: 0, abandoned: 0, shortAbandoned: 0 })).toBeNull()
  expect(abandonment({ offered: 3, abandoned: 3, shortAbandoned: 3 })).toMatchObject({ all: { share: 1 }, withoutShort: null })
})

test('more abandoned than offered, or more short ones than abandoned, is refused', () => {
  expect(() => abandonment({ offered: 1, abandoned: 2, shortAbandoned: 0 })).toThrow('Of 1 offered at most as many are abandoned; it was 2.')
  expect(() => abandonment({ offered: 5, abandoned: 2, shortAbandoned: 3 })).toThrow('Of 2 abandoned at most as many are short; it was 3.')
  expect(() => abandonment({ offered: 0, abandoned: 0, shortAbandoned: -1 })).toThrow(RangeError)
})

const waiting = { answered: 90, answeredWithin: 72, abandoned: 20, abandonedWithin: 8 }

test.each<[ServiceLevelVariant, number, number]>([
  ['without-early-abandons', 72, 102],
  ['early-abandons-met', 80, 110],
  ['of-offered', 72, 110],
  ['of-answered', 72, 90],
])('the service level %s is %i of %i', (variant, met, n) => {
  expect(serviceLevel({ ...waiting, variant })).toEqual({ variant, met, n, ...wilson(met, n) })
})

test('the usual reading leaves out who gave up in time', () => {
  expect(serviceLevel(waiting)).toEqual(serviceLevel({ ...waiting, variant: 'without-early-abandons' }))
})

test('the readings lie in their order, and agree where nobody gives up', () => {
  const counts = fc.record({ answered: fc.nat(500), abandoned: fc.nat(500) }).chain(({ answered, abandoned }) => fc.record({ answered: fc.constant(answered), abandoned: fc.constant(abandoned), answeredWithin: fc.nat(answered), abandonedWithin: fc.nat(abandoned) }))
  fc.assert(fc.property(counts, (given) => {
    const of = (variant: ServiceLevelVariant, counts = given) => serviceLevel({ ...counts, variant })?.share ?? null
    const [usual, met, offered, answered] = [of('without-early-abandons'), of('early-abandons-met'), of('of-offered'), of('of-answered')]
    if (usual === null || met === null || offered === null || answered === null) return
    expect(offered).toBeLessThanOrEqual(usual)
    expect(usual).toBeLessThanOrEqual(answered)
    expect(offered).toBeLessThanOrEqual(met)
    const patient = { ...given, abandoned: 0, abandonedWithin: 0 }
    expect(new Set((['without-early-abandons', 'early-abandons-met', 'of-offered', 'of-answered'] as const).map((variant) => of(variant, patient))).size).toBe(1)
  }))
})

test('where the chosen reading has nothing below the line there is no level', () => {
  expect(serviceLevel({ answered: 0, answeredWithin: 0, abandoned: 3, abandonedWithin: 3 })).toBeNull()
  expect(serviceLevel({ answered: 0, answeredWithin: 0, abandoned: 3, abandonedWithin: 3, variant: 'of-offered' })!.share).toBe(0)
})

test('parts larger than their whole and unknown readings are refused', () => {
  expect(() => serviceLevel({ ...waiting, answeredWithin: 91 })).toThrow('Of 90 answered at most as many are in time; it was 91.')
  expect(() => serviceLevel({ ...waiting, abandonedWithin: 21 })).toThrow(RangeError)
  expect(() => serviceLevel({ ...waiting, abandoned: 20.5 })).toThrow(RangeError)
  expect(() => serviceLevel({ ...waiting, variant: 'toString' as ServiceLevelVariant })).toThrow(RangeError)
})

test('handling takes talk, hold and wrap-up', () => {
  expect(averageHandleTime({ talk: 1000, hold: 150, wrapUp: 350, handled: 6 })).toBe(250)
  expect(averageHandleTime({ talk: 0, hold: 0, wrapUp: 0, handled: 0 })).toBeNull()
  expect(() => averageHandleTime({ talk: -1, hold: 0, wrapUp: 0, handled: 1 })).toThrow('talk is a number from 0; it was -1.')
  expect(() => averageHandleTime({ talk: 1, hold: 0, wrapUp: 0, handled: 0.5 })).toThrow(RangeError)
})

test('occupancy is handling by handling and waiting', () => {
  expect(occupancy({ handling: 45, available: 15 })).toBe(0.75)
  expect(occupancy({ handling: 0, available: 0 })).toBeNull()
  expect(() => occupancy({ handling: 1, available: Number.NaN })).toThrow(RangeError)
})

const intervals = [{ opened: 0, closed: 10 }, { opened: 5, closed: null }, { opened: 10, closed: 10 }, { opened: 10, closed: 12 }]

test.each([[-1, 0], [0, 1], [5, 2], [9.5, 2], [10, 2], [12, 1], [100, 1]])('at %f the backlog is %i', (at, count) => {
  expect(backlogAt({ intervals, at })).toBe(count)
})

test('ages are told oldest first, and counted by their edges', () => {
  expect(agesAt({ intervals, at: 11 })).toEqual([6, 1])
  const open = [0, 90, 100, 101, 110].map((opened) => ({ opened, closed: null }))
  expect(backlogByAge({ intervals: open, at: 110, edges: [10, 20, 100] })).toEqual([2, 1, 1, 1])
  expect(backlogByAge({ intervals: open, at: 110, edges: [] })).toEqual([5])
})

test('the backlog changes by what is opened less what is closed', () => {
  const some = fc.array(fc.tuple(fc.nat(100), fc.option(fc.nat(50))).map(([opened, length]) => ({ opened, closed: length === null ? null : opened + length })))
  fc.assert(fc.property(some, fc.nat(160), fc.nat(160), (intervals, a, b) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)]
    const passed = (at: number | null) => at !== null && at > from && at <= to
    const opened = intervals.filter(({ opened }) => passed(opened)).length
    const closed = intervals.filter(({ closed }) => passed(closed)).length
    expect(backlogAt({ intervals, at: to })).toBe(backlogAt({ intervals, at: from }) + opened - closed)
    expect(backlogByAge({ intervals, at: to, edges: [3, 30] }).reduce((sum, count) => sum + count, 0)).toBe(backlogAt({ intervals, at: to }))
  }))
})

test('what was closed before it was opened, and edges that do not rise, are refused', () => {
  expect(() => backlogAt({ intervals: [{ opened: 5, closed: 4 }], at: 0 })).toThrow('Nothing is closed before it was opened')
  expect(() => backlogAt({ intervals: [], at: Number.NaN })).toThrow(RangeError)
  for (const edges of [[0], [5, 5], [5, 3], [Number.NaN], [Infinity]]) expect(() => backlogByAge({ intervals: [], at: 0, edges })).toThrow(RangeError)
})

test('tickets whose window is still open are left out and counted', () => {
  expect(firstTimeResolution({ resolved: 60, notResolved: 20, open: 15 })).toEqual({ reading: 'repeat-window', n: 80, open: 15, ...wilson(60, 80) })
  expect(firstTimeResolution({ resolved: 0, notResolved: 0, open: 15 })).toBeNull()
  expect(() => firstTimeResolution({ resolved: 1, notResolved: 0, open: -1 })).toThrow(RangeError)
  expect(() => firstTimeResolution({ resolved: 1, notResolved: 0, open: 0, reading: 'any' as FirstTimeReading })).toThrow('The reading is one-touch, repeat-window or issue-chains; it was any.')
})

test.each([
  [null, 8, 'resolved'],
  [null, 7, 'open'],
  [7, 8, 'not resolved'],
  [7.1, 8, 'resolved'],
  [0, 8, 'not resolved'],
  [3, 5, 'open'],
] as const)('back after %s days, seen after %f: %s', (againAt, now, outcome) => {
  expect(resolvedInWindow({ closedAt: 0, againAt, now, window: 7 })).toBe(outcome)
})

test('who comes back before the closing did not come back, and is refused', () => {
  expect(() => resolvedInWindow({ closedAt: 5, againAt: 4, now: 20, window: 7 })).toThrow(RangeError)
  expect(() => resolvedInWindow({ closedAt: 5, againAt: null, now: 20, window: 0 })).toThrow(RangeError)
})
