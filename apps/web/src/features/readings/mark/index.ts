// How a sentiment looks, for the page of its settings.
export { SentimentMark } from './SentimentMark.tsx'
export { percentOf } from './percent.ts'
