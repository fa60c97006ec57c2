// Whether somebody works in the background, as the processes themselves report it (platform/jobs/processes.ts, every 2 s).
import type { Database } from '../../../platform/db/database.ts'

const silentSeconds = 10

export async function findAliveServices(db: Database): Promise<Set<string>> {
  const rows = await db.query<{ service: string }>(
    `select distinct unnest(services) as service from process where seen_at > now() - make_interval(secs => ${silentSeconds})`, [], 'alive-services')
  return new Set(rows.map((r) => r.service))
}
