/*
 * Words with a polarity in their surroundings: "nie" before them turns and weakens them, "bardzo" strengthens, "trochę" weakens,
 * and what follows "ale" weighs more than what went before. Weights are only a start: the model learns from each word, turned or
 * not, what it is worth.
 */
import type { Token } from './tokens.ts'
import { matchAt, type WordList } from './word-list.ts'

export interface PolarWord {
  /** Name of the entry, or of the face. */
  name: string
  /** From about -5 to 5, after negation and intensity. */
  value: number
  negated: boolean
  /** First and last token. */
  from: number
  to: number
  isFace: boolean
}

export interface Polarity {
  words: PolarWord[]
  /** For each token, whether a negator stands before it in the same clause, at most `reach` words away. */
  negated: Uint8Array
  /** Tokens after which the text turns ("but"). */
  contrasts: number[]
}

const reach = 4
const near = 3
const clauseEnd = new Set(['!', '?', '…', '.', ',', ';', ':', '(', ')', '!!', '??', '?!', '!?', '!!!', '–', '—'])

export function polarityOf(tokens: readonly Token[], list: WordList): Polarity {
  const words: PolarWord[] = []
  const contrasts: number[] = []
  const negated = new Uint8Array(tokens.length)
  const texts = tokens.map((token) => token.text)
  let negator = -Infinity
  let factor = 1
  let factorAt = -Infinity
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if (clauseEnd.has(token.text) || token.text.length > 1) { negator = -Infinity; factor = 1 }
      continue
    }
    if (token.kind === 'face') {
      const value = token.text === 'face~' ? 0 : Number(token.text.slice(4))
      if (value !== 0) words.push({ name: token.text, value, negated: false, from: i, to: i, isFace: true })
      continue
    }
    const inReach = i - negator <= reach
    if (inReach) negated[i] = 1
    const match = matchAt(list, texts, i) ?? (token.other === undefined ? null : matchAt(list, [token.other], 0))
    if (match === null) continue
    const { entry, length } = match
    for (let k = 1; k < length; k++) if (inReach) negated[i + k] = 1
    if (entry.role === 'negator') negator = i + length - 1
    else if (entry.role === 'contrast') { contrasts.push(i); negator = -Infinity; factor = 1 }
    else if (entry.role !== null) { factor = entry.role === 'intensifier' ? 1.5 : 0.6; factorAt = i + length - 1 }
    else {
      const strength = (i - factorAt <= near ? factor : 1) * (token.heldDown || token.shouted ? 1.2 : 1)
      const plain = entry.weight * strength
      // A good thing denied is bad; a bad thing denied is seldom as good as praise.
      const value = inReach ? (plain > 0 ? -0.8 : -0.5) * plain : plain
      words.push({ name: entry.name, value, negated: inReach, from: i, to: i + length - 1, isFace: false })
    }
    i += length - 1
  }
  return { words, negated, contrasts }
}
