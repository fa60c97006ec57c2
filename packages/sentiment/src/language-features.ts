/* What tells languages apart: whole words and their letters, one to four in a row, in small letters but with diacritics. */
import { addText, addUnit, startOf } from './hash.ts'

const wordSeed = startOf(701)
const letterSeed = startOf(709)
const longest = 4
const lettersRead = 600

/** Words of the beginning, without links, addresses and what is held down. */
export function languageWords(text: string): string[] {
  const clean = text.slice(0, 4 * lettersRead).normalize('NFC').toLowerCase().replace(/(?:https?:\/\/|www\.)\S{1,2000}|\S{1,64}@\S{1,64}/g, ' ')
  const words: string[] = []
  let letters = 0
  for (const [word] of clean.matchAll(/[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu)) {
    words.push(word.replace(/(\p{L})\1{2,}/gu, '$1').replace(/[’ʼ]/g, "'"))
    letters += word.length
    if (letters > lettersRead) break
  }
  return words
}

/** The hash of each feature of the words, repeated as often as it occurs. */
export function languageFeatures(words: readonly string[], add: (hash: number) => void): void {
  for (const word of words) {
    add(addText(wordSeed, word))
    const bordered = `_${word.slice(0, 30)}_`
    for (let from = 0; from < bordered.length; from++) {
      let hash = letterSeed
      for (let to = from; to < Math.min(bordered.length, from + longest); to++) {
        hash = addUnit(hash, bordered.charCodeAt(to))
        if (bordered[from] !== '_' || to > from) add(hash)
      }
    }
  }
}
