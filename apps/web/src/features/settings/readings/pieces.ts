import type { Reading, Sentiment } from '@kontuar/contracts'

export type Piece = { text: string; sentiment: null } | { text: string; sentiment: Sentiment; confidence: number }

/** The whole text in pieces: sentences that were read, and what stands between them. Nothing is left out, nothing twice. */
export function pieces(text: string, sentences: Reading['sentences']): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const { from, to, sentiment, confidence } of sentences.toSorted((a, b) => a.from - b.from)) {
    if (from < at || to > text.length) continue
    if (from > at) found.push({ text: text.slice(at, from), sentiment: null })
    found.push({ text: text.slice(from, to), sentiment, confidence })
    at = to
  }
  if (at < text.length) found.push({ text: text.slice(at), sentiment: null })
  return found
}
