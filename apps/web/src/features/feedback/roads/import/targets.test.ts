// Guards what a column can be: every question, its options where each has a column, and nothing twice.
import { expect, test } from 'vitest'
import type { SurveyDefinition } from '@kontuar/survey'
import { asksSomething, doubled, mappingOf, questionTargets } from './targets.ts'

const definition: SurveyDefinition = {
  languages: ['pl'], defaultLanguage: 'pl', title: {}, intro: {}, thanks: {}, whatNext: {}, reviewLinks: [],
  questions: [
    { id: 'score', type: 'nps', title: { pl: 'Polecenie' } }, { id: 'why', type: 'multiple', title: { pl: 'Dlaczego' }, options: [{ id: 'a', label: { pl: 'Cena' } }], other: true },
    { id: 'how', type: 'matrix', title: {}, rows: [{ id: 'r', label: {} }], options: [{ id: 'x', label: {} }] }, { id: 'photo', type: 'file', title: { pl: 'Zdjęcie' } },
  ],
}

test('questions, options, rows and further words; no files', () => {
  expect(questionTargets(definition, 'en', 'inne')).toEqual([
    { value: 'q:score', label: 'Polecenie' }, { value: 'q:why', label: 'Dlaczego' }, { value: 'q:why:a', label: 'Dlaczego: Cena' }, { value: 'q:why:other', label: 'Dlaczego: inne' }, { value: 'q:how', label: 'how' }, { value: 'q:how:r', label: 'how: r' },
  ])
})

test('left out is left out, and what is named twice is found', () => {
  const mapping = mappingOf({ Data: 'at', Uwagi: null, Mail: '', Ocena: 'q:score' })
  expect(mapping).toEqual({ Data: 'at', Ocena: 'q:score' })
  expect([doubled(mapping), doubled({ a: 'at', b: 'at' })]).toEqual([null, 'at'])
  expect([asksSomething(mapping), asksSomething({ a: 'at' })]).toEqual([true, false])
})
