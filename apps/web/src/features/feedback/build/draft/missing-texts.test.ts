// Guards the marks at the languages of a survey: what is translated nowhere is not missing anywhere.
import type { SurveyDefinition } from '@kontuar/survey'
import { expect, test } from 'vitest'
import { missingTexts, sum } from './missing-texts.ts'

const definition: SurveyDefinition = {
  languages: ['pl', 'ru'], defaultLanguage: 'pl', title: { pl: 'Po wizycie', en: 'After the visit' }, intro: {}, thanks: { pl: 'Dziękujemy', ru: 'Спасибо' }, whatNext: { pl: ' ' },
  questions: [{ id: 'q1', type: 'single', title: { pl: 'Co?', ru: '' }, help: {}, options: [{ id: 'a', label: { pl: 'A', ru: 'А' } }, { id: 'b', label: { pl: 'B' } }, { id: 'c', label: {} }], endLabels: { low: { ru: 'плохо' }, high: {} } }],
  reviewLinks: [{ label: { pl: 'Opinia' }, url: 'https://review.example' }],
}

test('what one language has and the other has not is missing there, by place', () => {
  expect([...missingTexts(definition, 'ru')]).toEqual([['intro', 1], ['q1', 2], ['thanks', 1]])
  expect([...missingTexts(definition, 'pl')]).toEqual([['q1', 1]])
  expect(sum(missingTexts(definition, 'ru'))).toBe(4)
})

test('a language the survey does not speak makes nothing missing', () => {
  expect([...missingTexts({ ...definition, languages: ['pl'], title: { en: 'x' } }, 'pl')]).toEqual([])
})
