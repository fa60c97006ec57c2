/*
 * The polarity words of one language as they stand in words/<language>.tsv: `word<TAB>weight`, `stem*<TAB>weight`, phrases of
 * several words, and lines `#negator<TAB>nie`. What the roles do stands in polarity.ts.
 */
import { foldWord } from './fold.ts'
import { tokensOf } from './tokens.ts'

export const wordRoles = ['negator', 'isnot', 'lacking', 'never', 'denial', 'such', 'copula', 'intensifier', 'dampener', 'contrast', 'turn', 'adding'] as const
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
  /** What was found for words already seen. */
  candidates: Map<string, readonly Candidate[]>
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
    map.set(key, [...map.get(key) ?? [], entry])
  }
  return { words, stems, longestStem, candidates: new Map() }
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

const plain = /^\p{L}+\*?$/u

/** The words of an entry as the text's own are folded; a star belongs to the word it follows. */
function foldEntry(name: string): string[] {
  return name.split(/\s+/).flatMap((part) => {
    // Nearly all, and three times as fast: the lists are read when the program first reads a text.
    if (plain.test(part)) return [foldWord(part)]
    const tokens = tokensOf(part.replace(/\*$/, '')).filter((t) => t.kind === 'word' || t.kind === 'number')
    return tokens.map((token, i) => part.endsWith('*') && i === tokens.length - 1 ? `${token.text}*` : token.text)
  })
}

export interface Match { entry: Entry, length: number }

const fits = (wanted: string, word: string | undefined): boolean =>
  word !== undefined && (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : wanted === word)

/** The longest entries that begin at `at`: phrases before words, whole words before stems, long stems before short ones; of two alike both. */
export function matchesAt(list: WordList, words: readonly string[], at: number): Match[] {
  const matches: Match[] = []
  let found: Candidate | null = null
  for (const candidate of candidatesOf(list, words[at]!)) {
    if (found && (candidate.length !== found.length || candidate.rank !== found.rank)) break
    if (candidate.entry.rest.every((wanted, i) => fits(wanted, words[at + 1 + i]))) { found = candidate; matches.push(candidate) }
  }
  return matches
}

interface Candidate extends Match { rank: number }

// Most words of a language are the same few thousand, and looking for the stems of each took a quarter of a reading.
const remembered = 20_000
const longestRemembered = 40

/** Entries that begin with the word or one of its stems, the best first. */
function candidatesOf({ words, stems, longestStem, candidates }: WordList, word: string): readonly Candidate[] {
  const known = candidates.get(word)
  if (known) return known
  const found: Candidate[] = []
  const add = (entries: readonly Entry[] | undefined, rank: number): void => { for (const entry of entries ?? []) found.push({ entry, length: entry.rest.length + 1, rank }) }
  add(words.get(word), 0)
  for (let length = Math.min(word.length, longestStem); length >= 2; length--) add(stems.get(word.slice(0, length)), longestStem - length + 1)
  found.sort((a, b) => b.length - a.length || a.rank - b.rank)
  if (word.length <= longestRemembered) {
    if (candidates.size >= remembered) candidates.clear()
    candidates.set(word, found)
  }
  return found
}

export const matchAt = (list: WordList, words: readonly string[], at: number): Match | null => matchesAt(list, words, at)[0] ?? null
