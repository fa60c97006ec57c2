// Alerts: rules over what happens and over figures, what fired, who was told. Must never tell anybody twice of the same, nor die silently.
import type { Module } from '../../platform/module.ts'
import { alertRoutes } from './life/index.ts'
import { tellingJobs } from './telling/index.ts'

export const alertsModule: Module = {
  routes(implement, platform) {
    alertRoutes(implement, platform)
  },
  jobs: (platform) => [...tellingJobs(platform)],
}
