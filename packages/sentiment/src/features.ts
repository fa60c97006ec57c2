/*
 * What the model looks at: words, pairs of words, beginnings of words, letters within words, polarity words as they stand, and signals
 * of the whole text, each as a place in a table of weights.
 */
import { addText, addUnit, startOf } from './hash.ts'
import type { Idea } from './ideas.ts'
import type { Polarity } from './polarity.ts'
import { signalsOf } from './signals.ts'
import type { Stretch } from './sentences.ts'
import type { Token } from './tokens.ts'

export interface Reading {
  text: string
  tokens: readonly Token[]
  polarity: Polarity
  ideas: readonly Idea[]
  sentences: readonly Stretch[]
}

export const groups = ['word', 'pair', 'stem', 'stemPair', 'letters', 'polar', 'turned', 'last', 'signal', 'skip', 'idea', 'ideaPair', 'ideaWord', 'before'] as const
export type Group = (typeof groups)[number]
const seeds = Object.fromEntries(groups.map((name, i) => [name, startOf(i * 7919 + 17)])) as Record<Group, number>

export type Add = (group: Group, hash: number) => void

const stemLength = 5
const stemOf = (word: string): string => word.length > stemLength ? word.slice(0, stemLength) : word

const reused = { units: new Uint16Array(64) }

export function collectFeatures(reading: Reading, add: Add): void {
  const { tokens, polarity, ideas, sentences } = reading
  let previous = '^'
  let beforeLast = '^'
  const lastFrom = sentences.length > 1 ? sentences.at(-1)!.from : Infinity
  const contrast = polarity.contrasts.at(-1) ?? Infinity
  tokens.forEach((token, i) => {
    const name = token.text
    const isWord = token.kind === 'word'
    const stem = isWord ? stemOf(name) : name
    if (polarity.dim[i]) { add('before', addText(seeds.before, stem)); previous = beforeLast = '^'; return }
    if (isWord && polarity.negated[i]) add('turned', addText(seeds.turned, stem))
    // Of what is denied nothing speaks but what denial makes of it: "zadowolona" itself outweighed any "nie".
    if (polarity.denied[i]) { add('turned', addUnit(seeds.turned, polarity.denied[i]!)); beforeLast = previous; previous = '-'; return }
    add('word', addText(seeds.word, name))
    if (token.other !== undefined) add('word', addText(seeds.word, token.other))
    if (isWord && name.length > stemLength) add('stem', addText(seeds.stem, stem))
    if (token.from >= lastFrom) add('last', addText(seeds.last, stem))
    if (i > contrast) add('last', addText(addUnit(seeds.last, 1), stem))
    if (i > 0 || tokens.length > 1) add('stemPair', addText(addUnit(addText(seeds.stemPair, previous), 32), stem))
    if (i > 1) add('skip', addText(addUnit(addText(seeds.skip, beforeLast), 32), stem))
    beforeLast = previous
    previous = stem
    if (isWord) addLetters(name, add)
  })
  if (tokens.length > 0) add('stemPair', addText(addUnit(addText(seeds.stemPair, previous), 32), '$'))
  for (const word of polarity.words) {
    const group = polarity.dim[word.from] ? 'before' : 'polar'
    add(group, addUnit(addText(seeds[group], word.name), word.negated ? 33 : 43))
  }
  let ideaBefore = '^'
  for (const { name, negated, from } of ideas) {
    const said = negated ? `${name}-` : name
    if (polarity.dim[from]) { add('before', addText(addUnit(seeds.before, 1), said)); continue }
    add('idea', addText(seeds.idea, said))
    if (tokens[from]!.from >= lastFrom) add('idea', addText(addUnit(seeds.idea, 1), said))
    if (said !== ideaBefore) add('ideaPair', addText(addUnit(addText(seeds.ideaPair, ideaBefore), 32), said))
    ideaBefore = said
  }
  for (const signal of signalsOf(reading)) add('signal', addText(seeds.signal, signal))
}

const shortest = 2
const longest = 5

/** Letters of a word with its borders, 2 to 5 in a row. */
function addLetters(word: string, add: Add): void {
  const length = Math.min(word.length, 40) + 2
  const units = reused.units
  units[0] = 95
  for (let i = 0; i < length - 2; i++) units[i + 1] = word.charCodeAt(i)
  units[length - 1] = 95
  for (let from = 0; from < length; from++) {
    let hash = seeds.letters
    for (let to = from; to < Math.min(length, from + longest); to++) {
      hash = addUnit(hash, units[to]!)
      if (to - from + 1 >= shortest) add('letters', hash)
    }
  }
}
