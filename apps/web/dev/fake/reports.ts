// Reports of the invented server: the ready-made ones, two of the organization's own, one being sent just now, and a ledger with every state.
import * as routes from '@kontuar/contracts'
import type { Report, ReportReach, ReportRun, ReportScope, ReportSending } from '@kontuar/contracts'
import { readyMade, readyDefinition, readyName } from '../../../server/src/modules/reports/definitions/ready-made.ts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { locations, regions, teams } from './desk-data.ts'
import { ago, staff } from './people.ts'
import { fillInvented } from './report-figures.ts'
import type { Tell } from './tickets.ts'

const active = locations.filter(({ retired }) => !retired)
function scopesOf(personal: Report['definition']['personal']): ReportScope[] {
  const of = (by: ReportScope['by'], things: readonly { id: string; name: string }[]): ReportScope[] => things.map(({ id, name }) => ({ by, key: id, ids: [id], name }))
  switch (personal) {
    case 'nobody': return []
    case 'location': return of('location', active)
    case 'team': return of('team', teams)
    case 'staff': return of('staff', staff)
    case 'region': return regions.filter(({ locationIds }) => locationIds.length > 0).map(({ id, name, locationIds }) => ({ by: 'region', key: id, ids: [...locationIds], name }))
  }
}

function readyReports(scenario: Scenario): Report[] {
  return routes.readyReports.map((name, n): Report => ({
    id: `ready-${name}`, name: readyName(name, scenario.locale), readyMade: name, ownerId: null, ownerName: null, definition: readyDefinition(name, scenario.locale), schedule: readyMade[name].schedule, recipients: [...readyMade[name].recipients], formats: ['mail', 'pdf', 'link'], active: n < 2, comment: n === 0 ? '**Dobry tydzień.** W Mokotowie od poniedziałku pracuje druga osoba.\n\n- w piątek [przegląd ocen](https://mietowa.example/przeglad)' : '',
    mayChange: scenario.role === 'administrator', nextAt: n < 2 ? ago(-60 * 24 * (n + 1)) : null, last: n === 0 ? { runId: 'u2', at: ago(60 * 30), state: 'done', sent: 11, failed: 2 } : null, problems: n === 1 ? [{ code: 'no-manager' as const, names: ['Wyspa w galerii'], more: 0, block: null, of: 'location' as const, detail: 'Location "Wyspa w galerii" has no manager who may sign in: nobody gets that report.' }] : [], updatedAt: ago(60 * 24 * 30),
  }))
}
const ownReport = (scenario: Scenario): Report => ({
  ...readyReports(scenario)[3]!, id: 'r1', name: 'Odprawa kierowników', readyMade: null, ownerId: 's2', ownerName: staff[1]!.name, schedule: { every: 'day', days: [1, 3, 5], at: '07:45' }, active: true, comment: '', nextAt: ago(-60 * 20), last: { runId: 'u1', at: ago(2), state: 'running', sent: 118, failed: 0 },
  recipients: [{ to: 'team-manager' }, { to: 'staff', staffId: 's4' }, { to: 'address', name: 'Zarząd', email: 'zarzad@mietowa.example', language: 'pl' }], formats: ['mail', 'pdf', 'xlsx'],
})

const run = (id: string, more: Partial<ReportRun>): ReportRun => ({ id, reportId: 'r1', reportName: 'Odprawa kierowników', trigger: 'clock', state: 'done', periodFrom: ago(60 * 24 * 9), periodTo: ago(60 * 24 * 2), late: false, planned: 13, done: 13, sent: 11, failed: 2, secondsLeft: null, startedAt: ago(60 * 30), endedAt: ago(60 * 30 - 1), startedByName: null, detail: null, ...more })
const runs = (): ReportRun[] => [
  run('u1', { trigger: 'hand', state: 'running', planned: 300, done: 121, sent: 118, failed: 0, secondsLeft: 62, startedAt: ago(2), endedAt: null, startedByName: staff[1]!.name }),
  run('u2', { reportId: 'ready-after-sales-weekly', reportName: 'Opinie po sprzedaży: tydzień', late: true }),
  run('u3', { state: 'stopped', planned: 40, done: 17, sent: 17, failed: 0, startedAt: ago(60 * 24 * 3) }),
  run('u4', { state: 'failed', planned: 6, done: 6, sent: 0, failed: 6, startedAt: ago(60 * 24 * 8), detail: 'No mailbox can send: set up the sending server of one first.' }),
]
const details: Partial<Record<ReportSending['state'], string>> = { failed: 'Block "b3": there is no metric "smiles" any more.', bounced: '550 5.1.1 No such user here', stopped: 'They do not look after this location any more.', uncertain: 'The connection was lost after the whole message had gone.' }
const sendings = (of: ReportRun): ReportSending[] => (['sent', 'sent', 'making', 'planned', 'failed', 'bounced', 'uncertain', 'paused', 'stopped', 'nothing'] as const).map((state, n) => ({
  id: `${of.id}-${n}`, runId: of.id, reportId: of.reportId, reportName: of.reportName, staffId: staff[n % 4]!.id, name: staff[n % 4]!.name, address: staff[n % 4]!.email, language: 'pl', scopeName: active[n % 3]!.name, because: { code: 'location-manager', name: active[n % 3]!.name }, state,
  files: state === 'sent' ? [{ format: 'html', name: 'raport.html', size: 84_000 }, { format: 'pdf', name: 'raport.pdf', size: 412_000 }, { format: 'xlsx', name: 'raport.xlsx', size: 38_000 }] : [], detail: details[state] ?? null, attempts: 1, sendAfter: ago(n), sentAt: state === 'sent' ? ago(n) : null, createdAt: ago(n + 1),
}))

export function answerReports(on: ReturnType<typeof createAnswer>, scenario: Scenario, tell: Tell): void {
  const reports = scenario.empty && scenario.role === 'agent' ? [] : [...readyReports(scenario), ...(scenario.empty ? [] : [ownReport(scenario)])]
  const sent = scenario.empty ? [] : runs()
  const find = <T extends { id: string }>(things: readonly T[], id: string): T => {
    const found = things.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such report.')
    return found
  }
  const scopeOf = (report: Pick<Report, 'definition'>, key: string | undefined): ReportScope | null => {
    const scopes = scopesOf(report.definition.personal)
    if (key === undefined) return scopes[0] ?? null
    return scopes.find((scope) => scope.key === key) ?? find([] as (ReportScope & { id: string })[], key)
  }
  const reach = (): ReportReach[] => (scenario.empty ? [] : reports.filter((report) => report.active).flatMap((report) => active.map((place, n): ReportReach => ({
    reportId: report.id, reportName: report.name, staffId: n === 2 ? null : staff[n + 1]!.id, name: n === 2 ? 'Zarząd' : staff[n + 1]!.name, address: n === 2 ? 'zarzad@mietowa.example' : staff[n + 1]!.email, scopeName: report.definition.personal === 'nobody' ? null : place.name, formats: report.formats, schedule: report.schedule,
    because: n === 2 ? { code: 'address' } : { code: 'location-manager', name: place.name }, paused: n === 1, pausedUntil: n === 1 ? ago(-60 * 24 * 12) : null, last: n === 0 ? { at: ago(60 * 30), state: 'sent', detail: null } : n === 2 ? { at: ago(60 * 31), state: 'bounced', detail: '550 5.1.1 No such user here' } : null,
  }))))
  on(routes.listReports, () => ({ items: reports, next: null }))
  on(routes.getReport, ({ params }) => find(reports, params.id))
  on(routes.createReport, ({ body }) => {
    const report: Report = { ...ownReport(scenario), id: `r${reports.length}`, ownerId: 's1', ownerName: staff[0]!.name, schedule: null, recipients: [], comment: '', last: null, ...body, formats: body.formats ?? ['mail'], active: body.active ?? true, nextAt: null, problems: [], updatedAt: ago(0) }
    reports.push(report)
    return report
  })
  on(routes.changeReport, ({ params, body }) => Object.assign(find(reports, params.id), body, { updatedAt: ago(0) }))
  on(routes.retireReport, ({ params }) => {
    const report = find(reports, params.id)
    if (report.readyMade === null) reports.splice(reports.indexOf(report), 1)
    return { ok: true as const }
  })
  on(routes.viewReport, ({ params, query }) => {
    const report = find(reports, params.id)
    return fillInvented({ id: report.id, definition: report.definition, period: query.period, scope: scopeOf(report, query.for), locale: scenario.locale, comment: report.comment, empty: scenario.empty })
  })
  on(routes.previewReport, ({ body }) => fillInvented({ id: null, definition: body.definition, period: undefined, scope: scopeOf(body, body.for), locale: scenario.locale, comment: body.comment ?? '', empty: scenario.empty }))
  on(routes.listReportScopes, ({ params }) => ({ items: scopesOf(find(reports, params.id).definition.personal), next: null }))
  on(routes.sendReport, ({ params, body }) => {
    const report = find(reports, params.id)
    const made = run(`u${sent.length + 1}`, { reportId: report.id, reportName: report.name, trigger: 'hand', state: 'running', planned: body.to === 'me' ? 1 : 3, done: 0, sent: 0, failed: 0, secondsLeft: 3, startedAt: ago(0), endedAt: null, startedByName: staff[0]!.name })
    sent.unshift(made)
    tell('reports.runChanged', { reportId: report.id, reportRunId: made.id })
    return made
  })
  on(routes.listReportRuns, ({ query }) => ({ items: sent.filter(({ reportId }) => query.reportId === undefined || reportId === query.reportId), next: null }))
  on(routes.getReportRun, ({ params }) => find(sent, params.id))
  on(routes.stopReportRun, ({ params }) => Object.assign(find(sent, params.id), { state: 'stopped' as const, secondsLeft: null }))
  on(routes.resumeReportRun, ({ params }) => Object.assign(find(sent, params.id), { state: 'running' as const, secondsLeft: 40 }))
  on(routes.listReportSendings, ({ query }) => ({ items: sent.flatMap(sendings).filter((each) => (query.runId === undefined || each.runId === query.runId) && (query.state === undefined || each.state === query.state)), next: null }))
  on(routes.retryReportSending, ({ params }) => ({ ...find(sent.flatMap(sendings), params.id), state: 'planned' as const, detail: null }))
  on(routes.listReportReach, ({ query }) => ({ items: reach().filter((each) => (query.reportId === undefined || each.reportId === query.reportId) && (query.staffId === undefined || each.staffId === query.staffId)), next: null }))
}
