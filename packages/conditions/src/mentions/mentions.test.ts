// Guards "mentions": a word is found in its forms, with or without diacritics, in three languages, and what is another word is not.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPhrase, formsOf } from './index.ts'
import { forms, others } from './forms.fixture.ts'

const finds = (phrase: string, text: string) => findPhrase(phrase)(text)

describe.each(Object.entries(forms))('words in %s', (_, lines) => {
  const words = lines.trim().split('\n').map((line) => { const [word, ...rest] = line.split(': '); return { word: word!, written: rest.join(': ').split(' ') } })
  test('are found in at least 98 of a hundred of their forms', () => {
    const asked = words.flatMap(({ word, written }) => [word, ...written].map((form) => `${word}: ${form}`))
    const missed = asked.filter((one) => { const [word, form] = one.split(': '); return !finds(word!, `Ala, ${form}!`) })
    expect(words.length).toBeGreaterThanOrEqual(60)
    expect(missed.length / asked.length, missed.join(', ')).toBeLessThanOrEqual(0.02)
  })
})

test('other words are not found', () => {
  expect(others.length).toBeGreaterThanOrEqual(40)
  expect(others.filter(([wanted, text]) => finds(wanted, `Ala ${text} kot`))).toEqual([])
})

test.each<[string, string, string, boolean]>([
  ['diacritics may be missing in the text', 'żółty', 'zolta koszula', true], ['and in what is looked for', 'zolty', 'ŻÓŁTEGO płaszcza', true], ['ё is е', 'счёт', 'по счетам', true],
  ['a word is looked for as a whole', 'kara', 'Oskara i karakuły', false], ['borders are signs of any kind', 'umowa', '(umowę)/"umowy"', true], ['decomposed letters are letters', 'обувь', 'Обувью', true], ['й is not и', 'йод', 'иод', false],
  ['words of a phrase each in their form', 'zwrot pieniędzy', 'Żądam zwrotu pieniędzy!', true], ['one after the other', 'zwrot pieniędzy', 'zwrotu wszystkich pieniędzy', false], ['in their order', 'zwrot pieniędzy', 'pieniędzy zwrot', false], ['over a line', 'zwrot pieniędzy', 'zwrot\n pieniędzy', true],
  ['a phrase with a preposition', 'do sądu', 'idę do sądu', true], ['which does not change', 'do sądu', 'od sądu', false], ['a Russian phrase', 'вернуть деньги', 'верните мне деньги', false], ['as it is said', 'вернуть деньги', 'Верните деньги', true], ['an English one', 'small claims court', 'in Small Claims Courts', true],
  ['the end of the text ends a phrase', 'zwrot pieniędzy', 'chcę zwrot', false], ['signs say nothing', 'C++', 'c', true], ['names with digits stay as they are', 'iPhone15', 'iphone15', true], ['and have no other forms', '5G', '5ga', false], ['in any case of letters', 'uokik', 'zgłoszę do UOKiK', true], ['a declined short name', 'UOKiK', 'w UOKiKu', true],
  ['an inflected word is looked for too', 'reklamacji', 'reklamację', true], ['a plural', 'pieniądze', 'pieniędzmi', true], ['without diacritics', 'pieniadze', 'pieniędzmi', true], ['nothing in nothing', 'umowa', '', false], ['"prawie" is almost always "almost"', 'prawo', 'prawie nowe', false], ['said of itself it is found', 'prawie', 'prawie nowe', true],
])('%s: %s in %s', (_, phrase, text, found) => expect(finds(phrase, text)).toBe(found))

test('every word finds itself, whatever it is', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aąeęioóuyzżźcćklłmnńrstwjаеиоуыьйкстнрцчшщлвд'), minLength: 1, maxLength: 14 })
  fc.assert(fc.property(word, (one) => { expect(finds(one, `, ${one}.`)).toBe(true) }), { numRuns: 2000 })
})

test('never throws, and what has no word is found nowhere', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (phrase, text) => { expect(typeof finds(phrase, text)).toBe('boolean') }), { numRuns: 100 })
  expect(finds('+++', '+++')).toBe(false)
})

test('a word has forms by the dozen, not by the thousand', () => {
  for (const lines of Object.values(forms)) for (const line of lines.trim().split('\n')) expect(formsOf(line.split(': ')[0]!).size).toBeLessThan(250)
})
