// Guards a survey asked on the phone: a low score asks why, a changed one takes the question back, what is missing is said at once.
import { surveyTemplates, type SurveyDefinition } from '@kontuar/survey'
import { expect, test } from 'vitest'
import type { PhoneDraft } from './phone-draft.ts'
import { answerOf, back, onward, problemsOf, stepOf } from './phone-steps.ts'

const definition: SurveyDefinition = {
  languages: ['pl'], defaultLanguage: 'pl', title: {}, intro: {}, thanks: {}, whatNext: {}, reviewLinks: [],
  questions: [
    { id: 'score', type: 'csat', title: { pl: 'Jak było?' }, required: true }, { id: 'why', type: 'text', title: { pl: 'Dlaczego?' }, condition: { combinator: 'and', rules: [{ field: 'q:score', operator: '<=', value: 2 }] } },
    { id: 'photo', type: 'file', title: { pl: 'Zdjęcie' }, newPage: true, required: true }, { id: 'word', type: 'text', title: { pl: 'Coś jeszcze?' }, newPage: true },
  ],
}
const draft = (more: Partial<PhoneDraft> = {}): PhoneDraft => ({ surveyId: 's', version: 1, language: 'pl', values: {}, pages: [], key: 'k', ...more })
const ids = (given: PhoneDraft) => stepOf(definition, given)?.questions.map(({ id }) => id) ?? null

test('it goes page by page and asks no file', () => {
  expect(ids(draft())).toEqual(['score'])
  expect(ids(draft({ values: { score: 1 }, pages: [['score']] }))).toEqual(['why'])
  expect(ids(draft({ values: { score: 5 }, pages: [['score']] }))).toEqual(['word'])
  expect(stepOf(definition, draft({ values: { score: 5 }, pages: [['score']] }))).toMatchObject({ last: true, index: 1 })
  expect(ids(draft({ values: { score: 5 }, pages: [['score'], ['word']] }))).toBe(null)
})

test('what is missing on the page is said, not what comes later', () => {
  expect(problemsOf(definition, definition.questions.slice(0, 1), {})).toEqual([{ questionId: 'score', code: 'required' }])
  expect(problemsOf(definition, definition.questions.slice(0, 1), { score: 9 })).toContainEqual({ questionId: 'score', code: 'wrong-value' })
  expect(problemsOf(definition, definition.questions.slice(3), { score: 9 })).toEqual([])
})

test('back, a better score, and the reason for the bad one is no answer', () => {
  const went = onward(draft({ values: { score: 1 } }), stepOf(definition, draft({ values: { score: 1 } }))!)
  expect(went.pages).toEqual([['score']])
  expect(back(went).pages).toEqual([])
  expect(answerOf(definition, { score: 5, why: 'Długo' })).toEqual({ score: 5 })
  expect(answerOf(definition, { score: 1, why: ' Długo ' })).toEqual({ score: 1, why: 'Długo' })
})

test.each(surveyTemplates.map(({ key, definition: ready }) => [key, ready] as const))('the ready-made one “%s” comes to an end', (_, ready) => {
  let at = draft()
  for (let steps = 0; ; steps++) {
    expect(steps).toBeLessThan(20)
    const step = stepOf(ready, at)
    if (step === null) break
    expect(step.index).toBeLessThan(step.of)
    at = onward(at, step)
  }
})
