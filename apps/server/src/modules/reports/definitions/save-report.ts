// Composing, changing and putting away reports.
import type { NewReport, ReportDefinition, ReportRecipient } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable, storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { audit, languageOf } from '../../identity/index.ts'
import { orderSending } from '../sending/order-sending.ts'
import { checkDefinition, refusePersonal } from './check-definition.ts'
import { checkRecipients } from './check-recipients.ts'
import { readSeen } from './list-reports.ts'
import { inLanguage } from './ready-made.ts'
import type { ReportRow } from './report-row.ts'
import { refuseChange } from './who-may.ts'

const mostReports = 500

/** Answers its id. @throws Refusal */
export async function createReport(tx: Tx, actor: Actor, given: NewReport): Promise<string> {
  await lockNames(tx)
  const [{ n }] = await tx.query<{ n: number }>('select count(*)::int as n from report where org_id = $1 and retired_at is null', [tx.orgId], 'count-reports') as [{ n: number }]
  if (n >= mostReports) throw new Refusal('conflict', `There are ${mostReports} reports already: put one away that nobody reads.`)
  const name = await takeName(tx, given.name, null)
  const definition = await checkDefinition(tx, given.definition, actor)
  const recipients = await checkRecipients(tx, given.recipients ?? [], definition.personal, [])
  const id = newId()
  await tx.query('insert into report (org_id, id, name, owner_id, definition, schedule, recipients, formats, active, comment) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [tx.orgId, id, name, actor.staffId, storableJson(definition), json(given.schedule ?? null), storableJson(recipients), [...new Set(given.formats ?? ['mail', 'pdf', 'link'])], given.active ?? true, storable(given.comment ?? '')], 'insert-report')
  await audit(tx, actor, 'report.created', { kind: 'report', id }, { name, recipients: recipients.length })
  tx.publish({ name: 'reports.reportChanged', ids: { reportId: id } })
  return id
}

/** @throws Refusal */
export async function changeReport(tx: Tx, actor: Actor, id: string, patch: Partial<NewReport>): Promise<void> {
  await lockNames(tx)
  const { row } = await readSeen(tx, actor, id)
  refuseChange(actor, row)
  if (row.ready_made !== null && patch.name !== undefined) throw new Refusal('invalid-input', 'A ready-made report keeps its name: compose one of your own to name it yourself.', { name: 'cannot be changed' })
  const name = row.ready_made === null ? (patch.name === undefined ? row.name : await takeName(tx, patch.name, row.id)) : `ready-made ${row.ready_made}`
  // Also when only the recipients change: whoever may not see everything must not send what is personal.
  refusePersonal((patch.definition ?? row.definition).personal, actor)
  const definition = await ofOrganization(tx, row.ready_made, patch.definition === undefined ? row.definition : await checkDefinition(tx, patch.definition, actor))
  const recipients = await takeRecipients(tx, row, patch, definition)
  const schedule = patch.schedule === undefined ? row.schedule : patch.schedule
  const active = patch.active ?? row.active
  const restarted = JSON.stringify(schedule) !== JSON.stringify(row.schedule) || (active && !row.active)
  await tx.query(
    `insert into report (org_id, id, name, ready_made, owner_id, definition, schedule, recipients, formats, active, comment, scheduled_since) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp())
     on conflict (org_id, id) do update set name = excluded.name, definition = excluded.definition, schedule = excluded.schedule, recipients = excluded.recipients, formats = excluded.formats, active = excluded.active, comment = excluded.comment,
       retired_at = null, updated_at = clock_timestamp(), version = report.version + 1, scheduled_since = case when $12 then clock_timestamp() else report.scheduled_since end`,
    [tx.orgId, row.id, name, row.ready_made, row.owner_id, storableJson(definition), json(schedule), storableJson(recipients), [...new Set(patch.formats ?? row.formats)], active, storable(patch.comment ?? row.comment), restarted], 'save-report')
  await audit(tx, actor, 'report.changed', { kind: 'report', id: row.id }, { fields: Object.keys(patch) })
  tx.publish({ name: 'reports.reportChanged', ids: { reportId: row.id } })
}

/** A ready-made one goes back to how it came; another is put away, and what was sent stays in the ledger. @throws Refusal */
export async function retireReport(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { row } = await readSeen(tx, actor, id)
  refuseChange(actor, row)
  const [retired] = await tx.query('update report set retired_at = clock_timestamp(), active = false, updated_at = clock_timestamp() where org_id = $1 and id = $2 and retired_at is null returning id', [tx.orgId, row.id], 'retire-report')
  if (retired === undefined && row.ready_made === null) throw notFound('report')
  // Nothing of it leaves any more; what is on its way is let go.
  for (const { id: runId } of await tx.query<{ id: string }>(`update report_run set state = 'stopping' where org_id = $1 and report_id = $2 and state = 'running' returning id`, [tx.orgId, row.id], 'stop-runs-of-report')) orderSending(tx, runId, new Date())
  await audit(tx, actor, row.ready_made === null ? 'report.retired' : 'report.reset', { kind: 'report', id: row.id })
  tx.publish({ name: 'reports.reportChanged', ids: { reportId: row.id } })
}

/** A row of it must stand before something can be sent; an unchanged ready-made one has none yet. */
export async function storeReadyMade(tx: Tx, row: ReportRow): Promise<void> {
  if (row.ready_made === null) return
  const definition = await ofOrganization(tx, row.ready_made, row.definition)
  await tx.query(
    `insert into report (org_id, id, name, ready_made, definition, schedule, recipients, formats, active, comment) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (org_id, id) do update set retired_at = null, definition = excluded.definition, schedule = excluded.schedule, recipients = excluded.recipients, formats = excluded.formats, active = excluded.active, comment = excluded.comment where report.retired_at is not null`,
    [tx.orgId, row.id, `ready-made ${row.ready_made}`, row.ready_made, storableJson(definition), json(row.schedule), storableJson(row.recipients), row.formats, row.active, row.comment], 'store-ready-made-report')
}

/** What nobody changed is stored in the language of the organization. */
const ofOrganization = async (tx: Tx, name: ReportRow['ready_made'], definition: ReportDefinition): Promise<ReportDefinition> => inLanguage(name, definition, await languageOf(tx, null))

async function takeRecipients(tx: Tx, row: ReportRow, patch: Partial<NewReport>, definition: ReportDefinition): Promise<ReportRecipient[]> {
  if (patch.recipients === undefined && definition.personal === row.definition.personal) return row.recipients
  return checkRecipients(tx, patch.recipients ?? row.recipients, definition.personal, row.recipients)
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

/** Two that save at once must not take one name. */
const lockNames = (tx: Tx) => tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' reports', 0))`, [tx.orgId], 'lock-reports')

async function takeName(tx: Tx, given: string, own: string | null): Promise<string> {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: give the report a name by which people find it.', { name: 'is empty' })
  const [taken] = await tx.query('select 1 from report where org_id = $1 and lower(name) = lower($2) and retired_at is null and id is distinct from $3', [tx.orgId, name, own], 'report-called')
  if (taken !== undefined) throw new Refusal('conflict', `There is a report called ${JSON.stringify(name)} already: choose another name.`, { name: 'is taken' })
  return name
}
