// Facts: what happened, one by one, with everything as it was then; derived from the diary and brought in line with it whenever something
// changed. Must never change a fact, only take it back and add another, and never know anything the diary does not say.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { closeWindows, deriveFacts, furnishFacts, noteWork, recount } from './jobs.ts'

export { isCertain } from './derive/reading-facts.ts'
export { askFor, type Subject } from './keep/ask-for.ts'
export { deriveSubjects } from './keep/derive-facts.ts'
export { noteFacts } from './keep/note-facts.ts'
export { readRules, staffOf } from './keep/read-rules.ts'
export { factRoutes } from './routes.ts'

export const factJobs = (platform: Platform): readonly Job<never>[] => [deriveFacts(platform), closeWindows(platform), noteWork(platform), recount(platform), furnishFacts(platform)]
