/**
 * Sentiment, language and topic of what customers write in Polish, Russian and English, on this machine alone. Pure but for its own weights,
 * which it reads from their files when they are first needed. It never throws on a text, however odd, and takes bounded time. It does
 * not understand sarcasm, and every answer carries its confidence: below `confident` it is shown as uncertain.
 */
export { languages, sentiments, type Language, type Sentiment } from './language.ts'
export { languageOf, type LanguageGuess, type LanguageOrOther } from './language-of.ts'
export { confident, readSentiment, type SentenceSentiment, type SentimentOptions, type SentimentReading } from './read-sentiment.ts'
export { sentencesOf, type Stretch } from './sentences.ts'
export type { Adjustment } from './adjustment.ts'
export { learnFrom, type Correction } from './learn-from.ts'
export { learnTopics, topicLimits, topicOf, type Topic, type TopicExample, type TopicModel } from './topics.ts'
