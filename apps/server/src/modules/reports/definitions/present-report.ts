// The only way a report leaves the server, besides its figures.
import type { Report, ReportProblem } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Catalogue } from '../../insight/index.ts'
import type { Company } from '../receivers/company.ts'
import { problem } from '../receivers/problem.ts'
import { resolveReceivers } from '../receivers/resolve-receivers.ts'
import { nextHour } from '../sending/slots.ts'
import { faultsOf } from './check-definition.ts'
import type { ReportRow } from './report-row.ts'
import { mayChange } from './who-may.ts'

export interface LastRun { report_id: string; id: string; at: Date; state: string; sent: number; failed: number }
export interface Around { actor: Actor; company: Company; catalogue: Catalogue; canSend: boolean; last: ReadonlyMap<string, LastRun>; now: Date }

export function presentReport(row: ReportRow, { actor, company, catalogue, canSend, last, now }: Around): Report {
  const change = mayChange(actor, row)
  const run = last.get(row.id)
  const zone = company.people.get(actor.staffId)?.zone ?? company.zone
  return {
    id: row.id, name: row.name, readyMade: row.ready_made, ownerId: row.owner_id, ownerName: row.owner_name, definition: row.definition, schedule: row.schedule, formats: row.formats, active: row.active, comment: row.comment,
    // Who gets it besides oneself is the matter of whoever composes it.
    recipients: change ? row.recipients : [], mayChange: change, nextAt: row.active && row.schedule !== null ? nextHour(row.schedule, now, zone).toISOString() : null,
    last: run === undefined || !change ? null : { runId: run.id, at: run.at.toISOString(), state: run.state, sent: run.sent, failed: run.failed },
    problems: change ? problemsOf(row, company, catalogue, canSend) : [], updatedAt: row.updated_at.toISOString(),
  }
}

export function problemsOf(row: ReportRow, company: Company, catalogue: Catalogue, canSend: boolean): ReportProblem[] {
  const { receivers, gaps } = resolveReceivers(company, row.definition.personal, row.recipients)
  const sends = row.active && row.schedule !== null
  return [
    ...faultsOf(row.definition, catalogue), ...(row.active ? gaps : []),
    ...(sends && receivers.length === 0 ? [problem('nobody', 'Nobody gets this report: add recipients, or name managers where they are missing.')] : []),
    ...(sends && !canSend ? [problem('no-mailbox', 'No mailbox can send, so this report waits: set up the sending server of one.')] : []),
    ...(row.owner_id !== null && !company.people.has(row.owner_id) ? [problem('author-gone', 'Its author may not sign in any more: somebody else should look after it.')] : []),
  ]
}

export async function readLastRuns(tx: Tx, reportIds: readonly string[]): Promise<Map<string, LastRun>> {
  const rows = await tx.query<LastRun>(
    `select distinct on (r.report_id) r.report_id, r.id, r.started_at as at, r.state,
       (select count(*)::int from report_sending s where s.org_id = r.org_id and s.run_id = r.id and s.state in ('sent', 'uncertain', 'bounced')) as sent,
       (select count(*)::int from report_sending s where s.org_id = r.org_id and s.run_id = r.id and s.state = 'failed') as failed
     from report_run r where r.org_id = $1 and r.report_id = any ($2) order by r.report_id, r.started_at desc, r.id desc`, [tx.orgId, reportIds], 'last-runs-of-reports')
  return new Map(rows.map((r) => [r.report_id, r]))
}
