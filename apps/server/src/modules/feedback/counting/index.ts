// Counting: facts of answers and of the steps of invitations, and their sums. Must never change a fact, only add one that takes it back.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { checkTallies, checkTally, sweepFacts, tallyFacts } from './jobs.ts'

export { readAnswerCounts } from './answer-counts.ts'
export { countedOfAnswer } from './counted-of-answer.ts'
export { noteFacts, type Counted } from './note-facts.ts'
export { noteSteps, type InvitationStep } from './note-steps.ts'
export { takeBackAnswerFacts } from './take-back.ts'

export const countingJobs = (platform: Platform): readonly Job<never>[] => [sweepFacts(platform), tallyFacts(platform), checkTallies(platform), checkTally(platform)]
