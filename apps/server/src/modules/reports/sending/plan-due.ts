// What is due by the clock. The day a report is due is the same for all its recipients; the hour is that of each. So one run holds sendings that
// leave at different instants, and it is written when the first of them is due.
import { addDays } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findReportRow, type ReportRow } from '../definitions/report-row.ts'
import { daysOfReport, startOfDay } from '../filling/period.ts'
import { readCompany, type Company } from '../receivers/company.ts'
import { resolveReceivers } from '../receivers/resolve-receivers.ts'
import { planRun, type Planned } from './plan-run.ts'
import { hourOn, lastDayDue } from './slots.ts'
import { warn } from './warn.ts'

/** Later than this and somebody should know why: the clock strikes each minute. */
const lateAfterMs = 15 * 60_000

export async function planDueReports({ db, config, log }: Pick<Platform, 'db' | 'config' | 'log'>, now: Date): Promise<void> {
  const scheduled = await db.query<{ org_id: number; id: string }>('select org_id, id from list_scheduled_reports()', [], 'list-scheduled-reports')
  for (const [orgId, reports] of Map.groupBy(scheduled, (s) => s.org_id)) {
    for (const { id } of reports) {
      // One that cannot be planned must not hold up the others.
      await db.write(orgId, (tx) => planDue(tx, id, config.reportPace, now)).catch((error: unknown) => log.error({ err: error, reportId: id }, 'report could not be planned'))
    }
  }
}

export async function planDue(tx: Tx, id: string, pace: number, now: Date): Promise<void> {
  const company = await readCompany(tx)
  const row = await findReportRow(tx, id, company.language)
  if (row === null || !row.active || row.schedule === null) return
  const { receivers } = resolveReceivers(company, row.definition.personal, row.recipients)
  const zones = [...new Set([company.zone, ...receivers.map((r) => r.zone)])]
  const latest = lastDayDue(row.schedule, zones.map((zone) => dayAt(now, zone)).reduce((a, b) => (a > b ? a : b)))
  for (const day of [latest, lastDayDue(row.schedule, addDays(latest, -1))]) {
    const all = receivers.map((receiver): Planned => ({ receiver, sendAfter: dueAt(row, day, receiver.zone, company) }))
    // What struck before the schedule was set was not meant.
    const meant = all.filter((p) => p.sendAfter > row.scheduled_since)
    const struck = (all.length > 0 ? meant.map((p) => p.sendAfter) : [dueAt(row, day, company.zone, company)]).filter((at) => at > row.scheduled_since)
    if (struck.length === 0) return
    const first = Math.min(...struck.map((at) => at.getTime()))
    if (first > now.getTime()) continue
    // The newest that is due is the only one made up: nobody wants the weeks of a server that was down one after the other.
    return planDay(tx, row, company, day, meant, first, pace, now)
  }
}

async function planDay(tx: Tx, row: ReportRow, company: Company, day: string, planned: readonly Planned[], first: number, pace: number, now: Date): Promise<void> {
  const key = `clock:${day}`
  const [stands] = await tx.query('select 1 from report_run where org_id = $1 and report_id = $2 and key = $3', [tx.orgId, row.id, key], 'report-run-stands')
  if (stands !== undefined) return
  const late = now.getTime() - first > lateAfterMs
  const runId = await planRun(tx, { row, company, key, trigger: 'clock', day, planned, comment: row.comment, formats: row.formats, startedBy: null, late, asked: false, pace, now })
  if (runId === null) return
  if (planned.length === 0) await warn(tx, 'nobody', { reportId: row.id, runId })
  else if (late) await warn(tx, 'late', { reportId: row.id, runId })
}

/** In the zone of who gets it, but not before the period is over where the organization is: Monday begins in Vladivostok while it is Sunday in Warsaw. */
function dueAt(row: ReportRow, day: string, zone: string, company: Company): Date {
  const struck = hourOn(row.schedule!, day, zone)
  if (row.definition.period === 'this-week' || row.definition.period === 'this-month') return struck
  const over = startOfDay(daysOfReport(row.definition.period, day).to, company.zone)
  return struck > over ? struck : over
}

const dayAt = (at: Date, zone: string): string => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
