// Guards the scales of charts: everything drawn lies between round values, and nothing beyond what a metric can be.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namedPoints } from './named-points.ts'
import { niceScale, ticksOf } from './nice-scale.ts'

test.each([
  [{ unit: 'count', low: 3, high: 17, zero: true }, [0, 5, 10, 15, 20]],
  [{ unit: 'count', low: 0, high: 2, zero: true }, [0, 1, 2]],
  [{ unit: 'share', low: 0.81, high: 0.88, zero: false }, [0.8, 0.82, 0.84, 0.86, 0.88]],
  [{ unit: 'points', low: -38, high: 55, zero: false }, [-50, 0, 50, 100]],
  [{ unit: 'seconds', low: 0, high: 5400, zero: true }, [0, 1800, 3600, 5400]],
  [{ unit: 'seconds', low: 0, high: 45, zero: true }, [0, 15, 30, 45]],
] as const)('%j has lines at %j', (wish, ticks) => expect(ticksOf(niceScale(wish))).toEqual(ticks))

test('whatever is drawn has its place, and the scale has room', () => {
  const unit = fc.constantFrom('count', 'share', 'seconds', 'points', 'score' as const)
  fc.assert(fc.property(unit, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (kind, one, other, zero) => {
    const stretch = kind === 'share' ? (x: number) => x : kind === 'points' ? (x: number) => x * 200 - 100 : (x: number) => x * 90_000
    const [low, high] = [stretch(Math.min(one, other)), stretch(Math.max(one, other))]
    const scale = niceScale({ unit: kind, low, high, zero })
    expect(scale.min).toBeLessThanOrEqual(low + 1e-9)
    expect(scale.max).toBeGreaterThanOrEqual(high - 1e-9)
    expect(scale.max).toBeGreaterThan(scale.min)
    if (kind === 'share') expect(scale.min >= 0 && scale.max <= 1).toBe(true)
    if (kind === 'points') expect(scale.min >= -100 && scale.max <= 100).toBe(true)
    expect(ticksOf(scale).length).toBeLessThanOrEqual(12)
  }))
})

test.each([[5, 8, [0, 1, 2, 3, 4]], [90, 6, [14, 29, 44, 59, 74, 89]], [0, 6, []], [3, 1, [2]]])('of %d points at most %d are named', (count, most, named) => expect(namedPoints(count, most)).toEqual(named))
