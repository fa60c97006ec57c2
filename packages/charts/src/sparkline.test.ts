// Guards the small line beside a number: it stays in its box, and too few answers are a gap.
import { expect, test } from 'vitest'
import type { Point } from './result.ts'
import { sparkline } from './sparkline.ts'

const point = (day: number, value: number | null, band: Point['band'] = null): Point => ({ from: `2026-11-0${day}T00:00:00Z`, to: `2026-11-0${day + 1}T00:00:00Z`, figure: { value, interval: null, n: 9, shown: value !== null, parts: {} }, band, off: false })
const box = { width: 100, height: 30, margin: 3 }

test('a gap parts the line, and everything lies in its box', () => {
  const drawn = sparkline([point(1, 4), point(2, 9), point(3, null), point(4, 2), point(5, 3)], box, '2027-01-01T00:00:00Z')
  expect(drawn.lines).toHaveLength(2)
  for (const [, x, y] of drawn.lines.join('L').matchAll(/(-?[\d.]+) (-?[\d.]+)/g)) expect(Number(x) >= 3 && Number(x) <= 97 && Number(y) >= 3 && Number(y) <= 27).toBe(true)
  expect(drawn.end).toMatchObject({ x: 97, open: false })
})

test('the usual range is an area, and a day that is not over is open', () => {
  const drawn = sparkline([point(1, 4, { low: 2, high: 6 }), point(2, 5, { low: 3, high: 7 })], box, '2026-11-02T10:00:00Z')
  expect(drawn.bands).toHaveLength(1)
  expect(drawn.bands[0]).toMatch(/^M.*Z$/)
  expect(drawn.end?.open).toBe(true)
})

test('nothing to show is nothing, and a value that never changes lies in the middle', () => {
  expect(sparkline([point(1, null)], box, '2026-11-09T00:00:00Z').end).toBeNull()
  expect(sparkline([point(1, 4), point(2, 4)], box, '2026-11-09T00:00:00Z').end?.y).toBe(15)
})
