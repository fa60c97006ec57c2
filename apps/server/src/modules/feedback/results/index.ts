// Results: numbers of a survey, each with its n and interval. Must never show of an anonymous survey what leads to fewer than five people.
export { resultRoutes } from './routes.ts'
export { blocksOf, daysOf, privateScope, smallestGroup, type PrivateScope } from './private-scope.ts'
export { readQuestions, wordOf, type AskedQuestions } from './questions.ts'
export { readSums } from './read-sums.ts'
export { isNamed, readNames, type NamedKind } from './names.ts'
export { dayOfQuery, getSurveyToRead, scopeOf, type Scope, type SurveyToRead } from './scope.ts'
