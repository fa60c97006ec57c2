// Guards the summary in words: it calls real only what is, shows nothing made of too little, and bends its nouns.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Locale, MetricFigure, MetricInfo } from '@kontuar/contracts'
import { summarise } from './summarise.ts'

const info = (given: Partial<MetricInfo> = {}) => ({ name: 'nps', label: 'NPS', unit: 'points', direction: 'up', shownFrom: 5, interval: 'adjusted-wald', ...given }) as MetricInfo
const figure = (value: number | null, given: Partial<MetricFigure> = {}): MetricFigure => ({ value, interval: value === null ? null : { low: value - 7, high: value + 7 }, n: 120, shown: true, parts: {}, ...given })
const change = (before: MetricFigure, now: number, real: boolean) => ({ before, from: '2026-11-16T00:00:00Z', to: '2026-11-23T00:00:00Z', change: before.value === null ? null : now - before.value, interval: { low: 1, high: 9 }, real })
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const said = (language: Locale, i: MetricInfo, result: Parameters<typeof summarise>[1]) => { const sentence = summarise(i, result, language); return { ...sentence, text: plain(sentence.text) } }

describe('what changed and whether it is real', () => {
  test.each<[Locale, string, string, string]>([
    ['pl', 'NPS: 42 punkty, o 4 punkty więcej niż poprzednio (38 punktów). To rzeczywista poprawa.', 'NPS: 42 punkty, o 4 punkty więcej niż poprzednio (38 punktów). Przy takiej liczbie może to być przypadek.', 'NPS: 42 punkty (przedział od 35 do 49).'],
    ['ru', 'NPS: 42 пункта, прежде было 38 пунктов: больше на 4 пункта. Это действительное улучшение.', 'NPS: 42 пункта, прежде было 38 пунктов: больше на 4 пункта. При таком количестве это может быть случайностью.', 'NPS: 42 пункта (интервал от 35 до 49).'],
    ['en', 'NPS: 42 points, up by 4 points from 38 points. This is a real improvement.', 'NPS: 42 points, up by 4 points from 38 points. With numbers this small it may be chance.', 'NPS: 42 points (interval from 35 to 49).'],
  ])('in %s', (language, real, chance, alone) => {
    expect(said(language, info(), { figure: figure(42), change: change(figure(38), 42, true) })).toEqual({ metric: 'nps', text: real, real: true, tone: 'good' })
    expect(said(language, info(), { figure: figure(42), change: change(figure(38), 42, false) })).toEqual({ metric: 'nps', text: chance, real: false, tone: 'neutral' })
    expect(said(language, info(), { figure: figure(42), change: null }).text).toBe(alone)
  })

  test('down is good where the metric says so, and neither good nor bad where it takes no side', () => {
    const fewer = { figure: figure(10, { interval: null }), change: change(figure(20), 10, true) }
    expect(said('en', info({ direction: 'down', unit: 'count' }), fewer)).toMatchObject({ tone: 'good', text: 'NPS: 10, down by 10 from 20. This is a real improvement.' })
    expect(said('en', info({ direction: 'up', unit: 'count' }), fewer)).toMatchObject({ tone: 'bad', text: 'NPS: 10, down by 10 from 20. This is a real decline.' })
    expect(said('en', info({ direction: 'neither', unit: 'count' }), fewer)).toMatchObject({ tone: 'neutral', text: 'NPS: 10, down by 10 from 20. This is a real change.' })
  })

  test('a share that reads the same is the same, though its digits behind the point differ', () => {
    expect(said('pl', info({ label: 'CSAT', unit: 'share' }), { figure: figure(0.864), change: change(figure(0.861), 0.864, true) })).toMatchObject({ real: false, text: 'CSAT: 86%, tyle samo co poprzednio.' })
  })

  test('too little to show stays unshown, now and before', () => {
    const few = figure(100, { n: 4, shown: false })
    for (const language of ['pl', 'ru', 'en'] as const) {
      expect(said(language, info(), { figure: few, change: change(figure(38), 100, true) }).text).not.toMatch(/100|62/)
      expect(said(language, info(), { figure: figure(42), change: change(few, 42, true) }).text).not.toMatch(/100|58/)
    }
    expect(said('pl', info(), { figure: few, change: null }).text).toBe('NPS: za mało danych, by pokazać wynik (4, pokazujemy od 5).')
  })

  test('nothing, nothing before, and nothing that could be judged are each said', () => {
    expect(said('en', info(), { figure: figure(null, { n: 0 }), change: null }).text).toBe('NPS: there was no data in this period.')
    expect(said('en', info(), { figure: figure(42), change: change(figure(null, { n: 0 }), 42, false) }).text).toContain('no data in the period before')
    expect(said('en', info({ interval: 'none', unit: 'count' }), { figure: figure(12, { interval: null }), change: change(figure(10), 12, false) }).text).toContain('cannot be said')
    expect(said('en', info(), { problem: {} }).text).toBe('NPS: this metric could not be read.')
  })

  test('whatever the figures, nothing is called real that is not', () => {
    fc.assert(fc.property(fc.constantFrom<Locale>('pl', 'ru', 'en'), fc.constantFrom('count', 'share', 'seconds', 'points', 'score'), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.boolean(), (language, unit, now, before, shown) => {
      const sentence = summarise(info({ unit: unit as MetricInfo['unit'] }), { figure: figure(now, { shown }), change: change(figure(before), now, false) }, language)
      expect(sentence.real).toBe(false)
      expect(sentence.tone).toBe('neutral')
      expect(sentence.text).not.toMatch(/NaN|undefined|Infinity|rzeczywis|действительн|real/)
    }))
  })
})
