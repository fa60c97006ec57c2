// Guards which question a tablet shows next: what a low point asks, what a changed point takes back, and the way back.
import { describe, expect, test } from 'vitest'
import { answer, back, nextQuestion, type Round } from './flow.ts'
import type { AskedQuestion } from './settings.ts'

const questions: AskedQuestion[] = [
  { id: 'nps', type: 'nps', required: true },
  { id: 'why', type: 'reasons', options: [{ id: 'wait', label: {} }, { id: 'price', label: {} }], other: true, condition: { combinator: 'and', rules: [{ field: 'q:nps', operator: '<=', value: 6 }] } },
  { id: 'text', type: 'text', maxLength: 20 },
]
const round: Round = { key: 'k', at: 1, values: {}, shown: [] }
const form = (fields: [string, string][]) => new URLSearchParams(fields)
const take = (from: Round, id: string, fields: [string, string][]) => answer(questions, from, questions.find((q) => q.id === id)!, form(fields))

describe('a round', () => {
  test('asks why after a low point and not after a high one', () => {
    expect(nextQuestion(questions, round)?.id).toBe('nps')
    expect(nextQuestion(questions, take(round, 'nps', [['q.nps', '3']]).round)?.id).toBe('why')
    expect(nextQuestion(questions, take(round, 'nps', [['q.nps', '9']]).round)?.id).toBe('text')
  })

  test('that goes back and becomes a high point holds no reason any more', () => {
    const low = take(take(round, 'nps', [['q.nps', '3']]).round, 'why', [['q.why', 'wait'], ['q.why', 'other'], ['q.why.other', 'Kolejka']]).round
    expect(low.values).toEqual({ 'nps': 3, 'why': ['wait', 'other'], 'why.other': 'Kolejka' })
    const once = back(low)
    const twice = back(once.round)
    expect([once.to, twice.to, back(twice.round).to]).toEqual(['why', 'nps', null])
    expect(take(twice.round, 'nps', [['q.nps', '10']]).round).toMatchObject({ values: { nps: 10 }, shown: ['nps'] })
  })

  test('says what is missing or too long, and keeps out what no field sends', () => {
    expect(take(round, 'nps', []).problems).toEqual([{ questionId: 'nps', code: 'required' }])
    expect(take(round, 'nps', [['q.nps', '11']]).problems).toHaveLength(1)
    expect(take(round, 'text', [['q.text', 'a'.repeat(21)]]).problems).toEqual([{ questionId: 'text', code: 'too-long' }])
  })

  test('ends after the last question, also when nothing was written there', () => {
    const before = take(round, 'nps', [['q.nps', '9']]).round
    const after = take(before, 'text', [['q.text', '']])
    expect(after.problems).toEqual([])
    expect(nextQuestion(questions, after.round)).toBeNull()
  })
})
