// A run: everybody who gets the report this time, written down in one transaction, so that whatever dies afterwards the ledger knows who is still
// to get it. By the clock there is one for each day it is due, held by its key.
import { dayIn, type Report } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { storeReadyMade } from '../definitions/save-report.ts'
import type { ReportRow } from '../definitions/report-row.ts'
import { daysOfReport, startOfDay } from '../filling/period.ts'
import type { Company } from '../receivers/company.ts'
import type { Receiver } from '../receivers/resolve-receivers.ts'
import { orderSending } from './order-sending.ts'

export interface Planned { receiver: Receiver; sendAfter: Date }
export interface RunWish {
  row: ReportRow
  company: Company
  /** Unique among the runs of a report. */
  key: string
  trigger: 'clock' | 'hand'
  /** As of which its period is taken. */
  day: string
  planned: readonly Planned[]
  comment: string
  formats: Report['formats']
  startedBy: string | null
  late: boolean
  /** By a person: it leaves although there is nothing to tell. */
  asked: boolean
  /** Sendings a second. */
  pace: number
  now: Date
}

/** Answers the run's id; null when it stands already. */
export async function planRun(tx: Tx, wish: RunWish): Promise<string | null> {
  const { row, company, now } = wish
  await storeReadyMade(tx, row)
  const days = daysOfReport(row.definition.period, wish.day)
  const id = newId()
  const nobody = wish.planned.length === 0
  const [run] = await tx.query(
    `insert into report_run (org_id, id, report_id, key, trigger, definition, formats, comment, period_from, period_to, state, late, started_by, started_at, ended_at, detail) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (org_id, report_id, key) do nothing returning id`,
    [tx.orgId, id, row.id, wish.key, wish.trigger, JSON.stringify(row.definition), wish.formats, wish.comment, startOfDay(days.from, company.zone), startOfDay(days.to, company.zone), nobody ? 'failed' : 'running', wish.late, wish.startedBy, now,
      nobody ? now : null, nobody ? 'It reaches nobody: no recipient is left.' : null], 'insert-report-run')
  if (run === undefined) return null
  if (!nobody) {
    const sendings = spread(wish.planned, wish.pace, now).map(({ receiver: r, sendAfter }) => {
      const sending = newId()
      return { id: sending, staff: r.staffId, address: r.address, name: r.name, language: r.language, zone: r.zone, scope: r.scope, because: r.because, key: `report.${sending}`, at: sendAfter.toISOString() }
    })
    await tx.query(
      `insert into report_sending (org_id, id, run_id, report_id, staff_id, address, name, language, zone, scope, because, message_key, due_at, send_after, asked)
       select $1, s.id, $2, $3, s.staff, s.address, s.name, s.language, s.zone, s.scope, s.because, s.key, s.at, s.at, $5
       from jsonb_to_recordset($4) s (id uuid, staff uuid, address text, name text, language text, zone text, scope jsonb, because jsonb, key text, at timestamptz)`,
      [tx.orgId, id, row.id, JSON.stringify(sendings), wish.asked], 'insert-report-sendings')
    orderSending(tx, id, new Date(sendings.reduce((least, s) => Math.min(least, Date.parse(s.at)), Infinity)))
  }
  tx.publish({ name: 'reports.runChanged', ids: { reportId: row.id, reportRunId: id } })
  return id
}

/** Not all at once: a mail server takes hundreds within seconds for an attack, and so would our own two cores. What was due before now begins now. */
export function spread(planned: readonly Planned[], pace: number, now: Date): Planned[] {
  const taken = new Map<number, number>()
  return planned.map(({ receiver, sendAfter }) => {
    const base = Math.max(sendAfter.getTime(), now.getTime())
    const before = taken.get(base) ?? 0
    taken.set(base, before + 1)
    return { receiver, sendAfter: new Date(base + Math.floor(before * 1000 / pace)) }
  })
}

/** The day a run by hand is as of. */
export const today = (company: Company, now: Date): string => dayIn(now, company.zone)
