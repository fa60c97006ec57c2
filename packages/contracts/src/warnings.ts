// Warnings: changes found by themselves, with why now, what may be behind it and what to do.
import { Type, type Static } from 'typebox'
import { ById, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { Interval } from './feedback-results.ts'
import { MetricQuery } from './metrics.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const
export const warningKinds = ['nps-falls', 'complaints-rise', 'abandoned-rise', 'little-feedback', 'silence', 'sources-disagree', 'no-feedback', 'repeated-complaints', 'fewer-good-reviews', 'reason-rises', 'step-falls', 'sums-healed'] as const
export type WarningKind = (typeof warningKinds)[number]
export const WarningKind = oneOf(...warningKinds)

/** What may be behind a warning, and what can be done: keys, whose words are on the screen. */
export const warningCauses = [
  'long-waiting', 'bad-service', 'unclear-messages', 'system-fault', 'overloaded-team', 'not-engaged', 'nobody-is-asked', 'fewer-invitations', 'one-location', 'one-channel', 'one-reason', 'same-customers', 'more-contacts', 'change-of-ours', 'holidays-near',
  'entry-missing', 'outside-log-missing', 'both-counted-apart', 'sums-were-wrong',
] as const
export type WarningCause = (typeof warningCauses)[number]
export const warningAdvice = [
  'audit-and-training', 'better-communication', 'automation-or-staff', 'invite-opinions', 'check-the-channel', 'check-the-exchange', 'record-what-is-missing', 'call-back', 'read-the-rows', 'mend-the-cause', 'look-at-the-location', 'answer-reviews', 'nothing-to-do',
] as const
export type WarningAdvice = (typeof warningAdvice)[number]
/** The changes of which a replay says how soon they are found. */
export const warningChanges = ['nps-15-points-down', 'complaints-doubled', 'abandoned-doubled', 'answers-halved', 'contacts-stop', 'a-tenth-missing', 'no-answers-at-all', 'repeated-complaints-doubled', 'good-reviews-15-points-down', 'reason-doubled', 'step-15-points-down', 'sums-wrong'] as const
export type WarningChange = (typeof warningChanges)[number]

export const Warning = Type.Object({
  id: Id, kind: WarningKind, state: oneOf('open', 'snoozed', 'dismissed', 'over'), locationId: nullable(Id), locationName: nullable(Type.String()),
  subject: nullable(Type.Object({ id: Type.String(), name: Type.String() }, { description: 'The reason, touchpoint or source it is about.' })),
  beganAt: Instant, seenAt: Instant, times: Type.Integer({ description: 'At how many looks it held.' }),
  expected: nullable(Type.Number({ description: 'As `came`: events; of nps-falls, fewer-good-reviews and step-falls in the unit of the metric of `rows` as the catalogue gives it (NPS −100 to 100, shares 0 to 1).' })), expectedRange: nullable(Interval), came: nullable(Type.Number()), p: nullable(Type.Number({ description: 'How probable so much or more would be by chance.' })), n: Type.Number(), method: Type.String({ description: 'Of the check, as the documentation names it.' }),
  causes: Type.Array(oneOf(...warningCauses), { description: 'Probable causes, the likeliest first.' }), advice: Type.Array(oneOf(...warningAdvice)), evidence: Type.Record(Type.String(), Type.Unknown(), { description: 'Figures that speak for a cause. figures: { metric, before, now, n, way } beside it (contacts and invitations a day); group: { by, id, name, now, before } most of the change comes from; markedDays, holidays; sides: { outside, diary }; alsoOpen: kinds; quieter: { times, until } after dismissals.' }),
  rows: nullable(MetricQuery), snoozedUntil: nullable(Instant), closedAt: nullable(Instant), closedByName: nullable(Type.String()), closedReason: nullable(Type.String()), note: Type.String(), taskId: nullable(Id),
})
export type Warning = Static<typeof Warning>
export const dismissReasons = ['known-cause', 'not-important', 'false-alarm', 'already-handled', 'other'] as const

export const WarningSettings = Type.Object({
  falseAlarmsPerMonth: Type.Number({ minimum: 0.1, maximum: 30, description: 'How many false alarms a month the organization bears, over all checks and places.' }),
  kinds: Type.Record(Type.String(), Type.Object({ on: Type.Boolean(), threshold: Type.Optional(nullable(Type.Number({ minimum: 0, maximum: 100_000, description: 'What matters, besides being no chance: of counts at least so many times as many (or as few), of NPS so many points, of shares so many of a hundred; of no-feedback so many contacts.' }))) }, closed)), perLocation: Type.Boolean(),
}, closed)
export type WarningSettings = Static<typeof WarningSettings>
/** What the checks would have said, and how fast they find what. */
export const WarningReplay = Type.Object({
  from: Instant, to: Instant, perMonth: Type.Number(), items: Type.Array(Type.Object({ kind: WarningKind, locationId: nullable(Id), locationName: nullable(Type.String()), subjectName: nullable(Type.String()), metric: nullable(Type.String({ description: 'Whose rows such a warning opens; scores are in its unit.' })), at: Instant, until: nullable(Instant), expected: nullable(Type.Number()), came: nullable(Type.Number()), p: nullable(Type.Number()) })),
  checks: Type.Array(Type.Object({ kind: WarningKind, places: Type.Integer(), level: Type.Number(), falseAlarmsPerMonth: Type.Number(), detectable: Type.Boolean({ description: 'False: at this volume it cannot be detected.' }), delayDays: nullable(Type.Number({ description: 'Within so many days a change as named in `change` is found, nine times in ten.' })), change: oneOf(...warningChanges), volumePerDay: Type.Number({ description: 'Events or answers a day; of silence contacts.' }) })),
})
export type WarningReplay = Static<typeof WarningReplay>

const tag = 'warnings'
export const listWarnings = route({ method: 'GET', path: '/warnings', permission: 'insight.read', tag, summary: 'Warnings, the newest first', query: Type.Object({ state: Type.Optional(oneOf('open', 'snoozed', 'dismissed', 'over')), kind: Type.Optional(WarningKind), locationId: Type.Optional(Id), ...PageQuery }), response: page(Warning) })
export const getWarning = route({ method: 'GET', path: '/warnings/:id', permission: 'insight.read', tag, summary: 'One warning', params: ById, response: Warning })
export const changeWarning = route({ method: 'PATCH', path: '/warnings/:id', permission: 'insight.manage', tag, summary: 'Snooze, dismiss with a reason, or open again', params: ById, body: Type.Object({ state: oneOf('open', 'snoozed', 'dismissed'), until: Type.Optional(Instant), reason: Type.Optional(oneOf(...dismissReasons)), note: Type.Optional(Type.String({ maxLength: 2000 })) }, closed), response: Warning })
export const makeWarningTask = route({ method: 'POST', path: '/warnings/:id/task', permission: 'insight.manage', tag, summary: 'Make a task of it', params: ById, body: Type.Object({ title: Type.String({ minLength: 1, maxLength: 300 }), ownerId: Type.Optional(nullable(Id)), dueAt: Type.Optional(nullable(Instant)) }, closed), response: Warning, status: 201 })
export const getWarningSettings = route({ method: 'GET', path: '/warning-settings', permission: 'insight.read', tag, summary: 'Which checks run, and how many false alarms are borne', response: WarningSettings })
export const changeWarningSettings = route({ method: 'PUT', path: '/warning-settings', permission: 'insight.manage', tag, summary: 'Change which checks run', body: WarningSettings, response: WarningSettings })
export const replayWarnings = route({ method: 'POST', path: '/warnings/replay', permission: 'insight.read', tag, summary: 'Which warnings would have come in the past months', body: Type.Object({ months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, default: 6 })), settings: Type.Optional(WarningSettings) }, closed), response: WarningReplay, status: 200 })
