// What tickets and answers show of readings. Loaded when somebody looks at a customer's words, not before.
export { CommentReading } from './entry/CommentReading.tsx'
export { EntryReading } from './entry/EntryReading.tsx'
export { TopicHint } from './entry/TopicHint.tsx'
