/*
 * What weights were made of, as one fingerprint: texts, words, ideas, settings, and how a sample of the texts is read, so that a change of
 * the reader that would make old weights nonsense shows, and a changed comment does not.
 */
import { createHash } from 'node:crypto'
import { languageFeatures, languageWords } from '../src/language-features.ts'
import { languages, type Language } from '../src/language.ts'
import { groups } from '../src/features.ts'
import { ideaFile, otherLanguages, readCorpus, wordFile } from './corpus.ts'
import { featuredOf, listsOf } from './dataset.ts'
import { settings } from './settings.ts'

const sampled = 40

export function sentimentMadeOf(language: Language): string {
  const hash = createHash('sha256').update(wordFile(language)).update(ideaFile(language)).update(JSON.stringify(settings))
  const corpus = readCorpus(language)
  for (const { text, label, industry } of corpus) hash.update(`${industry}\t${label}\t${text}\n`)
  const lists = listsOf(language)
  for (const text of corpus.filter((_, i) => i % sampled === 0)) for (const group of groups) hash.update(featuredOf(text, lists).features[group])
  return hash.digest('hex').slice(0, 16)
}

export function languagesMadeOf(): string {
  const hash = createHash('sha256')
  for (const language of languages) for (const { text } of readCorpus(language)) hash.update(`${language}\t${text}\n`)
  for (const { code, text } of otherLanguages()) {
    hash.update(`${code}\t${text}\n`)
    languageFeatures(languageWords(text), (feature) => hash.update(String(feature)))
  }
  return hash.digest('hex').slice(0, 16)
}
