// Reports: composed of tiles and texts, personal for each recipient by one definition, sent on time, each sending in a ledger.
import { Type, type Static, type TSchema } from 'typebox'
import { ById, Done, Id, Instant, Locale, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { Conditions } from './conditions.ts'
import { Tile } from './dashboards.ts'
import { MetricInfo, MetricResult } from './metrics.ts'
import { Because, ReportRecipient } from './recipients.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const
const blockId = Type.String({ minLength: 1, maxLength: 40 })

/**
 * `tile`: as on a dashboard. `summary`: in words, what changed in these metrics and whether it is real. `ranking`: a metric by location
 * against the network, one's own marked. `tickets`: what is overdue, or waits longest. `comments`: what customers wrote, the lowest scores first.
 * `loops`: low scores and what became of them. `text`: of the author; **bold**, lists and links of Markdown.
 */
export const ReportBlock = Type.Union([
  Type.Object({ id: blockId, kind: Type.Literal('tile'), tile: Tile }, closed),
  Type.Object({ id: blockId, kind: Type.Literal('text'), text: Type.String({ maxLength: 5000 }) }, closed),
  Type.Object({ id: blockId, kind: Type.Literal('summary'), metrics: Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 12 }) }, closed),
  Type.Object({ id: blockId, kind: Type.Literal('ranking'), metric: Type.String({ maxLength: 80 }), by: oneOf('location', 'team', 'staff') }, closed),
  Type.Object({ id: blockId, kind: Type.Literal('tickets'), what: oneOf('overdue', 'oldest', 'incomplete'), limit: Type.Integer({ minimum: 1, maximum: 100 }) }, closed),
  Type.Object({ id: blockId, kind: Type.Literal('comments'), limit: Type.Integer({ minimum: 1, maximum: 50 }), low: Type.Boolean() }, closed),
  Type.Object({ id: blockId, kind: Type.Literal('loops'), limit: Type.Integer({ minimum: 1, maximum: 50 }) }, closed),
  Type.Object({ id: blockId, kind: Type.Literal('break') }, closed),
])
export type ReportBlock = Static<typeof ReportBlock>
export const ReportPeriod = oneOf('yesterday', 'last-week', 'last-month', 'last-quarter', 'last-7-days', 'last-28-days', 'this-week', 'this-month')
export type ReportPeriod = Static<typeof ReportPeriod>
/** `personal`: each recipient gets their own: the locations (regions, teams) they are in charge of, or what they did; the rest of the organization is the network beside it. */
export const ReportDefinition = Type.Object({ title: Type.String({ minLength: 1, maxLength: 200 }), blocks: Type.Array(ReportBlock, { minItems: 1, maxItems: 40 }), period: ReportPeriod, compare: oneOf('before', 'year', 'none'), where: Type.Optional(nullable(Conditions)), personal: oneOf('nobody', 'location', 'region', 'team', 'staff') }, closed)
export type ReportDefinition = Static<typeof ReportDefinition>
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM in the recipient’s zone.' })
export const ReportSchedule = Type.Union([
  Type.Object({ every: Type.Literal('day'), days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }), at: Clock }, closed),
  Type.Object({ every: Type.Literal('week'), day: Type.Integer({ minimum: 1, maximum: 7, description: 'Monday is 1.' }), at: Clock }, closed),
  Type.Object({ every: Type.Literal('month'), day: Type.Integer({ minimum: 1, maximum: 28 }), at: Clock }, closed),
])
export type ReportSchedule = Static<typeof ReportSchedule>
export const reportFormats = ['mail', 'pdf', 'xlsx', 'link'] as const
export const ReportFormat = oneOf(...reportFormats)
export const readyReports = ['after-sales-weekly', 'nps-monthly', 'stores-monthly', 'service-weekly', 'overdue-daily', 'diary-quality'] as const

export const reportProblemCodes = ['block', 'outsider-scope', 'person-gone', 'team-gone', 'no-charge', 'no-manager', 'no-members', 'none-yet', 'nobody', 'no-mailbox', 'author-gone'] as const
/** What keeps a report from being right, or from arriving. */
export const ReportProblem = Type.Object({
  code: oneOf(...reportProblemCodes), names: Type.Array(Type.String(), { description: 'Whom or what it is about; five at most.' }), more: Type.Integer({ description: 'How many beyond those named.' }),
  block: nullable(Type.Integer({ description: 'Which block, from 1.' })), of: nullable(oneOf('location', 'region', 'team', 'staff')), detail: Type.String({ description: 'In English.' }),
}, closed)
export type ReportProblem = Static<typeof ReportProblem>
export const Report = Type.Object({
  id: Id, name: Type.String(), readyMade: nullable(oneOf(...readyReports)), ownerId: nullable(Id), ownerName: nullable(Type.String()), definition: ReportDefinition, schedule: nullable(ReportSchedule), recipients: Type.Array(ReportRecipient), formats: Type.Array(ReportFormat), active: Type.Boolean(), comment: Type.String(),
  mayChange: Type.Boolean(), nextAt: nullable(Instant), last: nullable(Type.Object({ runId: Id, at: Instant, state: Type.String(), sent: Type.Integer(), failed: Type.Integer() })), problems: Type.Array(ReportProblem), updatedAt: Instant,
})
export type Report = Static<typeof Report>
const editable = { definition: ReportDefinition, schedule: nullable(ReportSchedule), recipients: Type.Array(ReportRecipient, { maxItems: 500 }), formats: Type.Array(ReportFormat, { minItems: 1, maxItems: 4 }), comment: Type.String({ maxLength: 5000 }), active: Type.Boolean() }
export const NewReport = Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), definition: editable.definition, schedule: Type.Optional(editable.schedule), recipients: Type.Optional(editable.recipients), formats: Type.Optional(editable.formats), comment: Type.Optional(editable.comment), active: Type.Optional(editable.active) }, closed)
export type NewReport = Static<typeof NewReport>
export const ReportPatch = Type.Partial(NewReport, { ...closed, minProperties: 1 })

/** Whose report it is: the members of a dimension, and what it is called. Null: of all. */
export const ReportScope = Type.Object({ by: oneOf('location', 'region', 'team', 'staff'), key: Type.String({ description: 'Id of the location, region, team or person.' }), ids: Type.Array(Id, { description: 'Members of the dimension it is held to.' }), name: Type.String() }, closed)
export type ReportScope = Static<typeof ReportScope>

/** One sentence of the summary. `real`: the interval of the change excludes 0; `unknown`: too little to say. */
export const ReportSentence = Type.Object({ metric: Type.String(), text: Type.String(), real: Type.Boolean(), tone: oneOf('good', 'bad', 'neutral') })
export type ReportSentence = Static<typeof ReportSentence>
const rows = <T extends string, I extends TSchema>(kind: T, item: I) => Type.Object({ id: blockId, kind: Type.Literal(kind), title: Type.String(), items: Type.Array(item), more: Type.Integer({ description: 'How many there are beyond.' }) })
export const ReportTicketLine = Type.Object({ id: Id, number: Type.Integer(), subject: Type.String(), customerName: Type.String(), ownerName: nullable(Type.String()), queueName: nullable(Type.String()), locationName: nullable(Type.String()), dueAt: nullable(Instant), createdAt: Instant, missing: Type.Array(Type.String()) })
export const ReportCommentLine = Type.Object({ answerId: Id, at: Instant, score: nullable(Type.Number()), scaleMax: nullable(Type.Number()), text: Type.String(), locationName: nullable(Type.String()), ticketNumber: nullable(Type.Integer()), becameOf: nullable(Type.String({ description: 'What became of its low score, in words.' })), recoveryId: nullable(Id) })
export const ReportLoopLine = Type.Object({ id: Id, openedAt: Instant, customerName: Type.String(), score: nullable(Type.Number()), scaleMax: nullable(Type.Number()), state: Type.String(), ownerName: nullable(Type.String()), causeName: nullable(Type.String()), remedy: Type.String(), contactedAt: nullable(Instant), recovered: nullable(Type.Boolean()) })
export type ReportTicketLine = Static<typeof ReportTicketLine>
export type ReportCommentLine = Static<typeof ReportCommentLine>
export type ReportLoopLine = Static<typeof ReportLoopLine>
const Problem = Type.Object({ problem: Type.Object({ code: Type.String(), detail: Type.String() }) })
export const FilledBlock = Type.Union([
  Type.Object({ id: blockId, kind: Type.Literal('tile'), title: Type.String(), tile: Tile, metrics: Type.Array(MetricInfo), results: Type.Array(Type.Union([MetricResult, Problem])), network: nullable(Type.Array(Type.Union([MetricResult, Problem]), { description: 'Of a personal report: the same for the whole organization.' })) }),
  Type.Object({ id: blockId, kind: Type.Literal('text'), text: Type.String() }),
  Type.Object({ id: blockId, kind: Type.Literal('summary'), title: Type.String(), sentences: Type.Array(ReportSentence) }),
  Type.Object({ id: blockId, kind: Type.Literal('ranking'), title: Type.String(), metric: MetricInfo, by: Type.String(), result: Type.Union([MetricResult, Problem]), own: Type.Array(Id) }),
  rows('tickets', ReportTicketLine), rows('comments', ReportCommentLine), rows('loops', ReportLoopLine),
  Type.Object({ id: blockId, kind: Type.Literal('break') }),
])
export type FilledBlock = Static<typeof FilledBlock>
/** A report with its figures: what the screen, the mail, the PDF and the table are all made of. */
export const FilledReport = Type.Object({
  reportId: nullable(Id), title: Type.String(), organizationName: Type.String(), colour: Type.String(), logo: nullable(Type.String({ description: 'SHA-256 of the picture of the organization.' })), language: Locale, zone: Type.String(), periodFrom: Instant, periodTo: Instant, periodName: Type.String(), compareName: nullable(Type.String()), scope: nullable(ReportScope), scopeName: nullable(Type.String()), comment: Type.String(), madeAt: Instant, link: Type.String(), because: nullable(Type.String({ description: 'You get this because …' })), pauseLink: nullable(Type.String()), blocks: Type.Array(FilledBlock),
})
export type FilledReport = Static<typeof FilledReport>

export const ReportRun = Type.Object({ id: Id, reportId: Id, reportName: Type.String(), trigger: oneOf('clock', 'hand'), state: oneOf('running', 'stopping', 'stopped', 'done', 'failed'), periodFrom: Instant, periodTo: Instant, late: Type.Boolean({ description: 'Begun long after it was due: the program had been down.' }), planned: Type.Integer(), done: Type.Integer(), sent: Type.Integer(), failed: Type.Integer(), secondsLeft: nullable(Type.Number()), startedAt: Instant, endedAt: nullable(Instant), startedByName: nullable(Type.String()), detail: nullable(Type.String()) })
export type ReportRun = Static<typeof ReportRun>
export const ReportSendingState = oneOf('planned', 'making', 'made', 'sending', 'sent', 'uncertain', 'failed', 'paused', 'bounced', 'stopped', 'nothing')
export const ReportSending = Type.Object({ id: Id, runId: Id, reportId: Id, reportName: Type.String(), staffId: nullable(Id), name: Type.String(), address: Type.String(), language: Type.String(), scopeName: nullable(Type.String()), because: Because, state: ReportSendingState, files: Type.Array(Type.Object({ format: Type.String(), name: Type.String(), size: Type.Integer() })), detail: nullable(Type.String()), attempts: Type.Integer(), sendAfter: Instant, sentAt: nullable(Instant), createdAt: Instant })
export type ReportSending = Static<typeof ReportSending>
export const ReportReach = Type.Object({ reportId: Id, reportName: Type.String(), staffId: nullable(Id), name: Type.String(), address: Type.String(), scopeName: nullable(Type.String()), formats: Type.Array(Type.String()), schedule: nullable(ReportSchedule), because: Because, paused: Type.Boolean(), pausedUntil: nullable(Instant), last: nullable(Type.Object({ at: Instant, state: Type.String(), detail: nullable(Type.String()) })) })
export type ReportReach = Static<typeof ReportReach>

const tag = 'reports'
const asked = { for: Type.Optional(Type.String({ maxLength: 200, description: 'Key of a scope; left out: my own of a personal report, else all.' })), period: Type.Optional(ReportPeriod), language: Type.Optional(Locale) }
export const listReports = route({ method: 'GET', path: '/reports', permission: 'report.read', tag, summary: 'Reports I may see', query: Type.Object(PageQuery), response: page(Report) })
export const getReport = route({ method: 'GET', path: '/reports/:id', permission: 'report.read', tag, summary: 'One report', params: ById, response: Report })
export const createReport = route({ method: 'POST', path: '/reports', permission: 'report.manage', tag, summary: 'Compose a report', body: NewReport, response: Report, status: 201 })
export const changeReport = route({ method: 'PATCH', path: '/reports/:id', permission: 'report.manage', tag, summary: 'Change a report, its schedule or its recipients', params: ById, body: ReportPatch, response: Report })
export const retireReport = route({ method: 'DELETE', path: '/reports/:id', permission: 'report.manage', tag, summary: 'Put a report away; a ready-made one goes back to how it came', params: ById, response: Done })
export const viewReport = route({ method: 'GET', path: '/reports/:id/view', permission: 'report.read', tag, summary: 'A report with its figures now', params: ById, query: Type.Object(asked), response: FilledReport })
export const exportReport = route({ method: 'GET', path: '/reports/:id/export', permission: 'report.read', tag, summary: 'A report as PDF, XLSX or the mail', params: ById, query: Type.Object({ as: Type.Optional(Type.Unsafe<'pdf' | 'xlsx' | 'html'>({ type: 'string', enum: ['pdf', 'xlsx', 'html'], default: 'pdf' })), ...asked }) })
export const listReportScopes = route({ method: 'GET', path: '/reports/:id/scopes', permission: 'report.read', tag, summary: 'For whom a personal report can be made', params: ById, response: page(ReportScope) })
export const previewReport = route({ method: 'POST', path: '/reports/preview', permission: 'report.manage', tag, summary: 'What a definition would show', body: Type.Object({ definition: ReportDefinition, comment: Type.Optional(Type.String({ maxLength: 5000 })), for: asked.for, language: asked.language }, closed), response: FilledReport, status: 200 })
export const sendReport = route({ method: 'POST', path: '/reports/:id/send', permission: 'report.manage', tag, summary: 'Send now, to all or to me alone', params: ById, body: Type.Object({ to: Type.Optional(oneOf('all', 'me')), comment: Type.Optional(Type.String({ maxLength: 5000, description: 'Of this sending alone; left out: the report’s.' })) }, closed), response: ReportRun, status: 202 })
export const listReportRuns = route({ method: 'GET', path: '/report-runs', permission: 'report.manage', tag, summary: 'What was made and sent, the newest first', query: Type.Object({ reportId: Type.Optional(Id), state: Type.Optional(oneOf('running', 'stopping', 'stopped', 'done', 'failed')), ...PageQuery }), response: page(ReportRun) })
export const getReportRun = route({ method: 'GET', path: '/report-runs/:id', permission: 'report.manage', tag, summary: 'How far one is', params: ById, response: ReportRun })
export const stopReportRun = route({ method: 'POST', path: '/report-runs/:id/stop', permission: 'report.manage', tag, summary: 'Send no more of it', params: ById, response: ReportRun, status: 200 })
export const resumeReportRun = route({ method: 'POST', path: '/report-runs/:id/resume', permission: 'report.manage', tag, summary: 'Go on with what was stopped', params: ById, response: ReportRun, status: 200 })
export const listReportSendings = route({ method: 'GET', path: '/report-sendings', permission: 'report.manage', tag, summary: 'The ledger of sendings', query: Type.Object({ runId: Type.Optional(Id), reportId: Type.Optional(Id), staffId: Type.Optional(Id), state: Type.Optional(ReportSendingState), ...PageQuery }), response: page(ReportSending) })
export const retryReportSending = route({ method: 'POST', path: '/report-sendings/:id/retry', permission: 'report.manage', tag, summary: 'Try a failed one again', params: ById, response: ReportSending, status: 200 })
export const downloadReportFile = route({ method: 'GET', path: '/report-sendings/:id/files/:format', permission: 'report.manage', tag, summary: 'What was sent', params: Type.Object({ id: Id, format: oneOf('pdf', 'xlsx', 'html') }) })
export const listReportReach = route({ method: 'GET', path: '/report-reach', permission: 'report.manage', tag, summary: 'Who receives what', query: Type.Object({ reportId: Type.Optional(Id), staffId: Type.Optional(Id) }), response: page(ReportReach) })
