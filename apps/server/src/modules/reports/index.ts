// Reports: composed once, personal for each recipient, made of figures as they are now, sent once. Must never send a broken one, and never show
// anybody another one's part.
import type { Module } from '../../platform/module.ts'
import { definitionRoutes } from './definitions/routes.ts'
import { planReports, sendReports, sweepReports } from './sending/jobs.ts'
import { markBounced } from './sending/mark-bounced.ts'
import { pausePages } from './sending/pause-pages.ts'
import { sendingRoutes } from './sending/routes.ts'

export { readyId as readyReportId } from './definitions/ready-made.ts'
export { changeReport } from './definitions/save-report.ts'
export { sendNow as sendReportNow } from './sending/change-run.ts'
export { planDue as planDueReport } from './sending/plan-due.ts'
export { fillReportPorts, type LoopsAsked } from './ports.ts'

export const reportsModule: Module = {
  routes(implement, platform) {
    definitionRoutes(implement, platform)
    sendingRoutes(implement, platform)
  },
  pages: pausePages,
  jobs: (platform) => [planReports(platform), sendReports(platform), sweepReports(platform)],
  subscribers: (platform) => [markBounced(platform)],
}
