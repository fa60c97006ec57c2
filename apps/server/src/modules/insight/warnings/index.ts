// Warnings: changes found by themselves. Must never know a formula of its own, nor give more false alarms than people said they bear.
import type { Job, Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { lookForWarnings, orderLooks, warnOfHealedSums } from './jobs.ts'

export { warningRoutes } from './routes.ts'
export { areFactsBehind } from './look/look-for-warnings.ts'
export { orderLook } from './order-look.ts'

/** Schedule: insight.orderLooks, every ten minutes. */
export const warningJobs = (platform: Platform): readonly Job<never>[] => [orderLooks(platform), lookForWarnings(platform)]
/** Event: insight.sumsHealed. */
export const warningSubscribers = (platform: Platform): readonly Subscriber[] => [warnOfHealedSums(platform)]
