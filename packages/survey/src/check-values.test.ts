// Guards the gate for answers as JSON.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkValues } from './check-values.ts'
import { commentOf, countedOf } from './counted.ts'
import type { Question } from './definition.ts'
import { survey } from './survey.fixture.ts'

const file = { sha256: 'a'.repeat(64), name: 'zdjęcie.png', type: 'image/png', size: 10 }
const problems = (values: unknown) => checkValues(survey, values).problems

test('right values are kept beside wrong ones, and unknown questions are named', () => {
  expect(checkValues(survey, { score: 7, why: ['nope'], gone: 1 })).toEqual({ values: { score: 7 }, problems: [{ questionId: 'why', code: 'wrong-value' }, { questionId: 'gone', code: 'unknown-question' }] })
})

describe('is refused', () => {
  test.each<[string, unknown, string, string]>([
    ['nothing', null, '', 'not-an-object'], ['a list', [], '', 'not-an-object'], ['a number in quotes', { score: '7' }, 'score', 'wrong-value'], ['half a point', { score: 7.5 }, 'score', 'wrong-value'], ['no number', { score: Number.NaN }, 'score', 'wrong-value'],
    ['one option as text', { why: 'wait' }, 'why', 'wrong-value'], ['an inherited row', { parts: { constructor: 'good' } }, 'parts', 'wrong-value'], ['a list as matrix', { parts: ['good'] }, 'parts', 'wrong-value'], ['a consent in words', { call: 'true' }, 'call', 'wrong-value'],
    ['NUL', { how: '\0' }, 'how', 'not-storable'], ['half an emoji beside "other"', { 'why.other': '\ud83d' }, 'why', 'not-storable'], ['a text beside "other" where there is none', { 'score.other': 'x' }, 'score.other', 'unknown-question'], ['__proto__', JSON.parse('{"__proto__": 1}'), '__proto__', 'unknown-question'],
    ['a file named by a stranger', { photo: file }, 'photo', 'wrong-value'],
  ])('%s', (_, values, questionId, code) => expect(problems(values)).toContainEqual({ questionId, code }))

  test('a thousand unknown questions in few words', () => {
    expect(problems(Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`x${i}`, 1])))).toHaveLength(20)
  })
})

test('a stored file passes only where its storing is known, and nothing else rides with it', () => {
  expect(checkValues(survey, { photo: { ...file, path: '/etc/passwd' } }, { files: true })).toEqual({ values: { photo: file }, problems: [] })
  for (const bad of [{ ...file, sha256: '../x' }, { ...file, size: -1 }, { ...file, name: '' }, { ...file, type: 'text/html\r\nx: y' }, 'x', {}]) expect(checkValues(survey, { photo: bad }, { files: true }).problems).toHaveLength(1)
})

test('what is counted and what is read', () => {
  const { values } = checkValues(survey, { score: 9, why: ['wait', 'other'], 'why.other': 'smak', how: 'szybciej', parts: { place: 'bad', staff: 'good' }, photo: file, call: false }, { files: true })
  expect(countedOf(survey, values)).toEqual({ score: ['9'], why: ['wait', 'other'], how: ['~text'], parts: ['staff:good', 'place:bad'], photo: ['~file'], call: ['false'] })
  expect(commentOf(survey, values)).toBe('smak\n\nszybciej')
  expect(commentOf(survey, { score: 9 })).toBeNull()
})

test('whatever comes, nothing is thrown, what is kept can be stored and passes again', () => {
  const keys = fc.constantFrom(...survey.questions.flatMap((q: Question) => [q.id, `${q.id}.other`]), '__proto__', 'constructor', 'x')
  const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.integer({ min: -1, max: 11 }), fc.array(fc.constantFrom('wait', 'price', 'other', 'x')), fc.dictionary(fc.constantFrom('staff', 'place', 'x'), fc.constantFrom('good', 'bad', 'x')))
  fc.assert(fc.property(fc.dictionary(keys, value), fc.jsonValue(), (given, any) => {
    checkValues(survey, any)
    const { values } = checkValues(survey, given)
    expect(checkValues(survey, values)).toEqual({ values, problems: [] })
    expect(JSON.stringify(values)).not.toMatch(/\\u0000|\\ud[89a-f]/)
    for (const list of Object.values(countedOf(survey, values))) expect(list.every((one) => typeof one === 'string' && one.length <= 100)).toBe(true)
  }))
})
