// Guards the arrow: it stands only where the change is real, and the colour only where somebody said which way is good.
import { expect, test } from 'vitest'
import { figureOf, metricOf, readOf } from '../options/samples.fixture.ts'
import type { Change } from '../result.ts'
import { readChange } from './read-change.ts'

const change = (more: Partial<Change> = {}): Change => ({ before: figureOf(0.7, 300), from: '2026-10-01T22:00:00Z', to: '2026-10-31T23:00:00Z', change: 0.12, interval: { low: 0.05, high: 0.19 }, real: true, ...more })

test('a real change has its words, its tone and its days', () => {
  expect(readChange(readOf(metricOf('share'), { change: change() }), 'en')).toMatchObject({ kind: 'compared', words: '+12\u00a0pp', real: true, unsure: false, tone: 'good', days: 30 })
  expect(readChange(readOf(metricOf('share', { direction: 'down' }), { change: change() }), 'en')).toMatchObject({ tone: 'bad' })
  expect(readChange(readOf(metricOf('share', { direction: 'neither' }), { change: change() }), 'en')).toMatchObject({ tone: 'plain', real: true })
})
test('what may be chance has neither arrow nor colour', () => expect(readChange(readOf(metricOf('share'), { change: change({ real: false }) }), 'en')).toMatchObject({ real: false, unsure: true, tone: 'plain' }))
test('a count of a period that is still running is not held against a whole one', () => {
  const running = readOf(metricOf('count', { form: { form: 'count', of: [] } }), { figure: figureOf(40, 40), change: change({ before: figureOf(90, 90), change: -50 }), at: '2026-11-12T12:00:00Z' })
  expect(readChange(running, 'en')).toMatchObject({ real: false, running: true, words: '−50 (−56%)' })
})
test('too few before are not compared, and nothing before is nothing', () => {
  expect(readChange(readOf(metricOf('share'), { change: change({ before: { ...figureOf(1, 3), shown: false } }) }), 'en')).toEqual({ kind: 'few', n: 3 })
  expect(readChange(readOf(metricOf('share'), { change: change({ before: figureOf(null, 0), change: null }) }), 'en')).toEqual({ kind: 'none' })
  expect(readChange(readOf(metricOf('share')), 'en')).toEqual({ kind: 'none' })
})
