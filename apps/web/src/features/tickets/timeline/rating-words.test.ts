// Guards the score as people read it, and that a road of a newer server breaks nothing.
import { expect, test } from 'vitest'
import { roadOf, scoreOf } from './rating-words.ts'

test.each([
  [9, { min: 0, max: 10 }, 'pl', '9 / 10'], [0, { min: 0, max: 10 }, 'en', '0 / 10'], [4.25, { min: 1, max: 5 }, 'pl', '4,3 / 5'], [4.25, { min: 1, max: 5 }, 'en', '4.3 / 5'], [7, null, 'ru', '7'], [null, { min: 1, max: 5 }, 'ru', null],
])('%j of %j in %s reads %j', (value, scale, locale, words) => expect(scoreOf({ value, scale }, locale)).toBe(words))

test('a road without a word has none', () => {
  const rating = { answerId: 'a', surveyId: 's', surveyName: 'Po wizycie', metric: null, value: null, scale: null, tone: null, comment: null, complete: true, hidden: false }
  expect(roadOf({ ...rating, road: 'sms' })).toBe('sms')
  expect(roadOf({ ...rating, road: 'pigeon' })).toBe(null)
})
