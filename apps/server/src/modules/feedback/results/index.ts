// Results: numbers of a survey, each with its n and interval. Must never show of an anonymous survey what leads to fewer than five people.
export { resultRoutes } from './routes.ts'
export { blocksOf, daysOf, privateScope } from './private-scope.ts'
export { readQuestions, wordOf } from './questions.ts'
export { readSums } from './read-sums.ts'
export { daysOfQuery, scopeOf, type Scope } from './scope.ts'
