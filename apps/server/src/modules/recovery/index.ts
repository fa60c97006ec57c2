// Recovery: from a low score to a customer won back, or the knowledge that it was not. Must never call solved what the customer did not, nor
// open a loop twice.
import type { Module } from '../../platform/module.ts'
import { noteAsked, noteComingBack, noteReached, openLoops } from './keeping/subscribers.ts'
import { recoveryRoutes } from './routes.ts'

export { takeSecondAnswers } from './asking/take-second-answers.ts'
export { closeRecovery } from './commands/close-recovery.ts'
export { judgeAnswers } from './opening/judge-answers.ts'
export { deriveReached } from './reaching/derive-reached.ts'
export { addStudyItem } from './study/add-study-item.ts'
export { createStudySet } from './study/create-study-set.ts'
export { readRecoveriesToCount } from './counting/recoveries-to-count.ts'
export { readLoops, readLoopsOfAnswers } from './read-loops.ts'

export const recoveryModule: Module = {
  routes: recoveryRoutes,
  subscribers: (platform) => [openLoops(platform), noteReached(platform), noteAsked(platform), noteComingBack(platform)],
}
