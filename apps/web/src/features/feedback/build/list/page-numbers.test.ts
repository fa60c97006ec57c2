// Guards that the builder draws pages where customers will see them.
import { pagesOf, type Question } from '@kontuar/survey'
import { expect, test } from 'vitest'
import { pageNumbers } from './page-numbers.ts'

const when = (id: string) => ({ combinator: 'and' as const, rules: [{ field: `q:${id}`, operator: 'notNull' }] })
const questions: Question[] = [
  { id: 'a', type: 'nps', title: {} }, { id: 'b', type: 'text', title: {} }, { id: 'c', type: 'text', title: {}, condition: when('b') },
  { id: 'd', type: 'text', title: {}, condition: when('a') }, { id: 'e', type: 'text', title: {}, newPage: true }, { id: 'f', type: 'text', title: {}, condition: when('e') },
]

test('pages are those of the survey when everything is asked', () => {
  const pages = pagesOf({ questions }, { a: 9, b: 'x', e: 'x' })
  const expected = new Map(pages.flatMap((page, index) => page.map(({ id }) => [id, index + 1] as const)))
  expect(expected.size).toBe(questions.length)
  expect(pageNumbers(questions)).toEqual(expected)
})

test('a survey without questions has no pages', () => {
  expect(pageNumbers([]).size).toBe(0)
})
