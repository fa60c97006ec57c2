/* One text, or one sentence of it, taken apart once for everything that looks at it. */
import type { Reading } from './features.ts'
import { ideasOf } from './ideas.ts'
import { polarityOf } from './polarity.ts'
import type { Stretch } from './sentences.ts'
import type { Token } from './tokens.ts'
import type { WordList } from './word-list.ts'

export interface Lists { wordList: WordList, ideaList: WordList }

export function readingOf(text: string, tokens: readonly Token[], sentences: readonly Stretch[], { wordList, ideaList }: Lists): Reading {
  const polarity = polarityOf(tokens, wordList)
  return { text, tokens, sentences, polarity, ideas: ideasOf(tokens, polarity.negated, ideaList) }
}
