// What is said of a decision, elsewhere too.
export { becauseWords } from './decision-words.ts'
