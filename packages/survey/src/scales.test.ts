// Guards what a point of a scale means, and the words beside it.
import { describe, expect, test } from 'vitest'
import type { Question, Tone } from './definition.ts'
import { metricOf, primaryQuestion, scaleOf, toneOf } from './scales.ts'
import { endWords, valueWords } from './scale-words.ts'
import { survey } from './survey.fixture.ts'

const q = (more: Partial<Question> & Pick<Question, 'type'>): Question => ({ id: 'a', title: {}, ...more })
const letters: Record<string, Tone> = { l: 'low', m: 'middle', h: 'high' }

describe('tones', () => {
  test.each<[string, Question, string]>([
    ['NPS', q({ type: 'nps' }), 'lllllllmmhh'], ['CSAT of five', q({ type: 'csat' }), 'llmhh'], ['CSAT of three', q({ type: 'csat', points: 3 }), 'lmh'], ['CSAT of ten', q({ type: 'csat', points: 10 }), 'lllllmmhhh'],
    ['stars', q({ type: 'stars' }), 'llmhh'], ['three faces', q({ type: 'faces', points: 3 }), 'lmh'], ['CES of seven', q({ type: 'ces' }), 'lllmhhh'], ['CES of five', q({ type: 'ces', points: 5 }), 'llmhh'], ['the older CES, where 1 is easy', q({ type: 'ces', reversed: true }), 'hhhmlll'],
  ])('%s', (_, question, tones) => {
    const { min, max } = scaleOf(question)!
    expect(Array.from({ length: max - min + 1 }, (__, i) => toneOf(question, min + i))).toEqual([...tones].map((letter) => letters[letter]))
    for (const none of [min - 1, max + 1, min + 0.5, '5', undefined]) expect(toneOf(question, none)).toBeNull()
  })
})

test('the score is the first question with a metric', () => {
  expect(primaryQuestion(survey)?.id).toBe('score')
  expect(primaryQuestion({ ...survey, questions: [q({ type: 'text' }), q({ id: 'b', type: 'stars' }), q({ id: 'c', type: 'nps' })] })?.id).toBe('b')
  expect(primaryQuestion({ ...survey, questions: [q({ type: 'text' })] })).toBeNull()
  expect([metricOf(q({ type: 'faces' })), metricOf(q({ type: 'single' })), scaleOf(q({ type: 'text' }))]).toEqual(['csat', null, null])
})

describe('words', () => {
  test.each(['pl', 'ru', 'en', 'uk', 'de', 'ar', 'he'])('each point with words has its own in %s', (language) => {
    for (const question of [q({ type: 'csat' }), q({ type: 'csat', points: 3 }), q({ type: 'stars' }), q({ type: 'faces' }), q({ type: 'faces', points: 3 }), q({ type: 'ces' }), q({ type: 'ces', points: 5 })]) {
      const words = valueWords(question, language, 'en')!
      expect(new Set(words).size).toBe(scaleOf(question)!.max)
      expect(endWords(question, language, 'en')).toEqual({ low: words[0], high: words.at(-1) })
    }
  })

  test('the older CES is turned round, numbers have ends alone, and the labels of the survey come first', () => {
    expect(valueWords(q({ type: 'ces', reversed: true }), 'pl', 'pl')).toEqual(valueWords(q({ type: 'ces' }), 'pl', 'pl')!.toReversed())
    expect(valueWords(q({ type: 'nps' }), 'pl', 'pl')).toBeNull()
    expect(endWords(q({ type: 'nps' }), 'pl', 'pl')).toEqual({ low: 'Zupełnie nieprawdopodobne', high: 'Bardzo prawdopodobne' })
    const own = q({ type: 'csat', endLabels: { low: { pl: 'Fatalnie' }, high: {} } })
    expect(valueWords(own, 'en', 'pl')).toEqual(['Fatalnie', 'Dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'Very satisfied'])
    expect(endWords(q({ type: 'text' }), 'pl', 'pl')).toBeNull()
  })

  test('a language without words speaks that of the survey, then English', () => {
    expect(endWords(q({ type: 'stars' }), 'fi', 'pl-pl')?.low).toBe('Bardzo źle')
    expect(endWords(q({ type: 'stars' }), 'constructor', '__proto__')?.low).toBe('Very poor')
  })
})
