/*
 * Words with a polarity in their surroundings: "nie" before them turns and weakens them, "bardzo" strengthens, "trochę" weakens,
 * and what follows "ale" weighs more than what went before. Weights are only a start: the model learns from each word, turned or
 * not, what it is worth.
 *
 * Roles of words in words/<language>.tsv:
 *   negator    turns what follows in its clause: "nie", "не", "not"
 *   isnot      a negator with its copula; the next word that counts is denied of somebody, known or not: "nie jest punktualny"
 *   lacking    turns only what stands right behind it: "bez problemu polecam" recommends
 *   never      a negator that praises before #such: "never met such kind people"
 *   denial     turns the clause behind its comma: "не могу сказать, что понравилось"
 *   copula, intensifier, dampener   stand between negator and word without wearing the negator out: "nie byłam do końca zadowolona"
 *   contrast   the text turns here, one way or the other: "choć", "хотя", "although"
 *   turn       a contrast after which the point comes: "ale", "но", "but"; what went before it in the sentence is dim
 *   adding     begins a sentence in which a turn only adds: "nie tylko miło, ale i szybko"
 */
import type { Token } from './tokens.ts'
import { matchAt, type Match, type WordList } from './word-list.ts'

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
  /** For each token, what is denied outright: nothing, what somebody is said not to be ("nie był mleczny"), something good, something bad, something bad that is not there at all ("bez problemu"). */
  denied: Uint8Array
  /** For each token, whether the point of its sentence comes after it ("the food was good, but …"). */
  dim: Uint8Array
}

const denials = { unknown: 1, good: 2, bad: 3, missedBad: 4 } as const

/** Words that count, from the negator on. */
const reach = 4
const reachOfLacking = 2
const near = 3
const clauseEnd = new Set(['!', '?', '…', '.', ',', ';', ':', '(', ')', '!!', '??', '?!', '!?', '!!!', '–', '—'])
const sentenceEnd = /^(?:[!?]+|[….;])$/

export function polarityOf(tokens: readonly Token[], list: WordList): Polarity {
  const words: PolarWord[] = []
  const contrasts: number[] = []
  const negated = new Uint8Array(tokens.length)
  const dim = new Uint8Array(tokens.length)
  const denied = new Uint8Array(tokens.length)
  const texts = tokens.map((token) => token.text)
  // How many more words the negator turns.
  let left = 0
  let never = false
  let praised = false
  let bridges = false
  let negatorAt = -Infinity
  let isNot = false
  let lacks = false
  let adding = false
  let factor = 1
  let factorAt = -Infinity
  let sentenceFrom = 0
  const endClause = (): void => { left = 0; never = false; praised = false; bridges = false; isNot = false; lacks = false; factor = 1 }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if (token.text === ',' && bridges) { left = reach + 1; bridges = false }
      else if (clauseEnd.has(token.text) || token.text.length > 1) endClause()
      if (sentenceEnd.test(token.text)) { sentenceFrom = i + 1; adding = false }
      continue
    }
    if (token.kind === 'face') {
      const value = token.text === 'face~' ? 0 : Number(token.text.slice(4))
      if (value !== 0) words.push({ name: token.text, value, negated: false, from: i, to: i, isFace: true })
      continue
    }
    const match = matchAt(list, texts, i) ?? (token.other === undefined ? null : matchAt(list, [token.other], 0))
    const role = match?.entry.role ?? null
    const last = i + (match?.length ?? 1) - 1
    // Slavic languages deny once more behind it: "никогда так не смеялась".
    if (role === 'such' && never) { endClause(); praised = true }
    // Two denials are one: "nikt nie odbiera" is what "nie odbiera" is.
    const inReach = left > 0 && !(match !== null && match.length > 1 && denies(matchAt(list, [texts[i]!], 0)))
    if (inReach) negated.fill(1, i, last + 1)
    if (role === null) {
      if (isNot && token.kind === 'word') denied.fill(denials.unknown, i, last + 1)
      isNot = false
      left--
    }
    if (match === null) continue
    if ((role === 'negator' || role === 'isnot') && praised) left = 0
    else if (role === 'negator' || role === 'isnot') { left = reach; negatorAt = last; isNot = role === 'isnot'; lacks = false }
    else if (role === 'copula') isNot ||= negatorAt === i - 1
    else if (role === 'lacking') { left = Math.max(left, reachOfLacking); lacks = true }
    else if (role === 'never') { left = reach; never = true }
    else if (role === 'denial') { left = reach; bridges = true }
    else if (role === 'adding') { left = 0; adding = true }
    else if (role === 'contrast' || role === 'turn') {
      contrasts.push(i)
      endClause()
      if (role === 'turn' && !adding && saysMore(tokens, last + 1)) dim.fill(1, sentenceFrom, i)
    } else if (role === 'intensifier' || role === 'such') { factor = 1.5; factorAt = last }
    else if (role === 'dampener') { factor = 0.6; factorAt = last }
    else if (role === null) {
      const { entry } = match
      const strength = (i - factorAt <= near ? factor : 1) * (token.heldDown || token.shouted ? 1.2 : 1)
      const plain = entry.weight * strength
      // A good thing denied is bad; a bad thing denied is seldom as good as praise, unless there is none of it.
      const value = inReach ? (plain > 0 || lacks ? -0.8 : -0.5) * plain : plain
      if (inReach) denied.fill(plain > 0 ? denials.good : lacks ? denials.missedBad : denials.bad, i, last + 1)
      words.push({ name: entry.name, value, negated: inReach, from: i, to: last, isFace: false })
    }
    i = last
  }
  return { words, negated, contrasts, denied, dim }
}

const denies = (match: Match | null): boolean => match !== null && (match.entry.role === 'negator' || match.entry.role === 'isnot' || match.entry.role === 'never')

/** Whether a word follows in the sentence: in "nie polecam, niestety" nothing does. */
function saysMore(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'word') return true
    if (sentenceEnd.test(tokens[i]!.text)) return false
  }
  return false
}
