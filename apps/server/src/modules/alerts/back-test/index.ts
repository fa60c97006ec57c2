// Back-tests: what a rule would have done. Must say what the rule will do, by the very same evaluation.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { runBackTest } from './run-back-test.ts'

export { backTestRoutes } from './routes.ts'

export const backTestJobs = (platform: Platform): readonly Job<never>[] => [runBackTest(platform)]
