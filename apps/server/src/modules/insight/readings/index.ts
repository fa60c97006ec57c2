// Readings: what customers' texts say, in which language and about what; always with its confidence, and correctable. Must never overwrite
// what a person said, set a ticket's reason by itself, or send a text anywhere the organization has not named.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { askEndpoint, furnishReadings, learnInTheNight, learnReadings, lookAtTopics, readPast } from './jobs.ts'

export { orderPastReading } from './keep/read-past.ts'
export { readTexts } from './keep/read-texts.ts'
export { orderLearning } from './learning/learn.ts'
export { readingRoutes } from './routes.ts'
export { byCustomer, textColumns, writtenBy, type TextRow } from './texts/customer-texts.ts'

export const readingJobs = (platform: Platform): readonly Job<never>[] => [readPast(platform), askEndpoint(platform), learnReadings(platform), lookAtTopics(platform), learnInTheNight(platform), furnishReadings(platform)]
