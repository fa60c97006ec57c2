/* Guards negation, intensity and contrast around polarity words, on lists small enough to reckon by hand. */
import { expect, test } from 'vitest'
import { polarityOf } from './polarity.ts'
import { tokensOf } from './tokens.ts'
import { readIdeas, readWordList } from './word-list.ts'
import { ideasOf } from './ideas.ts'

const list = readWordList(['good\t2', 'bad\t-2', 'dobr*\t2', 'zły\t-2', "can't complain\t2", 'complain*\t-1', '#negator\tnot', '#negator\tnie', '#intensifier\tvery', '#dampener\ta bit', '#contrast\tbut', '#turn\tale', '#isnot\tis not', '#lacking\tno', '#never\tnever', '#such\tsuch', '#denial\tcannot say', '#copula\twas', '#copula\tbeen', '#adding\tnot only', '# a remark', ''].join('\n'))
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
  ['not ever been what you would call good', [2]],
  ['not been been been been been good', [-1.6]],
  ['no bad day good', [1.6, 2]],
  ['no day long good', [2]],
  ['never good', [-1.6]],
  ['never met such good people', [3]],
  ['never was such a not good day', [3]],
  ['cannot say, that it was good', [-1.6]],
  ['not today, good', [2]],
  ['good 😡', [2, -3]],
  ['table', []],
])('%j weighs %j', (text, values) => {
  expect(valuesOf(text)).toEqual(values)
})

test('where the text turns is told', () => {
  const tokens = tokensOf('good but bad')
  expect(polarityOf(tokens, list).contrasts.map((i) => tokens[i]!.text)).toEqual(['but'])
})

const textsWhere = (text: string, where: (polarity: ReturnType<typeof polarityOf>) => Uint8Array): string[] => {
  const tokens = tokensOf(text)
  const marked = where(polarityOf(tokens, list))
  return tokens.filter((_, i) => marked[i]).map((token) => token.text)
}

test.each([
  ['good and clean, ale bad', ['good', 'and', 'clean', ',']],
  ['A table. good ale bad', ['good']],
  ['good, but bad', []],
  ['bad, ale', []],
  ['bad ale. good', []],
  ['ale good', []],
  ['not only good, ale good', []],
])('before the point of %j comes %j', (text, dim) => {
  expect(textsWhere(text, (polarity) => polarity.dim)).toEqual(dim)
})

test.each([
  ['is not spotless at all', ['spotless']],
  ['not was spotless', ['spotless']],
  ['not spotless', []],
  ['not very good', ['good']],
  ['is not, spotless', []],
  ['good', []],
])('in %j is denied %j', (text, denied) => {
  expect(textsWhere(text, (polarity) => polarity.denied)).toEqual(denied)
})

test('a phrase that carries its own denial is not turned by another before it', () => {
  const phrases = readWordList('#negator\tnikt\n#negator\tnie\nnie odbiera\t-2')
  expect(polarityOf(tokensOf('nikt nie odbiera'), phrases).words.map(({ value }) => value)).toEqual([-2])
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
