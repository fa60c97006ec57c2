// The metric catalogue: each number is defined once, carries its n and its interval, and opens the rows behind it.
import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, Locale, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { Conditions } from './conditions.ts'
import { Interval } from './feedback-results.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const

/** What a figure is cut and filtered by: facts carry each as it was when it happened. */
export const dimensions = ['channel', 'queue', 'reason', 'location', 'team', 'staff', 'survey', 'touchpoint', 'language', 'newcomer'] as const
export type Dimension = (typeof dimensions)[number]
export const Dimension = oneOf(...dimensions)

export const metricFamilies = ['service', 'calls', 'feedback', 'quality', 'channels', 'sentiment', 'own'] as const
/** What the numbers of a metric are. Of `share` 0 to 1; of `seconds` business time where the metric says so. */
export const metricUnits = ['count', 'share', 'seconds', 'points', 'score'] as const

/**
 * How a value is made of the measures of facts (docs/adr: facts and sums). `n`, `total` of a measure are the number of facts that
 * carry it and the sum of its values.
 * count: n of the measures · sum: total (of a 0-or-1 measure: how many ones, and these are its rows) · share: total / n of a 0-or-1 measure ·
 * parts: total of `of` less total of `less` / n of `among` (of ⊂ among) · mean: total / n · quantile: of the values ·
 * ratio: total of `of` / total of `of` and `among`, or of `among` alone where `over` says so · nps · level: entered − left before the instant.
 */
export const MetricForm = Type.Union([
  Type.Object({ form: Type.Literal('count'), of: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }) }, closed),
  Type.Object({ form: Type.Literal('sum'), of: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }) }, closed),
  Type.Object({ form: Type.Literal('share'), of: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }), complement: Type.Optional(Type.Boolean()) }, closed),
  Type.Object({ form: Type.Literal('parts'), of: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }), among: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }), less: Type.Optional(Type.Array(Type.String(), { minItems: 1, maxItems: 10 })), complement: Type.Optional(Type.Boolean()) }, closed),
  Type.Object({ form: Type.Literal('mean'), of: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }) }, closed),
  Type.Object({ form: Type.Literal('quantile'), of: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }), p: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }) }, closed),
  Type.Object({ form: Type.Literal('ratio'), of: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }), among: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }), over: Type.Optional(Type.Literal('among')) }, closed),
  Type.Object({ form: Type.Literal('nps') }, closed),
  Type.Object({ form: Type.Literal('level') }, closed),
])
export type MetricForm = Static<typeof MetricForm>

export const MetricInfo = Type.Object({
  name: Type.String({ description: 'kebab-case; of an own one `own-<id>`.' }), family: oneOf(...metricFamilies), unit: oneOf(...metricUnits), direction: oneOf('up', 'down', 'neither'),
  shownFrom: Type.Integer({ description: 'The smallest n at which people are shown it.' }), form: MetricForm, interval: oneOf('wilson', 'adjusted-wald', 'poisson', 'student', 'order-statistics', 'none'),
  label: Type.String(), explanation: Type.String({ description: 'In plain words, in the language asked for.' }), trap: Type.String({ description: 'How it misleads.' }), dimensions: Type.Array(Dimension, { description: 'By which it can be cut.' }),
  steps: Type.Boolean({ description: 'Whether it can be drawn over time.' }), own: nullable(Type.Object({ id: Id, definition: Type.Unknown() })), note: nullable(Type.String({ description: 'What is left out and where it is counted.' })),
})
export type MetricInfo = Static<typeof MetricInfo>

export const MetricFigure = Type.Object({
  value: nullable(Type.Number({ description: 'Unrounded; null where there is nothing to divide by.' })), interval: nullable(Interval), n: Type.Number({ description: 'What it is made of; the number of its rows.' }),
  shown: Type.Boolean({ description: 'False below `shownFrom`: too few to show people.' }), parts: Type.Record(Type.String(), Type.Number(), { description: 'numerator and denominator, or promoters, passives, detractors; `open`: left out since their window is still open.' }),
})
export type MetricFigure = Static<typeof MetricFigure>
export const MetricChange = Type.Object({ before: MetricFigure, from: Instant, to: Instant, change: nullable(Type.Number()), interval: nullable(Interval), real: Type.Boolean({ description: 'The interval of the difference excludes 0.' }) })
export type MetricChange = Static<typeof MetricChange>
export const MetricGroup = Type.Object({ key: nullable(Type.String({ description: 'Null: none of it.' })), name: Type.String(), figure: MetricFigure, outside: nullable(oneOf('above', 'below')), limits: nullable(Interval) }, { description: '`limits`: where chance alone would put it, given the whole (99.8 %); `outside`: beyond them.' })
export type MetricGroup = Static<typeof MetricGroup>
export const MetricPoint = Type.Object({ from: Instant, to: Instant, figure: MetricFigure, band: nullable(Interval), off: Type.Boolean({ description: 'Weekend or holiday.' }) }, { description: '`band`: where it usually lies.' })
export type MetricPoint = Static<typeof MetricPoint>
/** Its rows: the same filter and `value` >= from and < to (the last bar: <=), of the fields of /metric-fields. */
export const MetricBar = Type.Object({ from: Type.Number(), to: Type.Number(), n: Type.Number() })
export type MetricBar = Static<typeof MetricBar>
/** Its rows: the same filter and `weekday` = and `hour` = of the fields of /metric-fields. */
export const MetricCell = Type.Object({ weekday: Type.Integer({ description: '1 Monday … 7' }), hour: Type.Integer(), figure: MetricFigure })
export type MetricCell = Static<typeof MetricCell>

/** What a tile, a mail or a program asks. */
export const metricQuery = {
  from: Type.String({ maxLength: 40, description: 'A day (YYYY-MM-DD, its beginning in the organization’s zone) or an instant.' }),
  to: Type.String({ maxLength: 40, description: 'Not included: the day after the last one, or an instant.' }),
  by: Type.Optional(Type.String({ maxLength: 60, description: 'A dimension, or `field:<id>` of a custom field with choices.' })),
  step: Type.Optional(oneOf('hour', 'day', 'week', 'month')),
  compare: Type.Optional(oneOf('before', 'year', 'none')),
  also: Type.Optional(Type.String({ maxLength: 40, pattern: '^(distribution|heat)(,(distribution|heat))?$', description: 'distribution, heat' })),
}
export const MetricQuery = Type.Object({ metric: Type.String({ maxLength: 80 }), ...metricQuery, where: Type.Optional(nullable(Conditions)) }, closed)
export type MetricQuery = Static<typeof MetricQuery>

export const MetricResult = Type.Object({
  metric: Type.String(), from: Instant, to: Instant, figure: MetricFigure, change: nullable(MetricChange), groups: nullable(Type.Array(MetricGroup)), points: nullable(Type.Array(MetricPoint)),
  distribution: nullable(Type.Array(MetricBar)), heat: nullable(Type.Array(MetricCell)), at: Instant,
  read: Type.Object({ from: oneOf('sums', 'facts') }, { description: 'Sums, or facts one by one, where the filter asks for what no sum was kept of.' }),
})
export type MetricResult = Static<typeof MetricResult>

/** One thing a figure is made of: what opens when a number is clicked. */
export const MetricRow = Type.Object({
  id: Id, kind: Type.String(), at: Instant, counted: Type.Boolean({ description: 'In the numerator, where there is one.' }), value: nullable(Type.Number()), measures: Type.Record(Type.String(), Type.Number()),
  ticket: nullable(Type.Object({ id: Id, number: Type.Integer(), subject: Type.String() }, { description: 'Null where there is none, or the asker may not open it.' })), interactionId: nullable(Id), answerId: nullable(Id),
  customer: nullable(Type.Object({ id: Id, name: Type.String() })), staffName: nullable(Type.String()), queueName: nullable(Type.String()), locationName: nullable(Type.String()), reasonName: nullable(Type.String()), channel: nullable(Type.String()),
  excerpt: nullable(Type.String({ description: 'The beginning of what was said.' })),
})
export type MetricRow = Static<typeof MetricRow>

/** A metric of one's own: measures of the catalogue, each narrowed by conditions over the dimensions. */
export const OwnMetricPart = Type.Object({ of: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 10 }), where: Type.Optional(nullable(Conditions)) }, closed)
export const OwnMetricDefinition = Type.Object({
  form: oneOf('count', 'sum', 'mean', 'share', 'ratio'), numerator: OwnMetricPart, denominator: Type.Optional(nullable(OwnMetricPart)), direction: oneOf('up', 'down', 'neither'), unit: oneOf(...metricUnits), shownFrom: Type.Integer({ minimum: 1, maximum: 10_000 }), explanation: Type.String({ maxLength: 2000 }),
}, closed)
export type OwnMetricDefinition = Static<typeof OwnMetricDefinition>
export const OwnMetric = Type.Object({ id: Id, name: Type.String(), definition: OwnMetricDefinition, retired: Type.Boolean() })
export const NewOwnMetric = Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), definition: OwnMetricDefinition }, closed)
export const MeasureInfo = Type.Object({ name: Type.String(), kind: Type.String({ description: 'The kind of fact that carries it.' }), values: oneOf('one', 'zero-or-one', 'number', 'seconds'), label: Type.String(), dimensions: Type.Array(Dimension) })
export type MeasureInfo = Static<typeof MeasureInfo>

/** How service is counted: times a call has to be answered in, windows. Versions: what happened under one stays counted by it. */
export const InsightSettings = Type.Object({
  answerWithinSeconds: Type.Integer({ minimum: 1, maximum: 3600, default: 20 }), answerWithinByQueue: Type.Record(Type.String(), Type.Integer({ minimum: 1, maximum: 3600 })), shortAbandonSeconds: Type.Integer({ minimum: 0, maximum: 120, default: 5 }),
  repeatWindowDays: Type.Integer({ minimum: 1, maximum: 60, default: 7 }), complaintWindowDays: Type.Integer({ minimum: 1, maximum: 730, default: 90 }),
}, closed)
export type InsightSettings = Static<typeof InsightSettings>

/** What somebody else counted: an exchange its calls, a website the forms begun. The same source, time and place again replaces it. */
export const OutsideCount = Type.Object({
  source: Type.String({ minLength: 1, maxLength: 60 }), what: oneOf('calls', 'forms-begun'), span: oneOf('hour', 'day'), beginsAt: Instant, locationId: Type.Optional(nullable(Id)), queueId: Type.Optional(nullable(Id)), n: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
}, { ...closed, description: 'Said again for the same time it replaces what was said. A source that tells both its hours and its day is counted once: the day adds what its hours leave over.' })
export type OutsideCount = Static<typeof OutsideCount>

const tag = 'metrics'
const ByName = Type.Object({ name: Type.String({ maxLength: 80 }) })
const where = Type.Optional(Type.String({ maxLength: 20_000, description: 'Conditions over the dimensions (see /metric-fields), as JSON.' }))
export const listMetrics = route({ method: 'GET', path: '/metrics', permission: 'insight.read', tag, summary: 'The metric catalogue', query: Type.Object({ language: Type.Optional(Locale) }), response: page(MetricInfo) })
export const getMetric = route({ method: 'GET', path: '/metrics/:name', permission: 'insight.read', tag, summary: 'A metric over a period, by a dimension, over time', params: ByName, query: Type.Object({ ...metricQuery, where }), response: MetricResult })
export const listMetricRows = route({ method: 'GET', path: '/metrics/:name/rows', permission: 'insight.read', tag, summary: 'The rows behind a number: as many as its n', params: ByName, query: Type.Object({ from: metricQuery.from, to: metricQuery.to, where, counted: Type.Optional(Type.Boolean({ description: 'Only those in the numerator, or only the others.' })), ...PageQuery }), response: page(MetricRow) })
export const readMetrics = route({ method: 'POST', path: '/metrics/read', permission: 'insight.read', tag, summary: 'Several figures at once, as a dashboard asks', body: Type.Object({ queries: Type.Array(MetricQuery, { minItems: 1, maxItems: 40 }) }, closed), response: Type.Object({ results: Type.Array(Type.Union([MetricResult, Type.Object({ problem: Type.Object({ code: Type.String(), detail: Type.String() }) })])) }), status: 200 })
export const listMetricFields = route({ method: 'GET', path: '/metric-fields', permission: 'insight.read', tag, summary: 'What conditions over numbers may ask: the dimensions, custom fields as field:<id>, and weekday (1 Monday … 7), hour, value (numbers) of the single fact', response: page(Type.Object({ name: Type.String(), label: Type.String(), custom: Type.Boolean(), type: Type.String(), operators: Type.Array(Type.String()), choices: nullable(Type.String()), options: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), parentId: Type.Optional(nullable(Type.String())) })) })) })
export const listMeasures = route({ method: 'GET', path: '/measures', permission: 'insight.read', tag, summary: 'What own metrics are composed of', query: Type.Object({ language: Type.Optional(Locale) }), response: page(MeasureInfo) })
export const createOwnMetric = route({ method: 'POST', path: '/own-metrics', permission: 'insight.manage', tag, summary: 'Compose a metric', body: NewOwnMetric, response: OwnMetric, status: 201 })
export const previewOwnMetric = route({ method: 'POST', path: '/own-metrics/preview', permission: 'insight.manage', tag, summary: 'What a metric would say before it is saved', body: Type.Object({ definition: OwnMetricDefinition, ...metricQuery, where: Type.Optional(nullable(Conditions)) }, closed), response: MetricResult, status: 200 })
export const changeOwnMetric = route({ method: 'PATCH', path: '/own-metrics/:id', permission: 'insight.manage', tag, summary: 'Change a metric of one’s own', params: ById, body: Type.Object({ name: Type.Optional(NewOwnMetric.properties.name), definition: Type.Optional(OwnMetricDefinition), retired: Type.Optional(Type.Boolean()) }, { ...closed, minProperties: 1 }), response: OwnMetric })
export const getInsightSettings = route({ method: 'GET', path: '/insight-settings', permission: 'insight.read', tag, summary: 'How service is counted', response: InsightSettings })
export const changeInsightSettings = route({ method: 'PUT', path: '/insight-settings', permission: 'insight.manage', tag, summary: 'Change how service is counted, from now on', body: InsightSettings, response: InsightSettings })
export const putOutsideCounts = route({ method: 'POST', path: '/outside-counts', permission: 'insight.manage', tag, summary: 'Bring what an exchange or a website counted', body: Type.Object({ items: Type.Array(OutsideCount, { minItems: 1, maxItems: 1000 }) }, closed), response: Type.Object({ taken: Type.Integer(), changed: Type.Integer() }), status: 200 })
export const recountFacts = route({ method: 'POST', path: '/facts/recount', permission: 'insight.manage', tag, summary: 'Count everything again from the diary; the figures stay right meanwhile', response: Done, status: 202 })
