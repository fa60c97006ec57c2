/** What other features may use of feedback. */
export { SurveyStateMark } from './surveys/SurveyStateMark.tsx'
export { surveyQuery, surveysQuery } from './surveys/survey-queries.ts'
