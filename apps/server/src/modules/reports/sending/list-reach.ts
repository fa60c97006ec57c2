// Who receives what: everybody each report reaches as things stand, why, and what became of the last one.
import type { ReportReach } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Platform } from '../../../platform/platform.ts'
import { languageOf } from '../../identity/index.ts'
import { pausedSubjects } from '../../notifications/index.ts'
import { listReportRows, type ReportRow } from '../definitions/report-row.ts'
import { mayChange } from '../definitions/who-may.ts'
import { readCompany } from '../receivers/company.ts'
import { resolveReceivers, type Receiver } from '../receivers/resolve-receivers.ts'
import { addressKey } from './pause-link.ts'

interface Last { staff_id: string | null; address: string; scope_key: string | null; at: Date; state: string; detail: string | null }

export async function listReach({ crypto }: Pick<Platform, 'crypto'>, tx: Tx, actor: Actor, query: { reportId?: string; staffId?: string }): Promise<ReportReach[]> {
  const company = await readCompany(tx)
  const rows = (await listReportRows(tx, await languageOf(tx, actor.staffId))).filter((row) => row.active && mayChange(actor, row) && (query.reportId === undefined || row.id === query.reportId.toLowerCase()))
  const reached: ReportReach[] = []
  for (const row of rows) {
    const receivers = resolveReceivers(company, row.definition.personal, row.recipients).receivers.filter((r) => query.staffId === undefined || r.staffId === query.staffId.toLowerCase())
    if (receivers.length > 0) reached.push(...await reachOf(tx, row, receivers, (address) => addressKey(crypto, address)))
  }
  return reached
}

async function reachOf(tx: Tx, row: ReportRow, receivers: readonly Receiver[], keyOf: (address: string) => string): Promise<ReportReach[]> {
  const paused = await pausedSubjects(tx, receivers.flatMap((r) => r.staffId ?? []), `report:${row.id}`, new Date())
  const refused = new Set((await tx.query<{ address_key: string }>('select address_key from report_refusal where org_id = $1 and report_id = $2', [tx.orgId, row.id], 'refusals-of-report')).map((r) => r.address_key))
  const last = new Map((await tx.query<Last>(
    `select distinct on (s.staff_id, s.address, s.scope->>'key') s.staff_id, s.address, s.scope->>'key' as scope_key, coalesce(s.sent_at, s.updated_at) as at, s.state, s.detail
     from report_sending s where s.org_id = $1 and s.report_id = $2 order by s.staff_id, s.address, s.scope->>'key', s.created_at desc, s.id desc`, [tx.orgId, row.id], 'last-sendings-of-report')).map((l) => [keyOfReceiver(l.staff_id, l.address, l.scope_key), l]))
  return receivers.map((r): ReportReach => {
    const sending = last.get(keyOfReceiver(r.staffId, r.address, r.scope?.key ?? null))
    return {
      reportId: row.id, reportName: row.name, staffId: r.staffId, name: r.name, address: r.email, scopeName: r.scope?.name ?? null, formats: row.formats, schedule: row.schedule, because: r.because,
      paused: r.staffId === null ? refused.has(keyOf(r.address)) : paused.has(r.staffId), pausedUntil: r.staffId === null ? null : paused.get(r.staffId)?.toISOString() ?? null,
      last: sending === undefined ? null : { at: sending.at.toISOString(), state: sending.state, detail: sending.detail },
    }
  })
}

const keyOfReceiver = (staffId: string | null, address: string, scope: string | null) => JSON.stringify([staffId, address.toLowerCase(), scope])
