// Guards that a condition shown in words is the condition that is stored, both ways.
import { toPredicate, type ConditionGroup } from '@kontuar/conditions'
import { questionFields, visibleQuestions, type Question } from '@kontuar/survey'
import { expect, test } from 'vitest'
import { askableBefore, firstAsk, fromGroup, howsOf, rangeOf, toGroup, withHow, type Ask } from './asks.ts'

const options = ['a', 'b', 'other'].map((id) => ({ id, label: { en: id } }))
const questions: Question[] = [
  { id: 'nps', type: 'nps', title: {} }, { id: 'ces', type: 'ces', title: {}, reversed: true }, { id: 'three', type: 'faces', title: {}, points: 3 },
  { id: 'one', type: 'single', title: {}, options }, { id: 'many', type: 'multiple', title: {}, options }, { id: 'why', type: 'reasons', title: {}, options },
  { id: 'text', type: 'text', title: {} }, { id: 'grid', type: 'matrix', title: {} }, { id: 'yes', type: 'consent', title: {} }, { id: 'last', type: 'text', title: {} },
]
const holds = (group: ConditionGroup, values: object) => toPredicate(group, questionFields(questions), { now: new Date(0), timeZone: 'UTC', me: null })(values as never)

test('every way of asking of every question is read back as it was set', () => {
  for (const question of questions) {
    for (const how of howsOf(question)) {
      const set = withHow(firstAsk(question), how, question)
      const ask: Ask = Array.isArray(set.value) && typeof set.value[0] !== 'number' ? { ...set, value: ['a'] } : set.how === 'between' ? { ...set, value: [2, 3] } : set.how === 'contains' ? { ...set, value: 'x' } : set
      // Two to three of three faces is nothing but the whole upper part: no tone of its own.
      if (question.id === 'three' && how === 'between') continue
      expect(fromGroup(toGroup({ join: 'and', asks: [ask] }, questions), questions), `${question.id} ${how}`).toEqual({ join: 'and', asks: [ask] })
    }
  }
})

test('low, middle and high are the parts of each scale, also of one that runs the other way', () => {
  expect([rangeOf(questions[0]!, 'low'), rangeOf(questions[0]!, 'middle'), rangeOf(questions[0]!, 'high')]).toEqual([[0, 6], [7, 8], [9, 10]])
  const low = toGroup({ join: 'and', asks: [{ questionId: 'ces', how: 'low', value: null }] }, questions)
  expect([1, 2, 3, 4, 5, 6, 7].filter((point) => holds(low, { ces: point }))).toEqual([5, 6, 7])
})

test('what was written by hand is read in words where it can be, and else left alone', () => {
  const read = (rules: ConditionGroup['rules'], more: object = {}) => fromGroup({ combinator: 'and', rules, ...more }, questions)
  expect(read([{ field: 'q:nps', operator: '<', value: 7 }])?.asks).toEqual([{ questionId: 'nps', how: 'low', value: null }])
  expect(read([{ field: 'q:nps', operator: '=', value: 5 }])?.asks).toEqual([{ questionId: 'nps', how: 'between', value: [5, 5] }])
  expect(read([{ field: 'q:one', operator: '=', value: 'a' }])?.asks).toEqual([{ questionId: 'one', how: 'oneOf', value: ['a'] }])
  expect(read([{ combinator: 'or', rules: [] }])).toBeNull()
  expect(read([], { not: true })).toBeNull()
  expect(read([{ field: 'q:nps', operator: 'notBetween', value: [1, 2] }])).toBeNull()
  expect(read([{ field: 'subject', operator: '=', value: 'x' }])).toBeNull()
})

test('only what comes before can be asked, and a matrix cannot', () => {
  expect(askableBefore(questions, 'yes').map(({ id }) => id)).toEqual(['nps', 'ces', 'three', 'one', 'many', 'why', 'text'])
  expect(askableBefore(questions, 'gone')).toEqual([])
})

test('the stored condition decides what is asked', () => {
  const definition = { questions: [questions[0]!, { ...questions[9]!, condition: toGroup({ join: 'or', asks: [{ questionId: 'nps', how: 'low', value: null }] }, questions) }] }
  expect([6, 7].map((nps) => visibleQuestions(definition, { nps }).length)).toEqual([2, 1])
})
