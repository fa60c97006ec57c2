// Guards when a figure speaks, waits and is over: lines and their way back, certainty, changes that are real, shares, trends, and nothing to judge by.
import { describe, expect, test } from 'vitest'
import type { MetricChange, MetricFigure } from '@kontuar/contracts'
import { judgeFigure, quietSince, type FigureMemory, type Look } from './figure.ts'
import type { FigureDefinition } from './windows-of.ts'

const day = 86_400_000
const figure = (value: number | null, n = 50, interval: MetricFigure['interval'] = null): MetricFigure => ({ value, n, interval, shown: true, parts: {} })
const look = (given: Partial<Look> = {}): Look => ({ at: day, counts: false, figure: figure(0), change: null, share: null, weeks: [], ...given })
const rule = (test: FigureDefinition['test'], more: Partial<FigureDefinition> = {}): FigureDefinition => ({ kind: 'figure', metric: 'nps', each: 'all', days: 7, test, minimum: 20, noData: 'quiet', ...more })
function lived(of: FigureDefinition, looks: readonly Look[]): string[] {
  let memory: FigureMemory = quietSince(0)
  return looks.map((one) => {
    const verdict = judgeFigure(of, memory, one)
    memory = JSON.parse(JSON.stringify(verdict.memory)) as FigureMemory
    return verdict.said.join()
  })
}
const values = (of: FigureDefinition, ...some: number[]) => lived(of, some.map((value) => look({ figure: figure(value) })))

describe('a line', () => {
  test.each<[string, FigureDefinition['test'], number[], string[]]>([
    ['is crossed where it is reached', { test: 'below', value: 30 }, [31, 30, 29], ['', 'fires', '']],
    ['is left where it is passed again', { test: 'below', value: 30 }, [20, 30, 31, 30], ['fires', '', 'is-back', 'fires']],
    ['with a way back is left only there', { test: 'below', value: 30, backAt: 40 }, [20, 35, 39, 40, 35, 30], ['fires', '', '', 'is-back', '', 'fires']],
    ['upwards likewise', { test: 'above', value: 5, backAt: 3 }, [4, 5, 4, 6, 3], ['', 'fires', '', '', 'is-back']],
  ])('%s', (_, t, some, said) => expect(values(rule(t), ...some)).toEqual(said))

  test('asked for certainty is crossed only by the whole interval', () => {
    const of = rule({ test: 'below', value: 30, certain: true })
    expect(lived(of, [look({ figure: figure(20, 50, { low: 10, high: 35 }) }), look({ figure: figure(20, 50, { low: 10, high: 30 }) }), look({ figure: figure(20) })])).toEqual(['', 'fires', ''])
  })

  test('is not judged by fewer than the rule asks for, and what was open stays open', () => {
    expect(lived(rule({ test: 'below', value: 30 }), [look({ figure: figure(10, 19) }), look({ figure: figure(10, 20) }), look({ figure: figure(90, 3) }), look({ figure: figure(90, 20) })])).toEqual(['', 'fires', '', 'is-back'])
  })

  test('of what is counted is judged at nought', () => {
    expect(lived(rule({ test: 'below', value: 5 }, { metric: 'answers' }), [look({ counts: true, figure: figure(9, 9) }), look({ counts: true, figure: figure(0, 0) })])).toEqual(['', 'fires'])
  })
})

describe('a change', () => {
  const change = (size: number, real: boolean, before = figure(40, 50)): MetricChange => ({ before, from: '', to: '', change: size, interval: null, real })
  const changes = (of: FigureDefinition, ...some: MetricChange[]) => lived(of, some.map((one) => look({ figure: figure(20), change: one })))
  test('speaks when it is real and large enough, and is over when it is chance again', () => {
    expect(changes(rule({ test: 'falls', by: 10, against: 'before' }), change(-20, false), change(-9, true), change(-10, true), change(-4, true), change(-12, false), change(-30, true))).toEqual(['', '', 'fires', '', 'is-back', 'fires'])
  })
  test('in the other direction is none', () => expect(changes(rule({ test: 'falls', by: 10, against: 'before' }), change(30, true))).toEqual(['']))
  test('of counts is a share of what there was', () => {
    const of = rule({ test: 'rises', by: 0.5, against: 'before' })
    const counted = (n: number, before: number) => look({ counts: true, figure: figure(n, n), change: { ...change(n - before, true), before: figure(before, before) } })
    expect(lived(of, [counted(140, 100), counted(150, 100), counted(30, 0)])).toEqual(['', 'fires', ''])
  })
  test('beside too few before is none', () => expect(changes(rule({ test: 'falls', by: 10, against: 'before' }), change(-50, true, figure(40, 5)))).toEqual(['']))
})

test('a share grows when the difference of the shares is real', () => {
  const of = rule({ test: 'share-grows', by: 0.1, against: 'before' }, { each: 'reason' })
  const share = (a: number, an: number, b: number, bn: number) => look({ counts: true, figure: figure(b, b), share: { before: { successes: a, n: an }, now: { successes: b, n: bn } } })
  expect(lived(of, [share(2, 20, 5, 20), share(20, 200, 60, 200), share(20, 200, 30, 200), share(20, 200, 19, 200)])).toEqual(['', 'fires', 'is-back', ''])
  expect(lived(of, [share(1, 10, 9, 10)])).toEqual([''])
})

test('a trend over disjoint weeks speaks in its direction alone', () => {
  const weeks = (...some: (number | null)[]) => look({ weeks: some.map((value) => figure(value, value === null ? 0 : 30)) })
  const down = rule({ test: 'trend', direction: 'down', weeks: 6 }, { minimum: 100 })
  expect(lived(down, [weeks(60, 50, 40, 30, 20, 10), weeks(50, 40, 30, 20, 10, 15), weeks(1, 2, 3, 4, 5, 6)])).toEqual(['fires', '', 'is-back'])
  expect(lived(down, [weeks(1, 2, 3, 4, 5, 6), weeks(60, 50, null, 30, 20, 10)])).toEqual(['', ''])
})

describe('nothing to judge by', () => {
  const of = rule({ test: 'below', value: 30 }, { noData: 'tell', noDataDays: 3 })
  const few = (at: number) => look({ at: at * day, figure: figure(null, 0) })
  test('is told once after so many days, and over when there is something again', () => {
    expect(lived(of, [few(1), few(2.9), few(3), few(8), look({ at: 9 * day, figure: figure(50) }), few(10), few(13)])).toEqual(['', '', 'no-data', '', 'data-is-back', '', 'no-data'])
  })
  test('is no alarm, and what was found before stays open meanwhile', () => {
    const found = judgeFigure(of, { state: 'firing', without: 0, noData: false }, few(5))
    expect(found).toMatchObject({ said: ['no-data'], memory: { state: 'firing' }, why: { code: 'no-data', n: 0, minimum: 20 } })
  })
  test('is kept to oneself unless the rule tells it', () => expect(lived(rule({ test: 'below', value: 30 }), [few(1), few(90)])).toEqual(['', '']))
})
