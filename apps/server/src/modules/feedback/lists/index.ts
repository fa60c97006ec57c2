// Lists: people asked by a schedule. Must never ask one of them twice, nor anybody after the list was stopped.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { askListed } from './ask-listed.ts'

export { listRoutes } from './routes.ts'
export const listJobs = (platform: Platform): Job<never>[] => [askListed(platform)]
