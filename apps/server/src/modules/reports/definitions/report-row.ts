// Reports as they are stored, and ready-made ones as they come.
import { readyReports, type Locale, type Report, type ReportDefinition, type ReportRecipient, type ReportSchedule } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { inLanguage, readyDefinition, readyId, readyMade, readyName, readyOf, type ReadyReport } from './ready-made.ts'

export interface ReportRow {
  id: string
  name: string
  ready_made: ReadyReport | null
  owner_id: string | null
  owner_name: string | null
  /** Its author sees some places only: so does it. */
  owner_held: boolean
  definition: ReportDefinition
  schedule: ReportSchedule | null
  recipients: ReportRecipient[]
  formats: Report['formats']
  active: boolean
  comment: string
  scheduled_since: Date
  updated_at: Date
}

const columns = `r.id, r.name, r.ready_made, r.owner_id, s.name as owner_name, coalesce(s.access = 'granted', false) as owner_held, r.definition, r.schedule, r.recipients, r.formats, r.active, r.comment, r.scheduled_since, r.updated_at`
const from = 'report r left join staff s on s.org_id = r.org_id and s.id = r.owner_id'

/** Ready-made ones first, in their order; then by name. @param language of the ready-made names and titles nobody changed */
export async function listReportRows(tx: Tx, language: Locale): Promise<ReportRow[]> {
  const rows = await tx.query<ReportRow>(`select ${columns} from ${from} where r.org_id = $1 and r.retired_at is null order by lower(r.name), r.id`, [tx.orgId], 'list-reports')
  const changed = new Map(rows.flatMap((row) => (row.ready_made === null ? [] : [[row.ready_made, row] as const])))
  return [...readyReports.map((name) => named(changed.get(name) ?? asItCame(tx.orgId, name, language), language)), ...rows.filter((row) => row.ready_made === null)]
}

export async function findReportRow(tx: Tx, id: string, language: Locale): Promise<ReportRow | null> {
  if (!isId(id)) return null
  const [row] = await tx.query<ReportRow>(`select ${columns} from ${from} where r.org_id = $1 and r.id = $2 and r.retired_at is null`, [tx.orgId, id], 'find-report')
  if (row !== undefined) return named(row, language)
  const ready = readyOf(tx.orgId, id)
  return ready === null ? null : asItCame(tx.orgId, ready, language)
}

const named = (row: ReportRow, language: Locale): ReportRow => (row.ready_made === null ? row : { ...row, name: readyName(row.ready_made, language), definition: inLanguage(row.ready_made, row.definition, language) })

/** Nobody gets it before somebody switches it on. */
function asItCame(orgId: number, name: ReadyReport, language: Locale): ReportRow {
  return {
    id: readyId(orgId, name), name: readyName(name, language), ready_made: name, owner_id: null, owner_name: null, owner_held: false, definition: readyDefinition(name, language),
    schedule: readyMade[name].schedule, recipients: readyMade[name].recipients, formats: ['mail', 'pdf', 'link'], active: false, comment: '', scheduled_since: new Date(0), updated_at: new Date(0),
  }
}
