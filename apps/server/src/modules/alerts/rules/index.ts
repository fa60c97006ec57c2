// Rules: what is looked for and who is told. Must never die silently.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tellRuleProblems } from './problems/tell-problems.ts'

export { ruleRoutes } from './routes.ts'

/** Schedule: alerts.tellRuleProblems, hourly. */
export const ruleJobs = (platform: Platform): readonly Job<never>[] => [tellRuleProblems(platform)]
