// Guards the drawn trend: it shows no value where too few answered, and never leaves its room.
import { expect, test } from 'vitest'
import { lineOf, namedPoints, rangeOf, ribbonOf, runsOf, widerStep, type Point } from './trend-shape.ts'

const figure = (value: number | null, low = 0, high = 0): Point['figure'] => ({ metric: 'nps', value, interval: value === null ? null : { low, high }, n: value === null ? 2 : 40, shown: value !== null, shownFrom: 5, mean: null, meanInterval: null, method: 'adjusted-wald', parts: {} })
const point = (day: number, shown: Point['figure']): Point => ({ from: `2026-11-0${day}`, until: `2026-11-0${day}`, n: 40, figure: shown })
const points = [point(1, figure(20, 10, 30)), point(2, figure(40, 28, 52)), point(3, figure(null)), point(4, figure(-8, -22, 6)), point(5, null)]
const room = { width: 500, height: 200, left: 40, right: 20, top: 10, bottom: 30 }

test('the range holds every interval between round values', () => {
  expect(rangeOf(points, 'nps')).toEqual({ low: -40, high: 60, ticks: [-40, -20, 0, 20, 40, 60] })
})

test('the range never leaves what the metric can be', () => {
  expect(rangeOf([point(1, figure(100, 93, 100))], 'nps')).toMatchObject({ low: 90, high: 100 })
  expect(rangeOf([point(1, { ...figure(0.02, 0, 0.09)!, metric: 'csat' })], 'csat')).toMatchObject({ low: 0, high: 0.1 })
  expect(rangeOf([], 'csat')).toMatchObject({ low: 0, high: 1 })
})

test('a point that is not shown is a gap, not a zero', () => {
  const runs = runsOf(points, rangeOf(points, 'nps'), room)
  expect(runs.map((run) => run.map(({ point: { from } }) => from))).toEqual([['2026-11-01', '2026-11-02'], ['2026-11-04']])
})

test('everything drawn lies in its room', () => {
  for (const { x, y, low, high } of runsOf(points, rangeOf(points, 'nps'), room).flat()) {
    expect(x).toBeGreaterThanOrEqual(40)
    expect(x).toBeLessThanOrEqual(480)
    for (const each of [y, low, high]) expect(each >= 10 && each <= 170).toBe(true)
    expect(high <= y && y <= low).toBe(true)
  }
})

test('a lonely point stands in the middle and has a ribbon', () => {
  const [run] = runsOf([points[0]!], rangeOf([points[0]!], 'nps'), room)
  expect(run![0]!.x).toBe(260)
  expect(lineOf(run!)).toMatch(/^M260\.0 \d+\.\d$/)
  expect(ribbonOf(run!)).toMatch(/^M257\.0 .*L263\.0 .*Z$/)
})

test.each([[5, 8, [0, 1, 2, 3, 4]], [90, 6, [14, 29, 44, 59, 74, 89]], [0, 6, []], [3, 1, [2]]])('of %d points at most %d are named', (count, most, named) => {
  expect(namedPoints(count, most)).toEqual(named)
})

const empty = { ...point(6, null), n: 0 }
const few = point(7, figure(null))
test.each([
  ['day', [few, few, few, points[0]!], 'week'], ['week', [few, few], 'month'], ['month', [few, few], undefined], ['day', [points[0]!, few, few], undefined], ['day', [few, empty, empty], undefined], ['day', [], undefined],
] as const)('steps by %s with mostly too few answers are read wider (case %$)', (step, given, wanted) => expect(widerStep({ step, points: given })).toBe(wanted))

test('nothing is read wider before anything came', () => expect(widerStep(undefined)).toBe(undefined))
