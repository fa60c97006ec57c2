// Results: numbers of a survey, each with its n and interval. Must never show of an anonymous survey what leads to fewer than five people.
export { resultRoutes } from './routes.ts'
export { blocksOf, privateScope, smallestGroup, type PrivateScope } from './private-scope.ts'
export { isNamed, readNames, type NamedKind } from './names.ts'
export { dayOfQuery, scopeOf, type Scope } from './scope.ts'
