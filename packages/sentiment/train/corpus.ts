/* The corpus and the word lists as they lie in the folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sentiments, type Language } from '../src/language.ts'

const folder = join(import.meta.dirname, '..')

export interface Labelled { text: string, label: number, industry: string, language: Language }

export function readCorpus(language: Language): Labelled[] {
  const place = join(folder, 'corpus', language)
  return readdirSync(place).filter((name) => name.endsWith('.tsv')).sort().flatMap((name) => readLabelled(readFileSync(join(place, name), 'utf8'), name.slice(0, -4), language))
}

/** @throws Error for a line that is not `label<TAB>text`. */
export function readLabelled(file: string, industry: string, language: Language): Labelled[] {
  return file.split('\n').filter((line) => line !== '').map((line, i) => {
    const [label, text, ...more] = line.split('\t')
    const index = sentiments.findIndex((s) => s === label)
    if (index < 0 || !text?.trim() || more.length > 0) throw new Error(`${language}/${industry}.tsv, line ${i + 1}: it is not "label<TAB>text": ${line}`)
    return { text: text.trim(), label: index, industry, language }
  })
}

export const wordFile = (language: Language): string => readFileSync(join(folder, 'words', `${language}.tsv`), 'utf8')
export const ideaFile = (language: Language): string => readFileSync(join(folder, 'ideas', `${language}.tsv`), 'utf8')

/** Sentences of languages that are not read, with their codes: what "other" is learnt from. */
export const otherLanguages = (): { code: string, text: string }[] =>
  readFileSync(join(folder, 'train', 'other-languages.tsv'), 'utf8').trim().split('\n').map((line) => { const [code, text] = line.split('\t'); return { code: code!, text: text! } })

/** Texts of other industries that no training ever sees. */
export const readHeldOut = (language: Language): Labelled[] => readLabelled(readFileSync(join(folder, 'test', `real-manner.${language}.tsv`), 'utf8'), 'held out', language)
