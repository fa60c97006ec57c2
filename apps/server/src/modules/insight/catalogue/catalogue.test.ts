// Guards the catalogue: every metric is made of measures there are, can be read and opened, and is explained in three languages.
import { describe, expect, test } from 'vitest'
import { MetricForm } from '@kontuar/contracts'
import { Value } from 'typebox/value'
import { measureNames, measures } from '../facts/measures.ts'
import { binsOfMeasure } from '../sums/bins.ts'
import { dimensionsOf, measuresBelow, measuresOf, measuresRead } from './metric.ts'
import { meetingMeasures } from './own/together.ts'
import { readyMadeMetrics } from './ready-made.ts'
import { measureWords, metricWords } from './words/index.ts'

const languages = ['pl', 'ru', 'en'] as const

test('names are told once, in kebab-case', () => {
  const names = readyMadeMetrics.map((m) => m.name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  expect(names.length).toBeGreaterThan(70)
})

describe.each(readyMadeMetrics.map((metric) => [metric.name, metric] as const))('%s', (name, metric) => {
  test('is of a form the contract knows, made of measures there are', () => {
    expect(Value.Check(MetricForm, metric.form)).toBe(true)
    for (const measure of measuresRead(metric)) expect(measureNames).toContain(measure)
    if (metric.form.form === 'quantile') expect(binsOfMeasure(measuresOf(metric)[0]!)).not.toBeNull()
    if (metric.form.form === 'share') expect(measuresOf(metric).map((m) => measures[m].values)).toEqual(['zero-or-one'])
    if (metric.unit === 'seconds') for (const measure of measuresOf(metric)) expect(measures[measure].values).toBe('seconds')
  })

  test('counts no fact twice, so that its n is the number of its rows', () => {
    expect(meetingMeasures(measuresBelow(metric))).toBeNull()
    // The part of a share lies within the whole.
    if (metric.form.form === 'parts') expect(measuresOf(metric).every((of) => measuresBelow(metric).some((among) => measures[of].kind === measures[among].kind))).toBe(true)
  })

  test('can be cut', () => expect(dimensionsOf(measuresRead(metric)).length).toBeGreaterThan(0))

  test.each(languages)('is explained in %s, with its trap', (language) => {
    const words = metricWords[language][name]!
    expect(words.label.length).toBeGreaterThan(2)
    expect(words.label.length).toBeLessThan(60)
    for (const text of [words.explanation, words.trap, ...(words.note === undefined ? [] : [words.note])]) expect(text).toMatch(/^\p{Lu}.{20,}[.!?]$|^„.{20,}[.!?]$/u)
    if (metric.open !== undefined) expect(words.note).toBeDefined()
  })
})

test('no words are of metrics that are gone', () => {
  const names = readyMadeMetrics.map((m) => m.name).sort()
  for (const language of languages) expect(Object.keys(metricWords[language]).sort()).toEqual(names)
})

test.each(languages)('no two metrics are called alike in %s, nor two measures', (language) => {
  for (const labels of [Object.values(metricWords[language]).map((w) => w.label), Object.values(measureWords[language])]) expect(new Set(labels).size).toBe(labels.length)
})
