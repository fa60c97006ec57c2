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
