import * as routes from '@kontuar/contracts'
import type { Dashboard, MarkedDay } from '@kontuar/contracts'
import { readyMade, readyMadeFor, readyMadeId, readyMadeOf } from '../../../../server/src/modules/insight/dashboards/ready-made.ts'
import { dashboardNames } from '../../../../server/src/modules/insight/dashboards/words.ts'
import { Refusal, type Scenario, type createAnswer } from '../answer.ts'
import { ago } from '../people.ts'

export function answerDashboards(on: ReturnType<typeof createAnswer>, scenario: Scenario): void {
  const may = scenario.role !== 'agent'
  const made: Dashboard[] = readyMadeFor(scenario.role).map((name, index) => ({ id: readyMadeId(name), name: dashboardNames[scenario.locale][name], readyMade: name, ownerId: null, ownerName: null, sharedWith: [...readyMade[name].roles], mayChange: may, position: index, definition: structuredClone(readyMade[name].definition), problems: [], updatedAt: ago(60 * 24 * 30) }))
  const tile = (id: string, kind: 'number' | 'line' | 'bars', metric: string, width: number, by?: string) => ({ id, kind, metrics: [metric], width, height: 1, ...(by && { by }) })
  const own: Dashboard[] = scenario.empty ? [] : [
    { id: 'd1', name: 'Poniedziałkowa odprawa', readyMade: null, ownerId: 's1', ownerName: 'Anna Wiśniewska', sharedWith: null, mayChange: true, position: 0, problems: [], updatedAt: ago(60 * 24), definition: { period: 'last-7-days', compare: 'before', tiles: [
      { id: 't0', kind: 'text', metrics: [], text: 'Przed odprawą: czy wiemy, dlaczego liczba reklamacji się zmieniła? Szczegóły zbiera Katarzyna.', width: 4, height: 1 }, tile('t1', 'number', 'contacts-in', 1), tile('t2', 'number', 'complaints', 1), tile('t3', 'line', 'contacts-in', 2), tile('t4', 'bars', 'complaints', 2, 'location'),
      { id: 't5', kind: 'line', metrics: ['fcr-repeat', 'sla-kept'], width: 2, height: 1 }, { id: 't6', kind: 'line', metrics: ['contacts-in', 'csat'], step: 'week', width: 2, height: 2 },
    ] } },
    { id: 'd2', name: 'Salony: jak wypadamy', readyMade: null, ownerId: 's2', ownerName: 'Михаил Ковалёв', sharedWith: ['manager', 'administrator'], mayChange: may, position: 1, problems: ['Tile 3: there is no metric "smiles": choose one of /metrics.'], updatedAt: ago(60 * 24 * 3), definition: { period: 'last-90-days', compare: 'year', tiles: [tile('t1', 'number', 'csat', 1), tile('t2', 'bars', 'csat', 2, 'location'), tile('t3', 'number', 'smiles', 1)] } },
  ]
  const all = () => [...made, ...own]
  const find = (id: string) => {
    const found = all().find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such dashboard.')
    return found
  }
  on(routes.listDashboards, () => ({ items: all(), next: null }))
  on(routes.getDashboard, ({ params }) => find(params.id))
  on(routes.createDashboard, ({ body }) => {
    const dashboard: Dashboard = { id: `d${own.length + 3}`, readyMade: null, ownerId: 's1', ownerName: 'Anna Wiśniewska', mayChange: true, position: own.length, problems: [], updatedAt: ago(0), ...body, sharedWith: body.sharedWith ?? null }
    own.push(dashboard)
    return dashboard
  })
  on(routes.changeDashboard, ({ params, body }) => Object.assign(find(params.id), body, { updatedAt: ago(0) }))
  on(routes.deleteDashboard, ({ params }) => {
    const name = readyMadeOf(params.id)
    if (name) Object.assign(find(params.id), { definition: structuredClone(readyMade[name].definition), updatedAt: ago(60 * 24 * 30) })
    else own.splice(own.indexOf(find(params.id)), 1)
    return { ok: true as const }
  })
  const marks: MarkedDay[] = scenario.empty ? [] : [
    { id: 'k1', at: ago(60 * 24 * 6), name: 'Nowe szablony odpowiedzi', locationIds: [], queueIds: ['q2'] },
    { id: 'k2', at: ago(60 * 24 * 34), name: 'Szkolenie recepcji', locationIds: ['l2'], queueIds: [] },
    { id: 'k3', at: ago(60 * 24 * 120), name: 'Druga osoba na infolinii', locationIds: [], queueIds: [] },
  ]
  on(routes.listMarkedDays, ({ query }) => ({ items: marks.filter(({ at }) => (!query.from || at >= query.from) && (!query.to || at < query.to)), next: null }))
  on(routes.createMarkedDay, ({ body }) => {
    const mark = { id: `k${marks.length + 4}`, locationIds: [], queueIds: [], ...body }
    marks.unshift(mark)
    return mark
  })
  on(routes.deleteMarkedDay, ({ params }) => {
    marks.splice(marks.findIndex(({ id }) => id === params.id), 1)
    return { ok: true as const }
  })
}
