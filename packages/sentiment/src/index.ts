/**
 * Sentiment, language and topic of what customers write in Polish, Russian and English, on this machine alone.
 */
export { languages, sentiments, type Language, type Sentiment } from './language.ts'
export { languageOf, languagesAndOther, type LanguageGuess, type LanguageOrOther } from './language-of.ts'
export { confident, readSentiment, type SentenceSentiment, type SentimentOptions, type SentimentReading } from './read-sentiment.ts'
export { type Adjustment } from './adjustment.ts'
export { learnFrom, type Correction } from './learn-from.ts'
export { learnTopics, topicLimits, topicOf, type Topic, type TopicExample, type TopicModel } from './topics.ts'
