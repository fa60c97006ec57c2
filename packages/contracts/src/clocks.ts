// Calendars, SLA policies and clocks, legal terms of complaints.
import { Type, type Static } from 'typebox'
import { ById, Id, Instant, nullable, oneOf, page } from './shapes.ts'
import { Conditions } from './conditions.ts'
import { route } from './route.ts'

const Name = Type.String({ minLength: 1, maxLength: 100 })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' })
const closed = { additionalProperties: false } as const
const patch = { additionalProperties: false, minProperties: 1 } as const

/** Checked in full by packages/calendar, which answers with one sentence for each mistake. */
const Shifts = 'a list of { from, to } as HH:MM, local; `to` at or before `from` is the next day, 00:00–24:00 a full day'
export const CalendarDefinition = Type.Object({
  timeZone: Type.String({ maxLength: 64, description: 'An IANA name, like Europe/Warsaw.' }),
  weekly: Type.Record(Type.String(), Type.Array(Type.Unknown()), { description: `For each weekday, "1" (Monday) to "7" (Sunday), ${Shifts}; a day left out is closed.` }),
  holidays: Type.Optional(Type.Unknown({ description: '{ country, region? } by ISO 3166, like { "country": "PL" }; null or left out: none.' })),
  exceptions: Type.Optional(Type.Unknown({ description: `Own closed and half days: a list of { on: "YYYY-MM-DD", shifts, name? } or { every: "MM-DD", shifts, name? }; shifts is ${Shifts}, empty when closed. They win over holidays and the week.` })),
}, { additionalProperties: true })
export const Calendar = Type.Object({ id: Id, name: Name, readyMade: nullable(Type.String()), definition: CalendarDefinition, version: Type.Integer(), isDefault: Type.Boolean(), retired: Type.Boolean() })
export type Calendar = Static<typeof Calendar>
export const NewCalendar = Type.Object({ name: Name, definition: CalendarDefinition, isDefault: Type.Optional(Type.Literal(true)) }, closed)
export const CalendarPatch = Type.Object({ name: Type.Optional(Name), definition: Type.Optional(CalendarDefinition), isDefault: Type.Optional(Type.Literal(true)), retired: Type.Optional(Type.Boolean()) }, patch)

/** One step of "due Tue 10:20 because…": a span of time and whether it counted. */
export const ClockStep = Type.Object({
  kind: Type.String({ description: 'Spans: open, closed, holiday, exception, stretch (many of these), elapsed, paused, late. Marks without length: started, due, stopped.' }), from: Instant, to: Instant,
  countedSeconds: Type.Integer(), name: nullable(Type.String({ description: 'Of the holiday, the closed day, the status.' })),
})
export const CalendarTrial = Type.Object({ dueAt: Instant, steps: Type.Array(ClockStep) })

export const Target = Type.Object({
  seconds: Type.Integer({ minimum: 60, maximum: 315_360_000 }), clock: oneOf('business', 'elapsed'),
  byPriority: Type.Optional(Type.Partial(Type.Object({ low: Type.Integer({ minimum: 60, maximum: 315_360_000 }), normal: Type.Integer({ minimum: 60, maximum: 315_360_000 }), high: Type.Integer({ minimum: 60, maximum: 315_360_000 }), urgent: Type.Integer({ minimum: 60, maximum: 315_360_000 }) }, closed))),
}, closed)
export const Escalation = Type.Object({
  on: oneOf('warning', 'breach'), afterSeconds: Type.Integer({ minimum: 0, maximum: 31_536_000, description: 'Clock time after the warning or breach.' }),
  kinds: Type.Optional(Type.Array(oneOf('first-response', 'next-response', 'resolution', 'status'), { description: 'Of which clocks; absent: all.' })),
  act: oneOf('notify', 'reassign', 'raise-priority', 'task'),
  to: Type.Optional(Type.String({ maxLength: 64, description: 'owner, manager (of the owner\'s or queue\'s team), queue (its people), or the id of a person. For reassign: a person, or `queue` to give it back.' })),
  title: Type.Optional(Type.String({ maxLength: 200, description: 'Of the task.' })),
}, closed)
export type Escalation = Static<typeof Escalation>
export const SlaDefinition = Type.Object({
  conditions: Conditions, calendarId: nullable(Id),
  targets: Type.Object({ firstResponse: nullable(Target), nextResponse: nullable(Target), resolution: nullable(Target), statuses: Type.Record(Type.String({ maxLength: 40 }), Target) }, closed),
  warnAt: Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1, description: 'Share of the target after which it warns.' }),
  pausesIn: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 50, description: 'Statuses (keys) and categories in which resolution stands still.' }),
  escalations: Type.Array(Escalation, { maxItems: 20 }),
}, closed)
export type SlaDefinition = Static<typeof SlaDefinition>
export const SlaPolicy = Type.Object({ id: Id, name: Name, readyMade: nullable(Type.String()), position: Type.Integer(), version: Type.Integer(), definition: SlaDefinition, retired: Type.Boolean() })
export type SlaPolicy = Static<typeof SlaPolicy>
export const NewSlaPolicy = Type.Object({ name: Name, position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })), definition: SlaDefinition }, closed)
export const SlaPolicyPatch = Type.Object({ name: Type.Optional(Name), position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })), definition: Type.Optional(SlaDefinition), retired: Type.Optional(Type.Boolean()) }, patch)

export const ClockKind = oneOf('first-response', 'next-response', 'resolution', 'status')
export const SlaClock = Type.Object({
  id: Id, ticketId: Id, kind: ClockKind, cycle: Type.Integer(), state: oneOf('running', 'paused', 'met', 'missed', 'dropped'), policyId: Id, policyName: Type.String(), calendarId: nullable(Id),
  status: nullable(Type.String()), targetSeconds: Type.Integer(), startedAt: Instant, warnAt: nullable(Instant), dueAt: nullable(Instant), stoppedAt: nullable(Instant), usedSeconds: nullable(Type.Integer()),
  warnedAt: nullable(Instant), breachedAt: nullable(Instant),
})
export type SlaClock = Static<typeof SlaClock>
export const ExplainedClock = Type.Object({ ...SlaClock.properties, steps: Type.Array(ClockStep), asStored: Type.Boolean({ description: 'The clock counted anew from the diary equals the stored one.' }) })
/** What a change of policy would move: the open tickets whose deadline becomes another. */
export const PolicyChangePreview = Type.Object({
  checked: Type.Integer(), moved: Type.Integer(),
  examples: Type.Array(Type.Object({ ticketId: Id, number: Type.Integer(), subject: Type.String(), kind: ClockKind, from: nullable(Instant), to: nullable(Instant) })),
})

export const LegalTerm = Type.Object({ length: Type.Integer({ minimum: 1, maximum: 3650 }), unit: oneOf('days', 'business-days', 'weeks', 'months'), rule: oneOf('pl-civil-code', 'calendar'), country: nullable(Type.String({ maxLength: 2 })) }, closed)
export const LegalBasis = Type.Object({
  code: Type.String(), version: Type.Integer(), name: Type.String(), readyMade: nullable(Type.String()), term: LegalTerm, internalTarget: nullable(LegalTerm), consequence: Type.String(), source: Type.String(), sourceUrl: Type.String(),
  remindDays: Type.Array(Type.Integer()), validFrom: Day, retired: Type.Boolean(),
})
export type LegalBasis = Static<typeof LegalBasis>
export const NewLegalBasis = Type.Object({
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }), name: Name, term: LegalTerm, internalTarget: nullable(LegalTerm), consequence: Type.Optional(Type.String({ maxLength: 500 })),
  source: Type.String({ minLength: 3, maxLength: 500 }), sourceUrl: Type.Optional(Type.String({ maxLength: 500 })), remindDays: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 365 }), { maxItems: 10 })), validFrom: Day,
}, { ...closed, description: 'A code that exists gets a new version, which holds for complaints received from validFrom on.' })
export const LegalDeadline = Type.Object({
  ticketId: Id, basisCode: Type.String(), basisVersion: Type.Integer(), basisName: Type.String(), source: Type.String(), sourceUrl: Type.String(), consequence: Type.String(),
  receivedOn: Day, lastDay: Day, dueAt: Type.String({ format: 'date-time', description: 'The first instant after the last day, where the organization is: an answer is in time before it.' }), internalDay: nullable(Day), internalDueAt: nullable(Instant), answeredAt: nullable(Instant), kept: nullable(Type.Boolean({ description: 'Null while open.' })),
  steps: Type.Array(Type.Object({ kind: Type.String(), on: Day, note: Type.String() }), { description: 'How the last day was counted.' }),
})
export type LegalDeadline = Static<typeof LegalDeadline>
export const LegalDeadlineBody = Type.Object({ basisCode: Type.String({ minLength: 1, maxLength: 60 }), receivedOn: Day, why: Type.Optional(Type.String({ maxLength: 500, description: 'Asked for when a date that is already set changes; stays in the diary.' })) }, closed)

const tag = 'clocks'
export const listCalendars = route({ method: 'GET', path: '/calendars', permission: 'ticket.read', tag, summary: 'Calendars', response: page(Calendar) })
export const createCalendar = route({ method: 'POST', path: '/calendars', permission: 'desk.manage', tag, summary: 'Add a calendar', body: NewCalendar, response: Calendar, status: 201 })
export const changeCalendar = route({ method: 'PATCH', path: '/calendars/:id', permission: 'desk.manage', tag, summary: 'Change or retire a calendar; running clocks move with it', params: ById, body: CalendarPatch, response: Calendar })
export const tryCalendar = route({ method: 'POST', path: '/calendars/try', permission: 'ticket.read', tag, summary: 'When a span of working time that begins at an instant ends, and why', body: Type.Object({ definition: CalendarDefinition, from: Instant, seconds: Type.Integer({ minimum: 0, maximum: 315_360_000 }) }, closed), response: CalendarTrial, status: 200 })
export const listHolidays = route({ method: 'GET', path: '/calendars/:id/holidays', permission: 'ticket.read', tag, summary: 'The days off of a calendar in a year', params: ById, query: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100 })) }), response: page(Type.Object({ on: Day, name: Type.String() })) })
export const listSlaPolicies = route({ method: 'GET', path: '/sla-policies', permission: 'ticket.read', tag, summary: 'SLA policies; of those whose conditions fit the first counts, unless the queue names one', response: page(SlaPolicy) })
export const createSlaPolicy = route({ method: 'POST', path: '/sla-policies', permission: 'desk.manage', tag, summary: 'Add a policy', body: NewSlaPolicy, response: SlaPolicy, status: 201 })
export const changeSlaPolicy = route({ method: 'PATCH', path: '/sla-policies/:id', permission: 'desk.manage', tag, summary: 'Change or retire a policy; each open ticket it moves says so in its history', params: ById, body: SlaPolicyPatch, response: SlaPolicy })
export const previewSlaPolicy = route({ method: 'POST', path: '/sla-policies/:id/preview', permission: 'desk.manage', tag, summary: 'Which open tickets a change would move, and how', params: ById, body: SlaPolicyPatch, response: PolicyChangePreview, status: 200 })
export const listClocks = route({ method: 'GET', path: '/tickets/:id/clocks', permission: 'ticket.read', tag, summary: 'The clocks of a ticket, counted anew from its diary and explained', params: ById, response: page(ExplainedClock) })
export const listLegalBases = route({ method: 'GET', path: '/legal-bases', permission: 'ticket.read', tag, summary: 'Legal terms of complaints, all versions, newest first', response: page(LegalBasis) })
export const createLegalBasis = route({ method: 'POST', path: '/legal-bases', permission: 'desk.manage', tag, summary: 'Add a legal term, or a new version of one', body: NewLegalBasis, response: LegalBasis, status: 201 })
export const getLegalDeadline = route({ method: 'GET', path: '/tickets/:id/legal-deadline', permission: 'ticket.read', tag, summary: 'The legal deadline of a complaint, with its counting', params: ById, response: nullable(LegalDeadline) })
export const setLegalDeadline = route({ method: 'PUT', path: '/tickets/:id/legal-deadline', permission: 'ticket.change', tag, summary: 'Make a ticket a complaint, or correct its date of receipt or legal basis (with the reason why)', params: ById, body: LegalDeadlineBody, response: LegalDeadline })
