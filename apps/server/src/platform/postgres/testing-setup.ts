// Vitest's global set-up of the project `server`: one throw-away PostgreSQL for the run.
import type { TestProject } from 'vitest/node'
import { startTestCluster } from './testing.ts'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  project.provide('postgresSocketDir', cluster.socketDir)
  return cluster.stop
}
