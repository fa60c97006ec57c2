import type { Reading } from '@kontuar/contracts'

/** The sentence that speaks most clearly for what the whole says; null where one sentence is all there is, or nothing is felt. */
export function decisiveOf({ sentiment, sentences }: Pick<Reading, 'sentiment' | 'sentences'>): { from: number; to: number } | null {
  if (sentiment === null || sentiment === 'neutral' || sentences.length < 2) return null
  const same = sentences.filter((sentence) => sentence.sentiment === sentiment)
  return same.reduce<(typeof same)[number] | null>((best, sentence) => (best === null || sentence.confidence > best.confidence ? sentence : best), null)
}
