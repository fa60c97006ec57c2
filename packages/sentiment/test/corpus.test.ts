/* Guards what the models learn from: enough of it, balanced, nothing twice, and nothing of the held-out set in it. */
import { expect, test } from 'vitest'
import { languages } from '../src/language.ts'
import { checkCorpus, doubles, nearDoubles } from '../train/check-corpus.ts'
import { readCorpus, readHeldOut, readLabelled } from '../train/corpus.ts'
import { listsOf } from '../train/dataset.ts'

test.each(languages)('the corpus of %s is large, balanced and without doubles', (language) => {
  expect(checkCorpus(readCorpus(language))).toEqual([])
})

test.each(languages)('hardly a text of %s is nearly another', (language) => {
  const corpus = readCorpus(language)
  expect(nearDoubles(corpus).length).toBeLessThan(corpus.length / 200)
})

test.each(languages)('no held-out text of %s stands in the corpus, nor nearly', (language) => {
  const [corpus, heldOut] = [readCorpus(language), readHeldOut(language)]
  expect(heldOut).toHaveLength(150)
  const between = (pairs: ReturnType<typeof doubles>) => pairs.filter(([a, b]) => (a.industry === 'held out') !== (b.industry === 'held out') && a.text.split(' ').length > 3)
  expect(between([...doubles([...corpus, ...heldOut]), ...nearDoubles([...corpus, ...heldOut])]).map(([a, b]) => [a.text, b.text])).toEqual([])
})

test.each(languages)('the words and ideas of %s can be read', (language) => {
  const { wordList, ideaList } = listsOf(language)
  expect(wordList.words.size + wordList.stems.size).toBeGreaterThan(600)
  expect(new Set([...ideaList.words.values(), ...ideaList.stems.values()].flat().map(({ name }) => name)).size).toBeGreaterThan(40)
})

test('the ideas have the same names in all languages', () => {
  const names = languages.map((language) => [...new Set([...listsOf(language).ideaList.words.values(), ...listsOf(language).ideaList.stems.values()].flat().map(({ name }) => name))].sort())
  expect(names[1]).toEqual(names[0])
  expect(names[2]).toEqual(names[0])
})

test('a line that is not label, tab, text is refused with its place', () => {
  expect(() => readLabelled('negative\tbad\nangry\tworse', 'telecom', 'en')).toThrow('en/telecom.tsv, line 2')
  expect(() => readLabelled('negative\ta\tb', 'telecom', 'en')).toThrow('line 1')
})
