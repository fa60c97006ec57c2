// Guards the changes of a draft: ids are never shared or reused, and no text is written where nobody asked for it.
import { questionTypes, type Question, type SurveyDefinition } from '@kontuar/survey'
import { expect, test } from 'vitest'
import { addLanguage, addQuestion, changeQuestion, copyOfQuestion, moveQuestion, newQuestion, removeLanguage, removeQuestion, withText } from './edit-definition.ts'

const definition: SurveyDefinition = {
  languages: ['pl', 'en'], defaultLanguage: 'pl', title: {}, intro: {}, thanks: {}, whatNext: {}, reviewLinks: [],
  questions: ['a', 'b', 'c'].map((id) => ({ id, type: 'text', title: { pl: id } })),
}
const order = (of: SurveyDefinition) => of.questions.map(({ id }) => id).join('')

test('a new question of each type speaks only the languages of the survey', () => {
  for (const type of questionTypes) {
    const question = newQuestion(type, ['en'])
    expect(Object.keys(question.title).filter((each) => each !== 'en')).toEqual([])
    expect(question.id).toMatch(/^q[a-z0-9]{5}$/)
  }
})

test('a question is put behind another, moved and taken out without touching the others', () => {
  const added = addQuestion(definition, { id: 'x', type: 'nps', title: {} }, 'a')
  expect([order(added), order(addQuestion(definition, { id: 'x', type: 'nps', title: {} }, 'gone')), order(moveQuestion(added, 0, 3)), order(removeQuestion(added, 'b'))]).toEqual(['axbc', 'abcx', 'xbca', 'axc'])
  expect(added.questions[0]).toBe(definition.questions[0])
})

test('a copy has its words and none of its ids', () => {
  const question: Question = { ...newQuestion('matrix', ['pl']), title: { pl: 'Co?' } }
  const copy = copyOfQuestion(question)
  const ids = ({ id, options = [], rows = [] }: Question) => [id, ...options.map((each) => each.id), ...rows.map((each) => each.id)]
  expect(copy.title).toEqual(question.title)
  expect(new Set([...ids(question), ...ids(copy)]).size).toBe(10)
})

test('what is switched off or emptied is not written down', () => {
  const required = changeQuestion(definition, 'a', { required: true, condition: { combinator: 'and', rules: [] } })
  expect(changeQuestion(required, 'a', { required: false, condition: null }).questions[0]).toEqual(definition.questions[0])
  expect(withText({ pl: 'x', en: 'y' }, 'pl', '')).toEqual({ en: 'y' })
})

test('a language is added once; taken out it goes with every word in it, and the default one stays', () => {
  expect(addLanguage(definition, 'ru').languages).toEqual(['pl', 'en', 'ru'])
  expect(addLanguage(definition, 'en')).toBe(definition)
  expect(removeLanguage(definition, 'pl')).toBe(definition)
  const both = { pl: 'p', en: 'e' }
  const full: SurveyDefinition = {
    ...definition, title: both, intro: both, thanks: both, whatNext: both, reviewLinks: [{ label: both, url: 'https://review.example' }],
    questions: [{ id: 'm', type: 'matrix', title: both, help: both, options: [{ id: 'o', label: both }], rows: [{ id: 'r', label: both }], endLabels: { low: both, high: both } }],
  }
  expect(removeLanguage(full, 'en').languages).toEqual(['pl'])
  expect(JSON.stringify(removeLanguage(full, 'en'))).not.toContain('"en"')
})
