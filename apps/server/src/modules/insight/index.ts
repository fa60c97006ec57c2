// Insight: what happened as facts, their sums, the metrics made of them, and what people look at. Must never know a formula twice, nor
// change what the diary says.
import type { Module } from '../../platform/module.ts'
import { dashboardRoutes } from './dashboards/index.ts'
import { effectRoutes } from './effects/routes.ts'
import { factJobs, factRoutes } from './facts/index.ts'
import { markRoutes } from './marks/routes.ts'
import { metricRoutes } from './metrics/index.ts'
import { readingJobs, readingRoutes } from './readings/index.ts'
import { sumJobs, sumSubscribers } from './sums/index.ts'
import { takeIn } from './take-in.ts'
import { warningJobs, warningRoutes, warningSubscribers } from './warnings/index.ts'

export { deriveSubjects, isCertain, readRules as readCountingRules, staffOf } from './facts/index.ts'
export { aYearBefore, daysBefore, nothing as nothingCounted, openWindows, ticksBetween, type ByMember, type Period, type Slide, type Tallies, type Windows } from './metrics/index.ts'
export { byCustomer, textColumns, writtenBy, type TextRow } from './readings/index.ts'
export { joinConditions, tileFault, tileQueries } from './dashboards/index.ts'
export { checkCut, checkWhere, describeMetrics, everybody, readCatalogue, readMetrics, whereSql, type Asker, type Catalogue, type Problem } from './metrics/index.ts'
export { orderLearning, orderPastReading } from './readings/index.ts'
export { areFactsBehind, orderLook } from './warnings/index.ts'
export { fillInsightPorts, type RecoveryToCount } from './ports.ts'

export const insightModule: Module = {
  routes(implement, platform) {
    factRoutes(implement, platform)
    metricRoutes(implement, platform)
    dashboardRoutes(implement, platform)
    markRoutes(implement, platform)
    effectRoutes(implement, platform)
    readingRoutes(implement, platform)
    warningRoutes(implement, platform)
  },
  jobs: (platform) => [...factJobs(platform), ...sumJobs(platform), ...readingJobs(platform), ...warningJobs(platform)],
  subscribers: (platform) => [...sumSubscribers(platform), ...warningSubscribers(platform)],
  subscribersTogether: [takeIn],
}
