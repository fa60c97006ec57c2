// Guards that a problem leads to where it can be mended, whatever the check finds.
import { checkDefinition, type SurveyDefinition } from '@kontuar/survey'
import { expect, test } from 'vitest'
import { describe as described, placeOf } from './problem-place.ts'

const definition: SurveyDefinition = {
  languages: ['pl'], defaultLanguage: 'pl', title: {}, intro: {}, thanks: {}, whatNext: { pl: '{{customer.shoeSize}}' }, reviewLinks: [{ label: { pl: 'Opinia' }, url: 'http://x.example' }],
  questions: [
    { id: 'a', type: 'nps', title: {} },
    { id: 'b', type: 'single', title: { pl: 'Co?' }, options: [{ id: 'x', label: { pl: 'X' } }, { id: 'y', label: {} }], condition: { combinator: 'and', rules: [{ field: 'q:gone', operator: '=', value: 1 }] } },
    { id: 'c', type: 'matrix', title: { pl: 'Jak?' }, options: [{ id: 'x', label: { pl: 'X' } }], rows: [{ id: 'r', label: {} }] },
  ],
}

test('each problem of a draft leads to its place and says what it is about', () => {
  expect(checkDefinition(definition).map((problem) => [problem.code, placeOf(problem, definition), described(problem, definition)])).toEqual([
    ['missing-text', 'a', { question: 1, part: 'title', number: null, language: 'pl' }],
    ['missing-text', 'b', { question: 2, part: 'option', number: 2, language: 'pl' }],
    ['condition-unfinished', 'b', { question: 2, part: null, number: null, language: null }],
    ['too-few', 'c', { question: 3, part: 'column', number: null, language: null }],
    ['missing-text', 'c', { question: 3, part: 'row', number: 1, language: 'pl' }],
    ['missing-text', 'thanks', { question: null, part: 'thanks', number: null, language: 'pl' }],
    ['unknown-fact', 'thanks', { question: null, part: 'whatNext', number: null, language: 'pl' }],
    ['wrong-url', 'thanks', { question: null, part: 'reviewLink', number: 1, language: null }],
  ])
})

test('a path that leads nowhere leads to the beginning', () => {
  expect([placeOf({ path: [] }, definition), placeOf({ path: ['questions'] }, definition), placeOf({ path: ['questions', 99] }, definition)]).toEqual(['intro', 'intro', 'intro'])
  expect(described({ path: ['questions', 99, 'rows'] }, definition)).toEqual({ question: 100, part: 'row', number: null, language: null })
})
