// Results of a survey: every number with its n, its interval, and the filter of /answers that opens the rows behind it.
import { Type, type Static } from 'typebox'
import { ById, Id, Instant, nullable, oneOf } from './shapes.ts'
import { route } from './route.ts'
import { Metric, Road } from './surveys.ts'
import { AnswerFilters } from './answers.ts'

export const Interval = Type.Object({ low: Type.Number(), high: Type.Number() })
const Mean = Type.Number({ description: 'Of the points. Of a reversed CES, where 1 is easy, as if the highest point were easy (of seven a 1 counts as 7), so that higher is better everywhere; the distribution keeps the points as they were chosen.' })
/** A figure of a metric. Null where there is nothing to count, or too little of an anonymous survey; `shown` false where n is below `shownFrom`: too few to show people. */
export const Figure = Type.Object({
  metric: Metric, value: nullable(Type.Number({ description: 'NPS: −100 to 100. CSAT, CES: share from 0 to 1. Unrounded.' })), interval: nullable(Interval), n: Type.Integer(), shown: Type.Boolean(), shownFrom: Type.Integer(),
  mean: nullable(Mean), meanInterval: nullable(Interval), method: oneOf('adjusted-wald', 'wilson'),
  parts: Type.Record(Type.String(), Type.Integer(), { description: 'NPS: promoters, passives, detractors. Others: satisfied, rest.' }),
})
export type Figure = Static<typeof Figure>
export const Share = Type.Object({ value: Type.String(), label: Type.String(), n: Type.Integer(), share: nullable(Type.Number()), interval: nullable(Interval) })
export const QuestionResult = Type.Object({
  id: Type.String(), type: Type.String(), title: Type.String(), n: Type.Integer({ description: 'Who answered it.' }), figure: nullable(Figure), mean: nullable(Mean), distribution: Type.Array(Share), rows: nullable(Type.Array(Type.Object({ id: Type.String(), label: Type.String(), n: Type.Integer(), distribution: Type.Array(Share) }), { description: 'Of a matrix.' })),
  hidden: Type.Boolean({ description: 'Too few in an anonymous survey.' }),
})
export type QuestionResult = Static<typeof QuestionResult>
export const RoadResult = Type.Object({ road: Road, sent: Type.Integer(), bounced: Type.Integer(), delivered: Type.Integer(), opened: Type.Integer(), started: Type.Integer(), finished: Type.Integer(), answers: Type.Integer(), unconfirmed: Type.Integer({ description: 'Clicked in the mail and not confirmed: never counted.' }), rate: nullable(Type.Object({ share: Type.Number(), low: Type.Number(), high: Type.Number() }, { description: 'Answers / delivered invitations; null where nobody was invited.' })) })
export const FunnelStep = Type.Object({ step: oneOf('planned', 'suppressed', 'invited', 'delivered', 'opened', 'started', 'finished'), n: Type.Integer() })
export const SurveyResults = Type.Object({
  surveyId: Id, from: nullable(Type.String()), until: nullable(Type.String()), n: Type.Integer(), partial: Type.Integer(), figure: nullable(Figure), before: nullable(Type.Object({ figure: Figure, change: Type.Number(), interval: Interval, real: Type.Boolean({ description: 'The interval of the difference excludes 0.' }) }, { description: 'The period of the same length before this one.' })),
  questions: Type.Array(QuestionResult), roads: Type.Array(RoadResult), funnel: Type.Array(FunnelStep), dropOut: Type.Array(Type.Object({ questionId: Type.String(), title: Type.String(), stopped: Type.Integer({ description: 'Partial answers whose last answered question this is.' }) })),
  suppressions: Type.Record(Type.String(), Type.Integer()), hidden: Type.Boolean(), at: Instant,
})
export type SurveyResults = Static<typeof SurveyResults>
export const BreakdownBy = oneOf('location', 'team', 'staff', 'queue', 'channel', 'road', 'touchpoint', 'language', 'version')
export const BreakdownRow = Type.Object({ id: nullable(Type.String()), name: Type.String(), n: nullable(Type.Integer({ description: 'Null: hidden, too few in an anonymous survey.' })), figure: nullable(Figure) })
export const Breakdown = Type.Object({ by: BreakdownBy, rows: Type.Array(BreakdownRow) })
export const TrendPoint = Type.Object({ from: Type.String(), until: Type.String(), n: Type.Integer(), figure: nullable(Figure) })
/** What we recorded as the result against what the customer said. */
export const SolvedAgainstSaid = Type.Object({ rows: Type.Array(Type.Object({ result: nullable(Type.String()), high: Type.Integer(), middle: Type.Integer(), low: Type.Integer(), n: Type.Integer() })), solvedButLow: Type.Integer(), solved: Type.Integer(), share: nullable(Type.Object({ share: Type.Number(), low: Type.Number(), high: Type.Number() })) })

const { surveyId: _surveyId, customerId: _customerId, ticketId: _ticketId, q: _q, question: _question, value: _value, solved: _solved, invalid: _invalid, commented: _commented, state: _state, tone: _tone, tagId: _tagId, ...dimensions } = AnswerFilters
const Filters = Type.Object(dimensions)
const tag = 'results'
export const getSurveyResults = route({ method: 'GET', path: '/surveys/:id/results', permission: 'feedback.read', tag, summary: 'Results of a survey, right to the second', params: ById, query: Filters, response: SurveyResults })
export const getSurveyBreakdown = route({ method: 'GET', path: '/surveys/:id/breakdown', permission: 'feedback.read', tag, summary: 'Its metric by location, team, agent, channel …', params: ById, query: Type.Object({ ...dimensions, by: Type.Optional(BreakdownBy) }), response: Breakdown })
export const getSurveyTrend = route({ method: 'GET', path: '/surveys/:id/trend', permission: 'feedback.read', tag, summary: 'Its metric over time', params: ById, query: Type.Object({ ...dimensions, step: Type.Optional(oneOf('day', 'week', 'month')) }), response: Type.Object({ step: oneOf('day', 'week', 'month'), points: Type.Array(TrendPoint) }) })
export const getSolvedAgainstSaid = route({ method: 'GET', path: '/surveys/:id/solved-against-said', permission: 'feedback.read', tag, summary: 'What we recorded as solved against what the customer said', params: ById, query: Filters, response: SolvedAgainstSaid })
