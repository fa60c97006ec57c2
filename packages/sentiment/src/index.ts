/**
 * Sentiment, language and topic of what customers write in Polish, Russian and English, on this machine alone.
 */
export { languages, sentiments, type Language, type Sentiment } from './language.ts'
