// Watching: what happens and what the figures say, judged by the rules. Must judge the past as it judges the present, and fire nothing backwards.
import type { Job, Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { judgeEvents } from './live/judge-events.ts'
import { judgeWarnings } from './live/judge-warnings.ts'
import { lookAtFigures, orderLooks } from './live/look-at-figures.ts'
import { recompileRules } from './live/recompile-rules.ts'

/** Schedule: alerts.orderLooks, hourly, when what happened in the hour has become facts. */
export const watchingJobs = (platform: Platform): readonly Job<never>[] => [orderLooks(platform), lookAtFigures(platform)]
export const watchingSubscribers = (platform: Platform): readonly Subscriber[] => [judgeEvents(platform), judgeWarnings(platform), recompileRules(platform)]
