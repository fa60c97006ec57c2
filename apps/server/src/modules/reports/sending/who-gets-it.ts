// Whether a sending still should leave, looked at when its turn comes: people leave, shops change hands and reports are paused between the plan and
// the hour of the last recipient.
import { rolePermissions, type Locale } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pausedSubjects } from '../../notifications/index.ts'
import { findReportRow, type ReportRow } from '../definitions/report-row.ts'
import type { Reader } from '../filling/fill-report.ts'
import { readCompany } from '../receivers/company.ts'
import { resolveReceivers } from '../receivers/resolve-receivers.ts'
import type { Claimed } from './claim-sending.ts'
import { addressKey } from './pause-link.ts'

export interface Addressee { row: ReportRow; to: { name: string; address: string }; language: Locale; zone: string; reader: Reader }
export type Turn = { gets: Addressee } | { gets: null; state: 'stopped' | 'paused' | 'bounced'; detail: string }

const not = (state: 'stopped' | 'paused' | 'bounced', detail: string): Turn => ({ gets: null, state, detail })

export async function whoGetsIt({ crypto }: Pick<Platform, 'crypto'>, tx: Tx, sending: Claimed, now: Date): Promise<Turn> {
  const company = await readCompany(tx)
  const row = await findReportRow(tx, sending.report_id, company.language)
  if (row === null) return not('stopped', 'The report has been put away.')
  if (!row.active && sending.trigger === 'clock') return not('stopped', 'The report has been switched off.')
  if (!isForSelf(sending)) {
    const still = resolveReceivers(company, sending.definition.personal, row.recipients).receivers
      .some((r) => r.staffId === sending.staff_id && r.address.toLowerCase() === sending.address.toLowerCase() && (r.scope?.key ?? null) === (sending.scope?.key ?? null))
    if (!still) return not('stopped', 'They are no recipient of this report any more.')
  }
  return sending.staff_id === null ? outsider(crypto, tx, sending, row, company.zone) : ours(tx, sending, row, company.people.get(sending.staff_id) ?? null, now)
}

/** Whoever presses the button for themselves gets it, recipient or not. */
const isForSelf = ({ asked, trigger, staff_id: staffId, started_by: startedBy }: Claimed) => asked && trigger === 'hand' && staffId !== null && staffId === startedBy

async function ours(tx: Tx, sending: Claimed, row: ReportRow, person: { id: string; name: string; email: string; language: Locale; zone: string; role: keyof typeof rolePermissions; held: boolean } | null, now: Date): Promise<Turn> {
  if (person === null) return not('stopped', 'They may not sign in any more.')
  if (!isForSelf(sending) && (await pausedSubjects(tx, [person.id], `report:${row.id}`, now)).has(person.id)) return not('paused', 'They have paused it.')
  return { gets: { row, to: { name: person.name, address: person.email }, language: person.language, zone: person.zone, reader: { staffId: person.id, held: person.held, readsFeedback: rolePermissions[person.role].includes('feedback.read') } } }
}

async function outsider(crypto: Platform['crypto'], tx: Tx, sending: Claimed, row: ReportRow, zone: string): Promise<Turn> {
  const [refusal] = await tx.query<{ why: 'paused' | 'bounced' }>('select why from report_refusal where org_id = $1 and report_id = $2 and address_key = $3', [tx.orgId, row.id, addressKey(crypto, sending.address)], 'report-refused')
  if (refusal?.why === 'paused') return not('paused', 'They have paused it.')
  if (refusal?.why === 'bounced') return not('bounced', 'Mail to this address came back before: write another, or try this one again.')
  return { gets: { row, to: { name: sending.name, address: sending.address }, language: sending.language as Locale, zone, reader: { staffId: null, held: false, readsFeedback: true } } }
}
