// Sums of facts: exact at every moment together with the facts that wait for them. Must never hold what no fact says.
import type { Job, Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { remakeSums } from './handlers.ts'
import { checkSums, checkSumsOf, rebuildSums, rollFacts, sweepFacts } from './jobs.ts'

export { rebuildSums } from './rebuild-sums.ts'

export const sumJobs = (platform: Platform): readonly Job<never>[] => [sweepFacts(platform), rollFacts(platform), rebuildSums(platform), checkSums(platform), checkSumsOf(platform)]
export const sumSubscribers = (platform: Platform): readonly Subscriber[] => [remakeSums(platform)]
