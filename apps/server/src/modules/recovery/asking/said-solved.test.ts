// Guards the one rule by which a customer counts as won back.
import { expect, test } from 'vitest'
import { checkDefinition, type SurveyDefinition, type Values } from '@kontuar/survey'
import { saidSolved } from './said-solved.ts'
import { secondQuestion } from './second-question.ts'

const ours = secondQuestion('pl')
const nps: SurveyDefinition = { ...ours, questions: [{ id: 'nps', type: 'nps', title: { pl: 'Czy poleci nas Pan/Pani?' } }] }

test.each<[SurveyDefinition, Values, boolean | null]>([
  [ours, { solved: 'yes' }, true], [ours, { solved: 'yes', score: 5 }, true], [ours, { solved: 'yes', score: 3 }, true], [ours, { solved: 'yes', score: 1 }, false],
  [ours, { solved: 'no' }, false], [ours, { solved: 'no', score: 5 }, false], [ours, {}, null], [ours, { score: 5 }, null], [ours, { score: 1 }, false],
  [nps, { nps: 10 }, true], [nps, { nps: 8 }, null], [nps, { nps: 2 }, false], [nps, {}, null],
])('of %# the customer said %j', (definition, values, expected) => {
  expect(saidSolved(definition, values)).toBe(expected)
})

test('the ready-made question is a survey that can be published in each language', () => {
  for (const language of ['pl', 'ru', 'en'] as const) expect(checkDefinition(secondQuestion(language))).toEqual([])
})
