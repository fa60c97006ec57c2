// Guards what is said before publishing: every change is named, and nothing that is none.
import type { SurveyDefinition } from '@kontuar/survey'
import { expect, test } from 'vitest'
import { changesNothing, whatChanges } from './what-changes.ts'

const before: SurveyDefinition = {
  languages: ['pl', 'en'], defaultLanguage: 'pl', title: { pl: 'T' }, intro: {}, thanks: { pl: 'D' }, whatNext: {}, reviewLinks: [],
  questions: [{ id: 'a', type: 'nps', title: { pl: 'A' } }, { id: 'b', type: 'text', title: { pl: 'B' }, required: true }, { id: 'c', type: 'text', title: { pl: 'C' } }],
}

test('the same definition changes nothing, whatever is written out and in whatever order', () => {
  const same = { ...before, questions: before.questions.map(({ id, type, title, ...rest }) => ({ title, type, ...rest, id, newPage: false, condition: null })) } as SurveyDefinition
  expect(changesNothing(whatChanges(before, same))).toBe(true)
})

test('what came, went, changed and moved is named', () => {
  const [a, b, c] = before.questions as [typeof before.questions[0], typeof before.questions[0], typeof before.questions[0]]
  const after = { ...before, languages: ['pl', 'ru'], thanks: { pl: 'Dziękujemy' }, questions: [c, { id: 'd', type: 'faces' as const, title: {} }, { ...a, title: { pl: 'Aa' } }] }
  const changes = whatChanges(before, after)
  expect({ ...changes, added: changes.added.map(({ id }) => id), removed: changes.removed.map(({ id }) => id), changed: changes.changed.map(({ id }) => id) }).toEqual({
    added: ['d'], removed: ['b'], changed: ['a'], reordered: true, languagesAdded: ['ru'], languagesRemoved: ['en'], frame: true,
  })
  expect(whatChanges(before, { ...before, questions: [a, c] }).reordered).toBe(false)
  expect(b.required).toBe(true)
})
