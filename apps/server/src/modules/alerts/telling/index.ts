// Who is told of an alert by which road, and what became of it.
import type { Job, Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { deliverJob, sweepTelling } from './deliver/jobs.ts'
import { markBounced } from './deliver/mark-bounced.ts'
import { escalateJob } from './escalation.ts'

export { actionPages } from './pages/action-pages.ts'
export { tellingRoutes } from './routes.ts'
export { tellWithWords } from './words-to-come.ts'
export const tellingJobs = (platform: Platform): readonly Job<never>[] => [deliverJob(platform), escalateJob(platform), sweepTelling(platform)]
export const tellingSubscribers = (platform: Platform): readonly Subscriber[] => [markBounced(platform)]
