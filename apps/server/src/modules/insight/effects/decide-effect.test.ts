// Guards what is called an effect: what came anyway is taken off, and nothing is known of too few.
import type { MetricFigure } from '@kontuar/contracts'
import { describe, expect, test } from 'vitest'
import { decideEffect, type Side } from './decide-effect.ts'

const share = (numerator: number, denominator: number): MetricFigure => ({ value: denominator === 0 ? null : numerator / denominator, interval: null, n: denominator, shown: true, parts: { numerator, denominator } })
const nps = (promoters: number, passives: number, detractors: number): MetricFigure => ({ value: null, interval: null, n: promoters + passives + detractors, shown: true, parts: { promoters, passives, detractors } })
const count = (n: number): MetricFigure => ({ value: n, interval: null, n, shown: true, parts: {} })
const side = (before: MetricFigure, after: MetricFigure, daysBefore: (number | null)[] = [], daysAfter: (number | null)[] = []): Side => ({ before, after, daysBefore, daysAfter })
const shares = { form: 'share', of: ['csat-satisfied'] } as const

describe('the effect', () => {
  test('of shares takes off what came anyway', () => {
    // 60 → 80 % here, 60 → 70 % elsewhere: +10 points; by hand SE = √(.24/400 + .16/400 + .24/900 + .21/900)
    const { effect, interval, known } = decideEffect({ ...shares, of: [...shares.of] }, side(share(240, 400), share(320, 400)), side(share(540, 900), share(630, 900)), 5)
    const margin = 1.959963984540054 * Math.sqrt(0.24 / 400 + 0.16 / 400 + 0.24 / 900 + 0.21 / 900)
    expect(effect).toBeCloseTo(0.1, 12)
    expect(interval!.low).toBeCloseTo(0.1 - margin, 10)
    expect(interval!.high).toBeCloseTo(0.1 + margin, 10)
    expect(known).toBe(true)
  })

  test('that might be nothing is not yet known', () => {
    expect(decideEffect({ form: 'nps' }, side(nps(10, 5, 5), nps(12, 5, 3)), side(nps(100, 50, 50), nps(100, 50, 50)), 5)).toMatchObject({ known: false, why: 'includes-zero', relative: false })
  })

  test('of three answers is not known, and of none before it is said why', () => {
    expect(decideEffect({ ...shares, of: [...shares.of] }, side(share(0, 3), share(3, 3)), side(share(50, 100), share(50, 100)), 5)).toMatchObject({ known: false, why: 'too-few' })
    expect(decideEffect({ ...shares, of: [...shares.of] }, side(share(0, 0), share(3, 3)), side(share(50, 100), share(50, 100)), 5)).toMatchObject({ effect: null, known: false, why: 'nothing-before' })
  })

  test('of counts is a share of what there was before, so that a shop and a network can be compared', () => {
    const days = (level: number) => [1, 1.1, 0.9, 1.05, 0.95, 1, 1].map((part) => level * part)
    const decided = decideEffect({ form: 'count', of: ['contact-in'] }, side(count(70), count(140), days(10), days(20)), side(count(7000), count(7000), days(1000), days(1000)), 5)
    expect(decided).toMatchObject({ relative: true, known: true })
    expect(decided.effect).toBeCloseTo(1, 9)
  })

  test('without anything to compare with is a mere before and after, judged by its days', () => {
    const decided = decideEffect({ form: 'mean', of: ['handle'] }, side(count(7), count(7), [300, 310, 290, 305, 295, null, 300], [200, 210, 190, 205, 195, 200, 200]), null, 5)
    expect(decided).toMatchObject({ known: true, relative: false })
    expect(decided.effect).toBeCloseTo(-100, 9)
  })

  test('of what did not exist before cannot be a share of it', () => {
    expect(decideEffect({ form: 'count', of: ['contact-in'] }, side(count(0), count(5), [0, 0], [2, 3]), null, 5)).toMatchObject({ effect: null, why: 'nothing-before' })
  })
})
