// Insight: what happened as facts, their sums, the metrics made of them, and what people look at. Must never know a formula twice, nor
// change what the diary says.
import type { Module } from '../../platform/module.ts'
import { factJobs, factSubscribers } from './facts/index.ts'
import { sumJobs, sumSubscribers } from './sums/index.ts'

export const insightModule: Module = {
  jobs: (platform) => [...factJobs(platform), ...sumJobs(platform)],
  subscribers: (platform) => [...factSubscribers(platform), ...sumSubscribers(platform)],
}
