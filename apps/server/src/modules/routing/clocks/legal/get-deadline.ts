import type { HolidayLanguage } from '@kontuar/calendar'
import type { LegalDeadline } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import { countTerm } from './count-term.ts'
import { readBases, readLegalRows } from './legal-rows.ts'

/** Null: the ticket is no complaint. The steps are counted anew; the days are those that were set. @throws Refusal `not-found` */
export async function getDeadline(tx: Tx, ticketId: string, language: HolidayLanguage): Promise<LegalDeadline | null> {
  const [org] = isId(ticketId) ? await tx.query<{ time_zone: string }>('select o.time_zone from ticket t join org o on o.id = t.org_id where t.org_id = $1 and t.id = $2', [tx.orgId, ticketId], 'zone-of-ticket') : []
  if (org === undefined) throw notFound('ticket')
  const [row] = await readLegalRows(tx, [ticketId])
  if (row === undefined) return null
  const basis = (await readBases(tx, [row.basis_code])).find((b) => b.version === row.basis_version)!
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  return {
    ticketId, basisCode: row.basis_code, basisVersion: row.basis_version, basisName: basis.name, source: basis.source, sourceUrl: basis.source_url, consequence: basis.consequence,
    receivedOn: row.received_on, lastDay: row.last_day, dueAt: iso(row.due_at)!, internalDay: row.internal_day, internalDueAt: iso(row.internal_due_at),
    answeredAt: iso(row.answered_at), kept: row.answered_at === null ? null : row.answered_at < row.due_at, steps: countTerm(basis, row.received_on, org.time_zone, language).steps,
  }
}
