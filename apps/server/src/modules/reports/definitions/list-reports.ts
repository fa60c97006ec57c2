// The reports somebody may look at: all there are for whoever composes reports and sees everything, else their own and those they get.
import type { Locale, Report } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { decodeCursor, toPage } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { languageOf } from '../../identity/index.ts'
import { readCatalogue } from '../../insight/index.ts'
import { notificationPorts } from '../../notifications/index.ts'
import { readCompany, type Company } from '../receivers/company.ts'
import { presentReport, readLastRuns, type Around } from './present-report.ts'
import { findReportRow, listReportRows, type ReportRow } from './report-row.ts'
import { maySee, refuseSight } from './who-may.ts'

export async function listReports(tx: Tx, actor: Actor, { limit = 50, cursor }: { limit?: number; cursor?: string }): Promise<{ items: Report[]; next: string | null }> {
  const [company, language] = [await readCompany(tx), await languageOf(tx, actor.staffId)]
  const seen = (await listReportRows(tx, language)).filter((row) => maySee(actor, row, company))
  // There are as many as people compose: a cursor is the last one shown, and the list goes on after it.
  const from = cursor === undefined ? 0 : afterCursor(seen, cursor)
  const { items, next } = toPage(seen.slice(from, from + limit + 1), limit, (row) => row, (row) => [row.id])
  const around = await readAround(tx, actor, company, items)
  return { items: items.map((row) => presentReport(row, around)), next }
}

function afterCursor(seen: readonly ReportRow[], cursor: string): number {
  const [last] = decodeCursor(cursor, 1)
  const place = seen.findIndex((row) => row.id === last)
  // From the beginning it would never end.
  if (place < 0) throw new Refusal('invalid-cursor', 'The report this page ended with is not there any more: leave the cursor out to begin anew.')
  return place + 1
}

/** @throws Refusal `not-found` */
export async function getReport(tx: Tx, actor: Actor, id: string): Promise<Report> {
  const { row, company } = await readSeen(tx, actor, id)
  return presentReport(row, await readAround(tx, actor, company, [row]))
}

/** @throws Refusal `not-found` */
export async function readSeen(tx: Tx, actor: Actor, id: string): Promise<{ row: ReportRow; company: Company; language: Locale }> {
  const [company, language] = [await readCompany(tx), await languageOf(tx, actor.staffId)]
  const row = await findReportRow(tx, id, language)
  refuseSight(actor, row, company)
  return { row, company, language }
}

async function readAround(tx: Tx, actor: Actor, company: Company, rows: readonly ReportRow[]): Promise<Around> {
  return { actor, company, catalogue: await readCatalogue(tx), canSend: await notificationPorts().canSendMail(tx), last: await readLastRuns(tx, rows.map((r) => r.id)), now: new Date() }
}
