// Tells whoever looks after reports that one needs a look: once for each thing, whoever notices it again.
import type { Tx } from '../../../platform/db/database.ts'
import { notify } from '../../notifications/index.ts'

/** `failed`: some could not be made or sent. `uncertain`: perhaps sent. `late`: begun or left long after it was due. `nobody`: it reaches nobody. `bounced`: an address outside takes none. */
export type WarningCode = 'failed' | 'uncertain' | 'late' | 'nobody' | 'bounced'

export async function warn(tx: Tx, code: WarningCode, about: { reportId: string; runId: string; /** Of what it is told once; left out: of the run. */ of?: string }): Promise<void> {
  const people = await tx.query<{ id: string; name: string }>(
    `select s.id, r.name from report r join staff s on s.org_id = r.org_id and s.active and ((s.role = 'administrator' and s.access = 'everything') or s.id = r.owner_id) where r.org_id = $1 and r.id = $2 order by s.id`, [tx.orgId, about.reportId], 'who-looks-after-report')
  await notify(tx, people.map((p) => ({ staffId: p.id, kind: 'report' as const, dedupeKey: `report-${code}:${about.of ?? about.runId}`, detail: { code, reportId: about.reportId, runId: about.runId, reportName: p.name } })))
}
