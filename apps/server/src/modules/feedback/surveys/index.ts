// Surveys: what is asked. Must never change a published version, nor give an id that was answered another meaning.
export { surveyRoutes } from './routes.ts'
export { getVersionDefinition, readVersion } from './versions.ts'
