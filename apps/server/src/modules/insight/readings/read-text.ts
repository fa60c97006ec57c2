// One text read by our own classifier, on this machine, with what the organization has taught it. Pure; under a millisecond.
import { readSentiment, topicOf, type Adjustment, type LanguageOrOther, type SentenceSentiment, type TopicModel } from '@kontuar/sentiment'
import type { Sentiment } from '@kontuar/contracts'

/** What the organization's corrections and sorted tickets taught; null: nothing yet, or not wanted. */
export interface Taught { adjustment: Adjustment | null; topics: TopicModel | null }

export interface ReadText {
  /** Null: none of those that are read. */
  language: string | null
  sentiment: Sentiment
  confidence: number
  /** Negative, neutral, positive. */
  probabilities: number[]
  sentences: SentenceSentiment[]
  topic: { reasonId: string; confidence: number } | null
}

/** A topic is told only if it is likelier than all others together: a wrong suggestion costs more trust than none. */
export const topicFrom = 0.5

/** @param language when it is known; otherwise it is guessed */
export function readText(text: string, { adjustment, topics }: Taught, language?: LanguageOrOther): ReadText {
  const read = readSentiment(text, { adjustment, ...(language === undefined ? {} : { language }) })
  const [topic] = topics === null ? [] : topicOf(text, topics)
  return {
    language: read.language === 'other' ? null : read.language, sentiment: read.sentiment, confidence: read.confidence,
    probabilities: [read.probabilities.negative, read.probabilities.neutral, read.probabilities.positive], sentences: read.sentences.map((s) => ({ ...s, confidence: Math.round(s.confidence * 1000) / 1000 })),
    topic: topic !== undefined && topic.confidence >= topicFrom ? topic : null,
  }
}
