/*
 * The polarity words of one language as they stand in words/<language>.tsv: `word<TAB>weight`, `stem*<TAB>weight`, phrases of
 * several words, and lines `#negator<TAB>nie` (also #intensifier, #dampener, #contrast).
 */
import { tokensOf } from './tokens.ts'

export const wordRoles = ['negator', 'intensifier', 'dampener', 'contrast'] as const
export type WordRole = (typeof wordRoles)[number]

export interface Entry {
  /** As it stands in the list: the name of the feature. */
  name: string
  weight: number
  role: WordRole | null
  /** What must follow the first word, folded; a stem ends with `*`. */
  rest: readonly string[]
}

export interface WordList {
  words: ReadonlyMap<string, readonly Entry[]>
  stems: ReadonlyMap<string, readonly Entry[]>
  longestStem: number
}

/** @throws RangeError for a line that is neither entry, role nor remark, with its number. */
export function readWordList(text: string): WordList {
  return listOf(text.split('\n').flatMap((line, index) => readLine(line, index + 1)))
}

/** Ideas as they stand in ideas/<language>.tsv: `idea<TAB>entry, entry, …`; the entries are called by their idea. */
export function readIdeas(text: string): WordList {
  return listOf(text.split('\n').flatMap((line) => {
    const [name, entries] = line.split('\t')
    return (entries ?? '').split(',').flatMap((entry) => {
      const [first, ...rest] = foldEntry(entry.trim())
      return first === undefined ? [] : [{ name: name!, weight: 0, role: null, first, rest }]
    })
  }))
}

interface WholeEntry extends Entry { first: string }

function listOf(entries: readonly WholeEntry[]): WordList {
  const words = new Map<string, Entry[]>()
  const stems = new Map<string, Entry[]>()
  let longestStem = 0
  for (const { first, ...entry } of entries) {
    const isStem = first.endsWith('*')
    const key = isStem ? first.slice(0, -1) : first
    if (isStem) longestStem = Math.max(longestStem, key.length)
    const map = isStem ? stems : words
    // The longest phrase is tried first.
    map.set(key, [...map.get(key) ?? [], entry].sort((a, b) => b.rest.length - a.rest.length))
  }
  return { words, stems, longestStem }
}

function readLine(line: string, number: number): WholeEntry[] {
  const clean = line.trim()
  if (clean === '' || /^#(?!\w+\t)/.test(clean)) return []
  const [left, right, ...more] = clean.split('\t').map((part) => part.trim())
  const role = wordRoles.find((r) => left === `#${r}`) ?? null
  const name = role ? right : left
  const weight = role ? 0 : Number(right)
  if (!name || more.length > 0 || (!role && (left!.startsWith('#') || right === '' || !(Math.abs(weight) <= 3)))) throw new RangeError(`Line ${number} of the word list is not "word<TAB>weight from -3 to 3": ${line}`)
  const parts = foldEntry(name)
  // Faces have their values in faces.ts, for all languages alike.
  if (parts.length === 0) return []
  return [{ name, weight, role, first: parts[0]!, rest: parts.slice(1) }]
}

/** The words of an entry as the text's own are folded; a star belongs to the word it follows. */
function foldEntry(name: string): string[] {
  return name.split(/\s+/).flatMap((part) => {
    const tokens = tokensOf(part.replace(/\*$/, '')).filter((t) => t.kind === 'word' || t.kind === 'number')
    return tokens.map((token, i) => part.endsWith('*') && i === tokens.length - 1 ? `${token.text}*` : token.text)
  })
}

export interface Match { entry: Entry, length: number }

const fits = (wanted: string, word: string | undefined): boolean =>
  word !== undefined && (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : wanted === word)

/** The longest entries that begin at `at`: phrases before words, whole words before stems, long stems before short ones; of two alike both. */
export function matchesAt(list: WordList, words: readonly string[], at: number): Match[] {
  const word = words[at]!
  let best: Match[] = []
  const consider = (entries: readonly Entry[] | undefined): void => {
    const longest = best[0]?.length ?? 0
    for (const entry of entries ?? []) {
      const length = entry.rest.length + 1
      if (length <= longest || length < (best[0]?.length ?? 0)) return
      if (entry.rest.every((wanted, i) => fits(wanted, words[at + 1 + i]))) best = best[0]?.length === length ? [...best, { entry, length }] : [{ entry, length }]
    }
  }
  consider(list.words.get(word))
  for (let length = Math.min(word.length, list.longestStem); length >= 2; length--) consider(list.stems.get(word.slice(0, length)))
  return best
}

export const matchAt = (list: WordList, words: readonly string[], at: number): Match | null => matchesAt(list, words, at)[0] ?? null
