// Alerts: rules over what happens and over figures, what fired, who was told. Must never tell anybody twice of the same, nor die silently.
import type { Module } from '../../platform/module.ts'
import { backTestJobs, backTestRoutes } from './back-test/index.ts'
import { alertRoutes, endWithLoops } from './life/index.ts'
import { ruleJobs, ruleRoutes } from './rules/index.ts'
import { actionPages, tellingJobs, tellingRoutes, tellingSubscribers } from './telling/index.ts'
import { watchingJobs, watchingSubscribers } from './watching/index.ts'

export { acknowledgeAlert } from './life/commands/acknowledge.ts'
export { makeAlertTask } from './life/commands/make-task.ts'
export { resolveAlert } from './life/commands/resolve.ts'
export { createRule as createAlertRule } from './rules/commands/create-rule.ts'
export { readyMadeRules } from './rules/ready-made/ready-made-rules.ts'
export { judge as judgeEvents } from './watching/live/judge-events.ts'

export const alertsModule: Module = {
  routes(implement, platform) {
    ruleRoutes(implement, platform)
    backTestRoutes(implement, platform)
    alertRoutes(implement, platform)
    tellingRoutes(implement, platform)
  },
  pages: actionPages,
  jobs: (platform) => [...watchingJobs(platform), ...ruleJobs(platform), ...backTestJobs(platform), ...tellingJobs(platform)],
  subscribers: (platform) => [...watchingSubscribers(platform), ...tellingSubscribers(platform), endWithLoops(platform)],
}
