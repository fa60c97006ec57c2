// Alerts: rules over what happens and over figures, what fired, who was told. A rule is back-tested before it is saved.
import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { Conditions, ConditionField } from './conditions.ts'
import { Because, Recipient } from './recipients.ts'
import { warningKinds } from './warnings.ts'
import { Task } from './today.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const
const Name = Type.String({ minLength: 1, maxLength: 100 })

/** What single things a rule can look at: an answer taken; a message received or contact recorded; a ticket opened, reopened or become a complaint; a clock of the SLA warned or breached. */
export const alertSubjects = ['answer', 'interaction', 'ticket', 'breach'] as const
export type AlertSubject = (typeof alertSubjects)[number]
/** A place a run, figure or silence is watched at, one by one; `all`: everything together. */
export const alertPlaces = ['all', 'location', 'queue', 'team', 'staff', 'channel', 'reason', 'survey', 'customer'] as const
export type AlertPlace = (typeof alertPlaces)[number]
const Place = oneOf(...alertPlaces)
const where = Type.Optional(nullable(Conditions))

/** Fires for each single thing that fits. */
export const EventRule = Type.Object({ kind: Type.Literal('event'), on: oneOf(...alertSubjects), where }, closed)
/** Fires once when N in a row fit, of those that are `among`; arms again after one that does not. What comes late or imported never fires backwards. */
export const SequenceRule = Type.Object({ kind: Type.Literal('sequence'), on: oneOf('answer', 'interaction'), fits: Conditions, among: where, each: Place, n: Type.Integer({ minimum: 2, maximum: 50 }) }, closed)
/**
 * Looked at every hour over a window that ends then. `below`, `above`: the value against `value`; `falls`, `rises`: the change against the
 * window before (or a year before), only when it is real; `share-grows`: the share of each place's part in the whole; `trend`: Mann-Kendall over disjoint weeks.
 * Hysteresis: over only when the value is back beyond `backAt` (else `value`), or the change is no longer real.
 */
export const FigureTest = Type.Union([
  Type.Object({ test: oneOf('below', 'above'), value: Type.Number(), backAt: Type.Optional(nullable(Type.Number())), certain: Type.Optional(Type.Boolean({ description: 'Only when the whole interval lies there.' })) }, closed),
  Type.Object({ test: oneOf('falls', 'rises'), by: Type.Number({ minimum: 0, description: 'At least so much, in the unit of the metric; of counts a share of what there was.' }), against: oneOf('before', 'year') }, closed),
  Type.Object({ test: Type.Literal('share-grows'), by: Type.Number({ minimum: 0, maximum: 1 }), against: oneOf('before', 'year') }, closed),
  Type.Object({ test: Type.Literal('trend'), direction: oneOf('up', 'down'), weeks: Type.Integer({ minimum: 5, maximum: 52 }) }, closed),
])
export type FigureTest = Static<typeof FigureTest>
export const FigureRule = Type.Object({
  kind: Type.Literal('figure'), metric: Type.String({ maxLength: 80 }), where, each: Place, days: Type.Integer({ minimum: 1, maximum: 366, description: 'Length of the window.' }),
  test: FigureTest, minimum: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'The smallest n at which it is judged.' }), noData: oneOf('quiet', 'tell'), noDataDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })),
}, closed)
/** Fires when nothing that fits has come for so many hours in which the calendar is open. */
export const SilenceRule = Type.Object({ kind: Type.Literal('silence'), on: oneOf('answer', 'interaction', 'ticket'), where, each: Place, hours: Type.Number({ minimum: 0.5, maximum: 1000 }), calendarId: Type.Optional(nullable(Id)) }, closed)
export const WarningRule = Type.Object({ kind: Type.Literal('warning'), kinds: Type.Array(oneOf(...warningKinds), { minItems: 1, maxItems: 20 }), locationIds: Type.Optional(Type.Array(Id, { maxItems: 500 })) }, closed)
export const AlertRuleDefinition = Type.Union([EventRule, SequenceRule, FigureRule, SilenceRule, WarningRule])
export type AlertRuleDefinition = Static<typeof AlertRuleDefinition>
export const alertRuleKinds = ['event', 'sequence', 'figure', 'silence', 'warning'] as const

export const alertRoads = ['app', 'push', 'mail', 'sms'] as const
export const AlertDeliveryWish = Type.Object({
  recipients: Type.Array(Recipient, { maxItems: 20 }), roads: Type.Array(oneOf(...alertRoads), { minItems: 1, maxItems: 4 }), destinationIds: Type.Array(Id, { maxItems: 20 }),
  urgent: Type.Boolean({ description: 'Passes quiet hours and is never held for a group. That there is nothing to judge by is never urgent.' }), when: oneOf('at-once', 'daily', 'weekly'), groupMinutes: Type.Integer({ minimum: 0, maximum: 60, description: 'What fires within so many minutes goes as one message; of urgent ones 0.' }),
  escalation: Type.Array(Type.Object({ afterMinutes: Type.Integer({ minimum: 5, maximum: 14_400, description: 'Business minutes after the first telling, unless somebody has acknowledged.' }), recipients: Type.Array(Recipient, { minItems: 1, maxItems: 20 }) }, closed), { maxItems: 5 }),
  calendarId: nullable(Id), task: nullable(Type.Object({ title: Type.Optional(Type.String({ maxLength: 200 })), owner: Recipient, dueInHours: Type.Number({ minimum: 0.25, maximum: 1000, description: 'Business hours.' }) }, closed)),
}, closed)
export type AlertDeliveryWish = Static<typeof AlertDeliveryWish>

export const AlertRule = Type.Object({
  id: Id, name: Type.String(), version: Type.Integer(), active: Type.Boolean(), retired: Type.Boolean(), since: Instant, definition: AlertRuleDefinition, delivery: AlertDeliveryWish,
  problems: Type.Array(Type.String(), { description: 'What in it does not hold any more: such a rule does not die silently, managers are told.' }),
  state: Type.Object({ lastFiredAt: nullable(Instant), open: Type.Integer(), lastWeek: Type.Integer(), noData: Type.Integer({ description: 'At how many places there is nothing to judge by.' }), lookedAt: nullable(Instant) }),
  createdByName: nullable(Type.String()), updatedAt: Instant,
})
export type AlertRule = Static<typeof AlertRule>
export const NewAlertRule = Type.Object({ name: Name, definition: AlertRuleDefinition, delivery: AlertDeliveryWish, active: Type.Optional(Type.Boolean()), evenIfNoisy: Type.Optional(Type.Boolean({ description: 'Saved though the back-test calls it noisy.' })) }, closed)
export type NewAlertRule = Static<typeof NewAlertRule>
export const AlertRulePatch = Type.Partial(NewAlertRule, { ...closed, minProperties: 1 })

/** What a rule would have done. `noisy`: somebody would have been told more often than is borne (more than 5 alarms a week for one person). */
export const AlertBackTest = Type.Object({
  id: Id, state: oneOf('running', 'done', 'stopped', 'failed'), done: Type.Number({ description: '0 to 1' }), secondsLeft: nullable(Type.Number()), detail: nullable(Type.String()),
  result: nullable(Type.Object({
    from: Instant, to: Instant, alarms: Type.Integer(), perWeek: Type.Number(), weeks: Type.Array(Type.Object({ from: Instant, alarms: Type.Integer() })),
    items: Type.Array(Type.Object({ at: Instant, until: nullable(Instant), key: Type.String(), place: nullable(Type.String()), why: Type.Record(Type.String(), Type.Unknown()), ticketId: nullable(Id), answerId: nullable(Id), interactionId: nullable(Id), excerpt: nullable(Type.String()) }), { description: 'The newest 200.' }),
    people: Type.Array(Type.Object({ staffId: Id, name: Type.String(), perWeek: Type.Number(), inTheNight: Type.Integer({ description: 'Outside the open hours of the calendar.' }) })),
    incidents: Type.Object({ caught: Type.Array(Type.Object({ what: oneOf('complaint', 'lost-opinion', 'warning'), id: Id, at: Instant, name: Type.String(), hoursBefore: Type.Number() })), missed: Type.Array(Type.Object({ what: oneOf('complaint', 'lost-opinion', 'warning'), id: Id, at: Instant, name: Type.String() })) }, { description: 'What is sorry to have missed: complaints, low opinions nobody answered within two days, warnings that were acted upon; caught: an alarm at the same place within the seven days before.' }),
    falseAlarms: Type.Object({ perMonth: nullable(Type.Number()), method: oneOf('shuffled-days', 'not-followed-by-anything', 'none') }),
    noData: Type.Integer(), noisy: Type.Boolean(), noisyFor: nullable(Type.String()),
    heardSince: nullable(Type.String({ format: 'date-time', description: 'What happened before then was entered later, and is judged by when it happened; null: the whole period is judged as it was known.' })),
    leftOut: Type.Integer({ description: 'How many would have fitted but came from a list, or were entered too late to break a silence: they tell nobody, live or here.' }),
  })),
})
export type AlertBackTest = Static<typeof AlertBackTest>

export const AlertDelivery = Type.Object({ id: Id, alertId: Id, ruleName: Type.String(), staffId: nullable(Id), staffName: nullable(Type.String()), destinationName: nullable(Type.String()), road: oneOf('app', 'push', 'mail', 'sms', 'hook'), step: Type.Integer(), because: Because, state: oneOf('waiting', 'sending', 'sent', 'failed', 'dropped'), sendAfter: Instant, sentAt: nullable(Instant), detail: nullable(Type.String()), createdAt: Instant })
export type AlertDelivery = Static<typeof AlertDelivery>

const Named = nullable(Type.Object({ id: Id, name: Type.String() }))
export const Alert = Type.Object({
  id: Id, ruleId: Id, ruleName: Type.String(), ruleKind: oneOf(...alertRuleKinds), state: oneOf('open', 'acknowledged', 'resolved'), urgent: Type.Boolean(), noData: Type.Boolean(), times: Type.Integer(), firstAt: Instant, lastAt: Instant,
  title: Type.String({ description: 'One sentence, in the language asked for.' }), why: Type.Record(Type.String(), Type.Unknown()), sentences: Type.Array(Type.String(), { description: 'Why now, in the language asked for.' }),
  words: nullable(Type.Object({ text: Type.String(), by: Type.String(), at: Instant }, { description: 'What the customer said, where the reader may see it.' })),
  ticket: nullable(Type.Object({ id: Id, number: Type.Integer(), subject: Type.String() })), answerId: nullable(Id), interactionId: nullable(Id), customer: Named, location: Named, queue: Named, staff: Named, warningId: nullable(Id), recoveryId: nullable(Id),
  acknowledgedAt: nullable(Instant), acknowledgedByName: nullable(Type.String()), resolvedAt: nullable(Instant), resolvedByName: nullable(Type.String()), resolvedReason: nullable(Type.String()), note: Type.String(), useful: nullable(Type.Boolean()), taskId: nullable(Id),
})
export type Alert = Static<typeof Alert>
export const AlertStory = Type.Object({
  alert: Alert, firings: Type.Array(Type.Object({ at: Instant, occurrence: Type.String(), why: Type.Record(Type.String(), Type.Unknown()) })), deliveries: Type.Array(AlertDelivery),
  diary: Type.Array(Type.Object({ id: Id, at: Instant, kind: Type.String(), direction: Type.String(), channel: nullable(Type.String()), by: Type.String(), excerpt: Type.String() }), { description: 'The last entries before it, the newest first.' }), task: nullable(Task),
})
export type AlertStory = Static<typeof AlertStory>
export const alertEndings = ['handled', 'nothing-to-do', 'false-alarm', 'known', 'over'] as const

export const AlertDestination = Type.Object({ id: Id, name: Type.String(), kind: oneOf('webhook', 'slack', 'teams', 'mattermost'), host: Type.String(), signed: Type.Boolean(), active: Type.Boolean(), state: Type.Object({ sending: oneOf('waiting', 'ok', 'failing'), detail: nullable(Type.String()), at: nullable(Instant) }), usedBy: Type.Array(Type.String()) })
export type AlertDestination = Static<typeof AlertDestination>
const address = Type.String({ minLength: 10, maxLength: 2000, description: 'https://…; never answered back.' })
export const NewAlertDestination = Type.Object({ name: Name, kind: oneOf('webhook', 'slack', 'teams', 'mattermost'), url: address, secret: Type.Optional(Type.String({ maxLength: 200, description: 'Signs what a webhook gets: header Kontuar-Signature, t=…,v1=HMAC-SHA256 of "t.body".' })) }, closed)

/** Who is told what: one line per rule and person it reaches now. */
export const AlertReach = Type.Object({ ruleId: Id, ruleName: Type.String(), staffId: nullable(Id), staffName: nullable(Type.String()), destinationName: nullable(Type.String()), roads: Type.Array(Type.String()), when: Type.String(), because: Because, pausedUntil: nullable(Instant), paused: Type.Boolean(), last: nullable(Type.Object({ at: Instant, state: Type.String(), detail: nullable(Type.String()) })) })
export type AlertReach = Static<typeof AlertReach>

const tag = 'alerts'
const language = Type.Optional(oneOf('pl', 'ru', 'en'))
export const listAlerts = route({ method: 'GET', path: '/alerts', permission: 'alert.read', tag, summary: 'Alerts, the newest first', query: Type.Object({ state: Type.Optional(oneOf('open', 'acknowledged', 'resolved')), ruleId: Type.Optional(Id), locationId: Type.Optional(Id), ticketId: Type.Optional(Id), mine: Type.Optional(Type.Boolean({ description: 'Only those I was told of.' })), language, ...PageQuery }), response: page(Alert) })
export const countAlerts = route({ method: 'GET', path: '/alerts/counts', permission: 'alert.read', tag, summary: 'How many are open', response: Type.Object({ open: Type.Integer(), mine: Type.Integer(), limit: Type.Integer() }) })
export const getAlert = route({ method: 'GET', path: '/alerts/:id', permission: 'alert.read', tag, summary: 'One alert with what led to it and who was told', params: ById, query: Type.Object({ language }), response: AlertStory })
export const acknowledgeAlert = route({ method: 'POST', path: '/alerts/:id/acknowledge', permission: 'alert.change', tag, summary: 'I have it: no more escalation', params: ById, response: Alert, status: 200 })
export const resolveAlert = route({ method: 'POST', path: '/alerts/:id/resolve', permission: 'alert.change', tag, summary: 'Done with it, and whether it was worth it', params: ById, body: Type.Object({ reason: oneOf(...alertEndings), note: Type.Optional(Type.String({ maxLength: 2000 })), useful: Type.Optional(Type.Boolean()) }, closed), response: Alert, status: 200 })
export const reopenAlert = route({ method: 'POST', path: '/alerts/:id/reopen', permission: 'alert.change', tag, summary: 'Not done after all', params: ById, response: Alert, status: 200 })
export const makeAlertTask = route({ method: 'POST', path: '/alerts/:id/task', permission: 'alert.change', tag, summary: 'Make a task of it, mine unless said otherwise', params: ById, body: Type.Object({ kind: Type.Optional(oneOf('task', 'call-back')), title: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })), ownerId: Type.Optional(nullable(Id)), dueAt: Type.Optional(nullable(Instant)) }, closed), response: Alert, status: 201 })
export const listAlertDeliveries = route({ method: 'GET', path: '/alert-deliveries', permission: 'alert.manage', tag, summary: 'The ledger: what was told to whom by which road', query: Type.Object({ alertId: Type.Optional(Id), staffId: Type.Optional(Id), state: Type.Optional(oneOf('waiting', 'sending', 'sent', 'failed', 'dropped')), ...PageQuery }), response: page(AlertDelivery) })
export const listAlertReach = route({ method: 'GET', path: '/alert-reach', permission: 'alert.manage', tag, summary: 'Who is told of what now', query: Type.Object({ staffId: Type.Optional(Id), ...PageQuery }), response: page(AlertReach) })

const ruleTag = 'alert rules'
export const listAlertRules = route({ method: 'GET', path: '/alert-rules', permission: 'alert.read', tag: ruleTag, summary: 'Alert rules', query: Type.Object({ active: Type.Optional(Type.Boolean()), ...PageQuery }), response: page(AlertRule) })
export const getAlertRule = route({ method: 'GET', path: '/alert-rules/:id', permission: 'alert.read', tag: ruleTag, summary: 'One alert rule', params: ById, response: AlertRule })
export const createAlertRule = route({ method: 'POST', path: '/alert-rules', permission: 'alert.manage', tag: ruleTag, summary: 'Add a rule (422 `noisy-rule` with its figures unless evenIfNoisy)', body: NewAlertRule, response: AlertRule, status: 201 })
export const changeAlertRule = route({ method: 'PATCH', path: '/alert-rules/:id', permission: 'alert.manage', tag: ruleTag, summary: 'Change, switch on or off', params: ById, body: AlertRulePatch, response: AlertRule })
export const retireAlertRule = route({ method: 'DELETE', path: '/alert-rules/:id', permission: 'alert.manage', tag: ruleTag, summary: 'Retire a rule; its alerts stay', params: ById, response: Done })
export const listAlertFields = route({ method: 'GET', path: '/alert-fields', permission: 'alert.read', tag: ruleTag, summary: 'What conditions over answers, contacts, tickets and breaches may ask', query: Type.Object({ on: Type.Optional(Type.Unsafe<AlertSubject>({ type: 'string', enum: [...alertSubjects], default: 'answer' })) }), response: page(ConditionField) })
export const listReadyAlertRules = route({ method: 'GET', path: '/ready-alert-rules', permission: 'alert.manage', tag: ruleTag, summary: 'Ready-made rules to begin with', query: Type.Object({ language }), response: page(NewAlertRule) })
export const startBackTest = route({ method: 'POST', path: '/alert-back-tests', permission: 'alert.manage', tag: ruleTag, summary: 'What a rule would have done in the past months', body: Type.Object({ definition: AlertRuleDefinition, delivery: Type.Optional(AlertDeliveryWish), months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, default: 6 })) }, closed), response: AlertBackTest, status: 202 })
export const getBackTest = route({ method: 'GET', path: '/alert-back-tests/:id', permission: 'alert.manage', tag: ruleTag, summary: 'How far it is, and what it found', params: ById, response: AlertBackTest })
export const stopBackTest = route({ method: 'POST', path: '/alert-back-tests/:id/stop', permission: 'alert.manage', tag: ruleTag, summary: 'Stop it', params: ById, response: AlertBackTest, status: 200 })
export const listAlertDestinations = route({ method: 'GET', path: '/alert-destinations', permission: 'alert.read', tag: ruleTag, summary: 'Where else alerts go: webhooks, Slack, Teams, Mattermost', response: page(AlertDestination) })
export const createAlertDestination = route({ method: 'POST', path: '/alert-destinations', permission: 'alert.manage', tag: ruleTag, summary: 'Add a destination', body: NewAlertDestination, response: AlertDestination, status: 201 })
export const changeAlertDestination = route({ method: 'PATCH', path: '/alert-destinations/:id', permission: 'alert.manage', tag: ruleTag, summary: 'Change or retire a destination', params: ById, body: Type.Object({ name: Type.Optional(Name), url: Type.Optional(address), secret: NewAlertDestination.properties.secret, active: Type.Optional(Type.Boolean()), retired: Type.Optional(Type.Boolean()) }, { ...closed, minProperties: 1 }), response: AlertDestination })
export const tryAlertDestination = route({ method: 'POST', path: '/alert-destinations/:id/try', permission: 'alert.manage', tag: ruleTag, summary: 'Send a trial', params: ById, response: Type.Object({ ok: Type.Boolean(), detail: Type.String() }), status: 200 })
