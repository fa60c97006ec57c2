/**
 * Surveys as data: their format, their check, which questions are asked and when, what an answer may be. The server, the
 * builder and the pages use the same. Pure; it must never touch the page or the database, and never throw on JSON that is
 * only checked.
 */
export * from './definition.ts'
export { limits } from './limits.ts'
export type { AnswerProblem, AnswerProblemCode, ProblemCode, SurveyProblem } from './problems.ts'
export { isUnfinished, SurveyError } from './problems.ts'
export { checkDefinition } from './check-definition.ts'
export { readDefinition, readDraft } from './read-definition.ts'
export { metricOf, pointsOf, primaryQuestion, scaleOf, toneOf } from './scales.ts'
export { pickLanguage, textIn } from './languages.ts'
export type { PipeName } from './fill-text.ts'
export { fillText, pipeNames } from './fill-text.ts'
export { conditionField, isAskable, questionFields, questionOfField } from './condition-fields.ts'
export { keepVisible, otherKey, visibleQuestions } from './visible.ts'
export type { NextPage } from './pages.ts'
export { nextPage, pagesOf } from './pages.ts'
export type { CheckedValues } from './check-values.ts'
export { checkValues, missingAnswers } from './check-values.ts'
export type { Form } from './read-form.ts'
export { fieldName, readForm } from './read-form.ts'
export { commentOf, countedOf, givenFile, givenText } from './counted.ts'
export { optionsInOrder } from './shuffle.ts'
export { hasOther } from './read-other.ts'
