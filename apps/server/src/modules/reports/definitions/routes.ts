// Reports over HTTP: composing them, and looking at them with their figures.
import { changeReport as changeRoute, createReport as createRoute, dayIn, exportReport, getReport as getRoute, listReportScopes, listReports as listRoute, previewReport, retireReport as retireRoute, viewReport, type Locale, type ReportPeriod, type ReportScope } from '@kontuar/contracts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { languageOf } from '../../identity/index.ts'
import { fillReport, type Filled, type FillWish } from '../filling/fill-report.ts'
import { daysOfReport } from '../filling/period.ts'
import { readCompany, type Company } from '../receivers/company.ts'
import { resolveReceivers } from '../receivers/resolve-receivers.ts'
import { ownScopes, scopesOf } from '../receivers/scopes.ts'
import { makeFile } from '../sending/make-report.ts'
import { sendFile } from '../sending/send-file.ts'
import { liveLink } from '../sending/send-one.ts'
import { checkDefinition } from './check-definition.ts'
import { getReport, listReports, readSeen } from './list-reports.ts'
import { inLanguage } from './ready-made.ts'
import type { ReportRow } from './report-row.ts'
import { changeReport, createReport, retireReport } from './save-report.ts'
import { openScopes, takeScope } from './who-may.ts'

interface Asked { for?: string; period?: ReportPeriod; language?: Locale }

export function definitionRoutes(implement: Implement, platform: Platform): void {
  const { db } = platform
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listReports(tx, actor, query)))
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getReport(tx, actor, params.id)))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getReport(tx, actor, await createReport(tx, actor, body))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeReport(tx, actor, params.id, body)
    return getReport(tx, actor, params.id)
  }))
  implement(retireRoute, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await retireReport(tx, actor, params.id)
    return { ok: true }
  }))
  implement(listReportScopes, ({ actor, params }) => db.read(actor.orgId, async (tx) => {
    const { row, company } = await readSeen(tx, actor, params.id)
    return { items: openScopes(actor, row, company).scopes, next: null }
  }))
  implement(viewReport, async ({ actor, params, query }) => (await view(platform, actor, params.id, query)).report)
  implement(exportReport, async ({ actor, params, query, reply }) => {
    const { report } = await view(platform, actor, params.id, query)
    const file = await makeFile(platform, actor.orgId, report, query.as ?? 'pdf')
    return sendFile(reply, file.name, file.format, file.content)
  })
  implement(previewReport, async ({ actor, body }) => {
    const wish = await db.read(actor.orgId, async (tx): Promise<FillWish> => {
      const definition = await checkDefinition(tx, body.definition, actor)
      const company = await readCompany(tx)
      return {
        reportId: null, definition, comment: body.comment ?? '', scope: scopeOfPreview(actor, company, definition.personal, body.for), language: body.language ?? await languageOf(tx, actor.staffId), days: null,
        sight: actor.access === 'granted' ? actor.staffId : null, reader: readerOf(actor), because: null, link: '', pauseLink: null,
      }
    })
    return (await fillReport(platform, actor.orgId, wish)).report
  })
}

const readerOf = (actor: Actor): FillWish['reader'] => ({ staffId: actor.staffId, held: actor.access === 'granted', readsFeedback: actor.permissions.has('feedback.read') })

/** Of somebody who sees everything (`checkDefinition`). @throws Refusal `not-found` */
function scopeOfPreview(actor: Actor, company: Company, personal: FillWish['definition']['personal'], key: string | undefined): ReportScope | null {
  if (key === undefined || key === '') return ownScopes(company, personal, actor.staffId)[0] ?? null
  const scope = scopesOf(company, personal).find((s) => s.key === key)
  if (scope === undefined) throw notFound('part of this report')
  return scope
}

async function view(platform: Platform, actor: Actor, id: string, query: Asked): Promise<Filled> {
  const wish = await platform.db.read(actor.orgId, async (tx): Promise<FillWish> => {
    const { row, company, language: own } = await readSeen(tx, actor, id)
    const language = query.language ?? own
    const scope = takeScope(actor, row, company, query.for)
    return {
      reportId: row.id, definition: inLanguage(row.ready_made, row.definition, language), comment: row.comment, scope, language, days: query.period === undefined ? null : daysOfReport(query.period, dayIn(new Date(), company.zone)),
      sight: row.owner_held ? row.owner_id : null, reader: readerOf(actor), because: becauseOf(actor, row, company, scope), link: liveLink(platform.publicUrl(), row.id, scope), pauseLink: null,
    }
  })
  return fillReport(platform, actor.orgId, wish)
}

/** Why the reader gets it; null: they only look. */
const becauseOf = (actor: Actor, row: ReportRow, company: Company, scope: ReportScope | null) => (row.active
  ? resolveReceivers(company, row.definition.personal, row.recipients).receivers.find((r) => r.staffId === actor.staffId && (r.scope?.key ?? null) === (scope?.key ?? null))?.because ?? null : null)
