/*
 * Whether a text mentions a word, or words one after the other, in any of their forms. The forms are made once, when the conditions are compiled;
 * a text is folded and split once for however many conditions ask about it, and most of them learn by one look-up that it has no word that
 * begins as theirs do. Time is linear in the text whatever is written.
 */
import { foldText } from '../fold-text.ts'
import { formsOf } from './forms-of.ts'

const wordPattern = /[\p{L}\p{N}]+/gu
const marks = /\p{M}+/gu
const wordsOf = (text: string): string[] => text.match(wordPattern) ?? []
/** The words of what is looked for, as they were written. */
export const wordsToFind = (phrase: string): string[] => wordsOf(phrase.normalize('NFC').replace(marks, ''))

interface SplitText { text: string; words: readonly string[]; /** Where words begin so: one to three letters. */ at: ReadonlyMap<string, readonly number[]> }
const longestKey = 3

let last: SplitText = { text: '', words: [], at: new Map() }
function split(text: string): SplitText {
  if (last.text === text) return last
  const words = wordsOf(foldText(text))
  const at = new Map<string, number[]>()
  for (const [i, word] of words.entries()) {
    for (let length = 1; length <= Math.min(longestKey, word.length); length++) {
      const key = word.slice(0, length)
      const places = at.get(key)
      if (places === undefined) at.set(key, [i])
      else places.push(i)
    }
  }
  return last = { text, words, at }
}

/** What all forms begin with, as far as texts are sorted by it. */
function keyOf(forms: ReadonlySet<string>): string {
  const [first, ...others] = forms
  let key = first!.slice(0, longestKey)
  for (const form of others) while (key !== '' && !form.startsWith(key)) key = key.slice(0, -1)
  return key
}

/** @param phrase with one letter or digit at least; its signs say nothing */
export function findPhrase(phrase: string): (text: string) => boolean {
  const wanted = wordsToFind(phrase).map(formsOf)
  if (wanted.length === 0) return () => false
  const [first] = wanted
  const keys = [...new Set([keyOf(first!)].flatMap((key) => (key === '' ? [...first!].map((form) => form.slice(0, 1)) : [key])))]
  return (text) => {
    const { words, at } = split(text)
    return keys.some((key) => at.get(key)?.some((i) => wanted.every((forms, n) => i + n < words.length && forms.has(words[i + n]!))) === true)
  }
}
