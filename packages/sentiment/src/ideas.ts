/*
 * What customers speak of in any language: waiting, again, broken, money taken, thanks, a request. The lists stand in ideas/<language>.tsv;
 * their names are the same in all three, so what one corpus teaches of "waiting, again" serves the others.
 */
import type { Token } from './tokens.ts'
import { matchesAt, type WordList } from './word-list.ts'

export interface Idea {
  name: string
  negated: boolean
  /** The first token. */
  from: number
}

export function ideasOf(tokens: readonly Token[], negated: Uint8Array, list: WordList): Idea[] {
  const texts = tokens.map((token) => token.text)
  const ideas: Idea[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'word' && tokens[i]!.kind !== 'number') continue
    const matches = matchesAt(list, texts, i)
    for (const { entry } of matches) ideas.push({ name: entry.name, negated: negated[i] === 1, from: i })
    if (matches.length > 0) i += matches[0]!.length - 1
  }
  return ideas
}
