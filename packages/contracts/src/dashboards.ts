// Screens of numbers: ready-made ones by role, and one's own.
import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, nullable, oneOf, page } from './shapes.ts'
import { Conditions } from './conditions.ts'
import { MetricFigure } from './metrics.ts'
import { Interval } from './feedback-results.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const

export const tileKinds = ['number', 'line', 'bars', 'distribution', 'funnel', 'table', 'heat', 'network', 'text', 'warnings'] as const
/** `network`: locations against the network (funnel plot). `funnel`: the metrics one after the other. `table`: the metrics by `by`. */
export const Tile = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 40 }), kind: oneOf(...tileKinds), title: Type.Optional(Type.String({ maxLength: 100, description: 'Empty: the name of the metric.' })),
  metrics: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 8 }), by: Type.Optional(nullable(Type.String({ maxLength: 60 }))), step: Type.Optional(nullable(oneOf('hour', 'day', 'week', 'month'))), where: Type.Optional(nullable(Conditions)),
  text: Type.Optional(Type.String({ maxLength: 5000 })), width: Type.Integer({ minimum: 1, maximum: 4, description: 'Columns of four.' }), height: Type.Integer({ minimum: 1, maximum: 3 }),
}, closed)
export type Tile = Static<typeof Tile>
export const DashboardPeriod = oneOf('today', 'yesterday', 'last-7-days', 'last-28-days', 'last-30-days', 'last-90-days', 'this-month', 'last-month', 'this-year', 'last-12-months')
export type DashboardPeriod = Static<typeof DashboardPeriod>
export const DashboardDefinition = Type.Object({ tiles: Type.Array(Tile, { maxItems: 24 }), period: DashboardPeriod, compare: oneOf('before', 'year', 'none'), where: Type.Optional(nullable(Conditions)), mine: Type.Optional(Type.Boolean({ description: 'Held to what its reader did.' })) }, closed)
export type DashboardDefinition = Static<typeof DashboardDefinition>
const roleOf = oneOf('administrator', 'manager', 'agent', 'observer')
export const Dashboard = Type.Object({
  id: Id, name: Type.String(), readyMade: nullable(oneOf('owner', 'contact-centre', 'shop', 'e-commerce', 'agent', 'quality')), ownerId: nullable(Id), ownerName: nullable(Type.String()), sharedWith: nullable(Type.Array(roleOf)), mayChange: Type.Boolean(), position: Type.Integer(), definition: DashboardDefinition,
  problems: Type.Array(Type.String(), { description: 'What in it does not hold any more.' }), updatedAt: Instant,
})
export type Dashboard = Static<typeof Dashboard>
export const NewDashboard = Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), definition: DashboardDefinition, sharedWith: Type.Optional(nullable(Type.Array(roleOf, { maxItems: 4 }))) }, closed)
export type NewDashboard = Static<typeof NewDashboard>

export const MarkedDay = Type.Object({ id: Id, at: Instant, name: Type.String(), locationIds: Type.Array(Id), queueIds: Type.Array(Id) })
export type MarkedDay = Static<typeof MarkedDay>
export const NewMarkedDay = Type.Object({ at: Instant, name: Type.String({ minLength: 1, maxLength: 200 }), locationIds: Type.Optional(Type.Array(Id, { maxItems: 500 })), queueIds: Type.Optional(Type.Array(Id, { maxItems: 200 })) }, closed)

/** Before and after, where it changed against where it did not: difference in differences. */
export const EffectResult = Type.Object({
  metric: Type.String(), at: Instant, days: Type.Integer(), changed: Type.Object({ before: MetricFigure, after: MetricFigure }), others: nullable(Type.Object({ before: MetricFigure, after: MetricFigure }, { description: 'Null where nothing else is left to compare with: then it is a mere before and after.' })),
  effect: nullable(Type.Number({ description: 'In the unit of the metric; of counts, where `relative`, a share of what there was before.' })), relative: Type.Boolean(), interval: nullable(Interval), known: Type.Boolean({ description: 'The interval excludes 0 and there was enough.' }), why: oneOf('known', 'too-few', 'includes-zero', 'not-over', 'nothing-before'), method: oneOf('difference-in-differences', 'before-and-after'),
})
export type EffectResult = Static<typeof EffectResult>

const tag = 'dashboards'
export const listDashboards = route({ method: 'GET', path: '/dashboards', permission: 'insight.read', tag, summary: 'Ready-made dashboards of my role, those shared with me, and mine', response: page(Dashboard) })
export const getDashboard = route({ method: 'GET', path: '/dashboards/:id', permission: 'insight.read', tag, summary: 'One dashboard', params: ById, response: Dashboard })
export const createDashboard = route({ method: 'POST', path: '/dashboards', permission: 'insight.read', tag, summary: 'Make a dashboard (sharing needs insight.manage)', body: NewDashboard, response: Dashboard, status: 201 })
export const changeDashboard = route({ method: 'PATCH', path: '/dashboards/:id', permission: 'insight.read', tag, summary: 'Change a dashboard of mine (a ready-made one needs insight.manage)', params: ById, body: Type.Object({ name: Type.Optional(NewDashboard.properties.name), definition: Type.Optional(DashboardDefinition), sharedWith: NewDashboard.properties.sharedWith, position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })) }, { ...closed, minProperties: 1 }), response: Dashboard })
export const deleteDashboard = route({ method: 'DELETE', path: '/dashboards/:id', permission: 'insight.read', tag, summary: 'Remove a dashboard of mine; a ready-made one goes back to how it came', params: ById, response: Done })
export const exportTile = route({ method: 'GET', path: '/dashboards/:id/tiles/:tile/export', permission: 'insight.read', tag, summary: 'A tile as CSV or XLSX', params: Type.Object({ id: Id, tile: Type.String({ maxLength: 40 }) }), query: Type.Object({ as: Type.Optional(Type.Unsafe<'csv' | 'xlsx'>({ type: 'string', enum: ['csv', 'xlsx'], default: 'csv' })), from: Type.Optional(Type.String({ maxLength: 40 })), to: Type.Optional(Type.String({ maxLength: 40 })), where: Type.Optional(Type.String({ maxLength: 20_000 })), language: Type.Optional(oneOf('pl', 'ru', 'en')) }) })
export const listMarkedDays = route({ method: 'GET', path: '/marked-days', permission: 'insight.read', tag, summary: 'Days on which something changed', query: Type.Object({ from: Type.Optional(Type.String({ maxLength: 40 })), to: Type.Optional(Type.String({ maxLength: 40 })) }), response: page(MarkedDay) })
export const createMarkedDay = route({ method: 'POST', path: '/marked-days', permission: 'insight.manage', tag, summary: 'Mark a day on which something changed', body: NewMarkedDay, response: MarkedDay, status: 201 })
export const deleteMarkedDay = route({ method: 'DELETE', path: '/marked-days/:id', permission: 'insight.manage', tag, summary: 'Take a mark away', params: ById, response: Done })
export const getEffect = route({ method: 'GET', path: '/metrics/:name/effect', permission: 'insight.read', tag, summary: 'What a change did to a metric', params: Type.Object({ name: Type.String({ maxLength: 80 }) }), query: Type.Object({ at: Type.String({ maxLength: 40 }), days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, default: 28 })), locationId: Type.Optional(Type.String({ maxLength: 2000, description: 'One or several, by commas.' })), queueId: Type.Optional(Type.String({ maxLength: 2000 })), markedDayId: Type.Optional(Id) }), response: EffectResult })
