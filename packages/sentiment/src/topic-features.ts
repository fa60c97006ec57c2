/* What a text is about: beginnings of its words and pairs of them. How it feels about it is left to the sentiment. */
import { partsRead } from './clip.ts'
import { tokensOf } from './tokens.ts'

const shortest = 3
const stemLength = 6
// Words that stand in every second message say nothing of its topic; what is left of them the selection by frequency removes.
const passing = new Set('jest sie nie dla czy jak bardzo prosze dzien dobry the and you for have are was with this that can please hello как это что для мне уже пожалуйста здравствуйте добрый день меня'.split(' '))

/** Names of the features, each once: stems (`paczk`), pairs of neighbours (`paczk nie`). */
export function topicFeatures(text: string): string[] {
  const names = new Set<string>()
  let before: string | null = null
  for (const part of partsRead(text)) {
    for (const token of tokensOf(text.slice(part.from, part.to))) {
      if (token.kind !== 'word') { if (token.kind === 'mark' && token.text !== '-') before = null; continue }
      const stem = token.text.slice(0, stemLength)
      if (stem.length >= shortest && !passing.has(token.text)) names.add(stem)
      if (before !== null) names.add(`${before} ${stem}`)
      before = stem
    }
  }
  return [...names]
}
