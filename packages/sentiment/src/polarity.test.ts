/* Guards negation, intensity and contrast around polarity words, on lists small enough to reckon by hand. */
import { expect, test } from 'vitest'
import { polarityOf } from './polarity.ts'
import { tokensOf } from './tokens.ts'
import { readIdeas, readWordList } from './word-list.ts'
import { ideasOf } from './ideas.ts'

const list = readWordList(['good\t2', 'bad\t-2', 'dobr*\t2', 'zły\t-2', "can't complain\t2", 'complain*\t-1', '#negator\tnot', '#negator\tnie', '#intensifier\tvery', '#dampener\ta bit', '#contrast\tbut', '#contrast\tale', '# a remark', ''].join('\n'))
const valuesOf = (text: string): number[] => polarityOf(tokensOf(text), list).words.map(({ value }) => Math.round(value * 100) / 100)

test.each([
  ['good', [2]],
  ['GOOD', [2.4]],
  ['goood', [2.4]],
  ['not good', [-1.6]],
  ['not bad', [1]],
  ['not at all good', [-1.6]],
  ['not. good', [2]],
  ['not this one but good', [2]],
  ['very good', [3]],
  ['a bit bad', [-1.2]],
  ['not very good', [-2.4]],
  ['Nie dobre', [-1.6]],
  ['ZŁY i zly', [-2.4, -2]],
  ["can't complain", [2]],
  ['cant complain', [2]],
  ['I complained', [-1]],
  ['good 😡', [2, -3]],
  ['table', []],
])('%j weighs %j', (text, values) => {
  expect(valuesOf(text)).toEqual(values)
})

test('where the text turns is told', () => {
  const tokens = tokensOf('good but bad')
  expect(polarityOf(tokens, list).contrasts.map((i) => tokens[i]!.text)).toEqual(['but'])
})

test('a line that is neither entry nor role nor remark is refused with its number', () => {
  expect(() => readWordList('good\t2\nbad')).toThrow('Line 2')
  expect(() => readWordList('good\t4')).toThrow('Line 1')
  expect(() => readWordList('#negater\tnot')).toThrow('Line 1')
})

test('an idea is found by its longest entry, and knows whether it is denied', () => {
  const ideas = readIdeas('broken\tbroke*, work, does not work\nthanks\tthanks')
  const named = (text: string): string[] => {
    const tokens = tokensOf(text)
    return ideasOf(tokens, polarityOf(tokens, list).negated, ideas).map(({ name, negated }) => (negated ? `not ${name}` : name))
  }
  expect(named('It broke. Thanks')).toEqual(['broken', 'thanks'])
  expect(named('does not work')).toEqual(['broken'])
  expect(named('not broken')).toEqual(['not broken'])
})
