// Guards what a browser may send: what was chosen comes out as it was chosen, anything else is refused and never mended.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkValues } from './check-values.ts'
import type { Question, Values } from './definition.ts'
import { readForm } from './read-form.ts'
import { questions, survey } from './survey.fixture.ts'

const read = (form: string, only: string[] = questions.map((q) => q.id)) => readForm(questions.filter((q) => only.includes(q.id)), new URLSearchParams(form))
const one = (question: Partial<Question> & Pick<Question, 'type'>, form: string) => readForm([{ id: 'a', title: {}, ...question }], new URLSearchParams(form))

test('a whole page is read', () => {
  expect(read('q.score=3&q.why=price&q.why=wait&q.why.other=%20inne%0D%0Apowody%20&q.how=&q.visit=web&q.parts.staff=good&q.call=true')).toEqual({
    values: { score: 3, why: ['wait', 'price', 'other'], 'why.other': 'inne\npowody', visit: 'web', parts: { staff: 'good' }, call: true }, problems: [],
  })
})

test('a box that was not ticked is false, whatever else is empty is not there', () => {
  expect(read('q.visit=&q.how=%20%20', ['how', 'visit', 'parts', 'photo', 'call'])).toEqual({ values: { call: false }, problems: [] })
})

test('what is missing is named once', () => {
  expect(read('q.why=bogus').problems).toEqual([{ questionId: 'why', code: 'wrong-value' }, { questionId: 'score', code: 'required' }])
  expect(one({ type: 'consent', required: true }, '').problems).toEqual([{ questionId: 'a', code: 'required' }])
})

describe('"other"', () => {
  test.each<[string, string, Values]>([
    ['is chosen by writing its text', 'q.visit.other=znajomi', { visit: 'other', 'visit.other': 'znajomi' }],
    ['without a text stays chosen', 'q.visit=other', { visit: 'other' }],
    ['has no text where another option was chosen', 'q.visit=web&q.visit.other=znajomi', { visit: 'web' }],
    ['is added to several', 'q.why=price&q.why.other=smak', { why: ['price', 'other'], 'why.other': 'smak' }],
  ])('%s', (_, form, values) => expect(read(form, [Object.keys(values)[0]!])).toEqual({ values, problems: [] }))
})

describe('is refused, not mended', () => {
  test.each<[string, Partial<Question> & Pick<Question, 'type'>, string, string]>([
    ['11 of 10', { type: 'nps' }, 'q.a=11', 'wrong-value'], ['-1', { type: 'nps' }, 'q.a=-1', 'wrong-value'], ['a blank', { type: 'nps' }, 'q.a=%209', 'wrong-value'], ['hexadecimal', { type: 'nps' }, 'q.a=0x9', 'wrong-value'], ['9.0', { type: 'nps' }, 'q.a=9.0', 'wrong-value'], ['Arabic digits', { type: 'nps' }, 'q.a=٩', 'wrong-value'], ['two points', { type: 'nps' }, 'q.a=1&q.a=2', 'wrong-value'], ['0 of 1 to 5', { type: 'csat' }, 'q.a=0', 'wrong-value'], ['6 of 5', { type: 'stars' }, 'q.a=6', 'wrong-value'], ['4 of 3 faces', { type: 'faces', points: 3 }, 'q.a=4', 'wrong-value'],
    ['an unknown option', { type: 'single', options: [] }, 'q.a=constructor', 'wrong-value'], ['"other" where there is none', { type: 'single', options: [] }, 'q.a=other', 'wrong-value'], ['two of one', { type: 'single', options: [{ id: 'x', label: {} }] }, 'q.a=x&q.a=x', 'wrong-value'], ['one unknown of several', { type: 'multiple', options: [{ id: 'x', label: {} }] }, 'q.a=x&q.a=y', 'wrong-value'],
    ['a column that is none', { type: 'matrix', options: [{ id: 'x', label: {} }], rows: [{ id: 'r', label: {} }] }, 'q.a.r=y', 'wrong-value'], ['two columns', { type: 'matrix', options: [{ id: 'x', label: {} }], rows: [{ id: 'r', label: {} }] }, 'q.a.r=x&q.a.r=x', 'wrong-value'],
    ['NUL', { type: 'text' }, 'q.a=a%00b', 'not-storable'], ['5,001 characters', { type: 'text' }, `q.a=${'x'.repeat(5_001)}`, 'too-long'], ['more than the question takes', { type: 'text', maxLength: 3 }, 'q.a=abcd', 'too-long'], ['two texts', { type: 'text' }, 'q.a=a&q.a=b', 'wrong-value'], ['a too long "other"', { type: 'single', options: [], other: true }, `q.a.other=${'x'.repeat(501)}`, 'too-long'],
    ['"yes" as consent', { type: 'consent' }, 'q.a=yes', 'wrong-value'], ['two consents', { type: 'consent' }, 'q.a=true&q.a=true', 'wrong-value'],
  ])('%s', (_, question, form, code) => {
    const { values, problems } = one(question, form)
    expect(problems).toContainEqual({ questionId: 'a', code })
    expect(Object.values(values).filter((v) => v !== 'other')).toEqual([])
  })
})

test('a text is kept in NFC, with an emoji and marks of direction, its line ends as one sign', () => {
  expect(one({ type: 'text' }, `q.a=${encodeURIComponent('z\u0307ółć 👩‍👩‍👧 \u200fשלום\r\nb\rc')}`).values).toEqual({ a: 'żółć 👩‍👩‍👧 \u200fשלום\nb\nc' })
})

test('files of a form that is no URLSearchParams are not taken for texts', () => {
  const form = new FormData()
  form.append('q.a', new Blob(['x']), 'x.txt')
  expect(readForm([{ id: 'a', type: 'text', title: {} }], form).problems).toEqual([{ questionId: 'a', code: 'wrong-value' }])
})

test('whatever was answered rightly comes back from the form as it went in', () => {
  const values: fc.Arbitrary<Values> = fc.record({
    score: fc.integer({ min: 0, max: 10 }), why: fc.constantFrom<string[]>(['wait'], ['price'], ['wait', 'price'], ['other']), how: fc.constantFrom('a', 'ź'.repeat(20)), visit: fc.constantFrom('street', 'web', 'other'),
    parts: fc.constantFrom<Record<string, string>>({ staff: 'good' }, { staff: 'bad', place: 'good' }), call: fc.boolean(), 'why.other': fc.constant('smak'),
  }, { requiredKeys: ['score', 'why', 'call'] }) as fc.Arbitrary<Values>
  fc.assert(fc.property(values, (given: Values) => {
    const why = given['why'] as string[]
    const wanted: Values = given['why.other'] === undefined || why.includes('other') ? given : { ...given, why: [...why, 'other'] }
    const form = new URLSearchParams()
    for (const [key, value] of Object.entries(given)) {
      if (Array.isArray(value)) for (const v of value) form.append(`q.${key}`, v)
      else if (typeof value === 'object') for (const [row, column] of Object.entries(value)) form.append(`q.${key}.${row}`, column)
      else if (value !== false) form.append(`q.${key}`, String(value))
    }
    expect(readForm(questions, form)).toEqual({ values: wanted, problems: [] })
    expect(checkValues(survey, given)).toEqual({ values: wanted, problems: [] })
  }))
})
