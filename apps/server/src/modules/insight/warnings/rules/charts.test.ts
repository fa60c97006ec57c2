// Guards the charts: published run lengths, and that scores of chance alone give the alarms that were asked for.
import { describe, expect, test } from 'vitest'
import { chartFor, holdingTime, runLength } from './cusum.ts'
import { drawOf } from './draw.ts'
import { createRandom } from './random.fixture.ts'
import { learned, limitAt, scoreOf } from './score.ts'
import { shareBudget } from './share-budget.ts'

describe('run lengths', () => {
  // One side of the tables of D. M. Hawkins, Journal of Quality Technology 25 (1993) 248-261, and J. M. Lucas 1982 for the two rules together.
  test.each([
    [{ k: 0.5, h: 4, limit: Infinity }, 0, 336],
    [{ k: 0.5, h: 5, limit: Infinity }, 0, 930],
    [{ k: 0.5, h: 5, limit: Infinity }, 1, 10.4],
    [{ k: 0.5, h: 4, limit: Infinity }, 1, 8.38],
    [{ k: 0.25, h: 8, limit: Infinity }, 0, 735],
    [{ k: 0.5, h: 5, limit: 3.5 }, 0, 784],
  ])('%j at a shift of %d: %d periods', (chart, shift, periods) => {
    expect(runLength(chart, shift) / periods).toBeGreaterThan(0.985)
    expect(runLength(chart, shift) / periods).toBeLessThan(1.015)
  })

  test.each([[0.4, 0.05], [0.4, 0.003], [1, 0.05], [1, 0.003], [2, 0.01]])('a chart for a shift of %d gives %d alarms a period, holding and beginning anew', (shift, perPeriod) => {
    const chart = chartFor(shift, perPeriod)
    const { uniform } = createRandom(5)
    let [sum, holds, alarms, held] = [0, false, 0, 0]
    const periods = Math.ceil(3000 / perPeriod)
    for (let i = 0; i < periods; i++) {
      const score = scoreOf({ below: 0, equal: 1, above: 0 }, 'more', uniform())
      sum = Math.max(0, sum + score - chart.k)
      if (holds) {
        held++
        sum = Math.min(chart.h, sum)
        if (sum <= chart.h / 2) [sum, holds] = [0, false]
      } else if (score >= chart.limit || sum >= chart.h) {
        alarms++
        ;[sum, holds] = [chart.h, true]
      }
    }
    expect(alarms / periods / perPeriod).toBeGreaterThan(0.93)
    expect(alarms / periods / perPeriod).toBeLessThan(1.07)
    expect(held / alarms / holdingTime(chart)).toBeCloseTo(1, 1)
  })
})

describe('scores', () => {
  test('lie on the bad side of nought when it is bad, whichever side that is', () => {
    expect(scoreOf({ below: 0.9, equal: 0.09, above: 0.01 }, 'more', 0.5)).toBeGreaterThan(1.5)
    expect(scoreOf({ below: 0.9, equal: 0.09, above: 0.01 }, 'fewer', 0.5)).toBeLessThan(-1.5)
  })

  test('of a spread learned from few days are taken back: t of 10 days at 2.764 is z of 1 %', () => {
    expect(learned(2.764, 10)).toBeCloseTo(2.326, 2)
    expect(learned(-2.764, 10)).toBeCloseTo(-2.326, 2)
    expect(learned(3, Infinity)).toBe(3)
  })

  test('a level of nothing is never reached', () => expect(limitAt(0)).toBe(Infinity))

  test('draws are even, and nothing to each other', () => {
    const draws = Array.from({ length: 10_000 }, (_, i) => drawOf(`complaints-rise all ${20_000 + i}`))
    const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length
    expect(mean(draws)).toBeCloseTo(0.5, 1)
    expect(mean(draws.map((x) => (x - 0.5) ** 2))).toBeCloseTo(1 / 12, 2)
    expect(Math.abs(mean(draws.slice(1).map((x, i) => (x - 0.5) * (draws[i]! - 0.5))))).toBeLessThan(0.003)
    expect(drawOf('a')).toBe(drawOf('a'))
  })
})

describe('the budget', () => {
  const claims = [...Array.from({ length: 40 }, (_, i) => ({ key: `shop ${i}`, kind: 'nps-falls', weight: 1, most: 1 })), { key: 'all', kind: 'silence', weight: 1, most: 1 }]
  const sum = (shares: ReadonlyMap<string, number>) => [...shares.values()].reduce((total, n) => total + n, 0)

  test('is used up, each kind its part, whether it watches one place or forty', () => {
    const shares = shareBudget(1, claims)
    expect(sum(shares)).toBeCloseTo(1, 9)
    expect(shares.get('all')).toBeCloseTo(0.5, 9)
  })

  test('what one cannot use is for the others', () => {
    const shares = shareBudget(1, claims.map((claim) => (claim.key === 'all' ? { ...claim, most: 0.1 } : claim)))
    expect(shares.get('all')).toBeCloseTo(0.1, 6)
    expect(sum(shares)).toBeCloseTo(1, 6)
  })

  test('is not exceeded where nobody can use so much, and a lesson leaves its part unused', () => {
    expect(sum(shareBudget(1000, claims))).toBeCloseTo(41, 6)
    expect(shareBudget(1, claims, new Map([['all', 4]])).get('all')).toBeCloseTo(0.125, 9)
  })
})
