// The closed loop: a low score, who is responsible, the contact with the customer, cause and remedy, the short second question.
import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { ConditionField, Conditions } from './conditions.ts'
import { Because, Recipient } from './recipients.ts'
import { MetricFigure } from './metrics.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const
export const recoveryStates = ['open', 'contacted', 'closed', 'asked', 'recovered', 'not-recovered'] as const
/** What happens to a loop, as a code for a sentence on the screen. `answer-changed`: the answer is low no more, and somebody had begun to work on it. */
export const recoveryEvents = ['opened', 'given', 'noted', 'closed', 'mistaken', 'low-again', 'answer-changed', 'reopened', 'asked', 'not-asked', 'said-solved', 'said-not-solved'] as const
export const recoveryEndings = ['solved', 'no-contact-possible', 'nothing-to-mend', 'mistaken'] as const
/** The rows behind a number of error review, opened from `from` and before `to`: none that was a mistake; with a second answer, with a good one, solved, solved and come back. */
export const reviewedRecoveries = ['all', 'answered', 'recovered', 'closed', 'solved', 'came-back'] as const
const Named = nullable(Type.Object({ id: Id, name: Type.String() }))

export const Cause = Type.Object({ id: Id, name: Type.String(), position: Type.Integer(), retired: Type.Boolean() })
export type Cause = Static<typeof Cause>

export const Recovery = Type.Object({
  id: Id, state: oneOf(...recoveryStates), answerId: Id, surveyName: Type.String(), score: nullable(Type.Number()), scaleMax: nullable(Type.Number()), metric: nullable(Type.String()), comment: nullable(Type.String({ description: 'Where the reader may see it.' })), answeredAt: Instant,
  customer: Type.Object({ id: Id, name: Type.String() }), ticket: nullable(Type.Object({ id: Id, number: Type.Integer(), subject: Type.String() })), location: Named, queue: Named, team: Named, staff: Named, owner: Named, because: Because,
  openedAt: Instant, reachDueAt: nullable(Instant), dueAt: nullable(Instant), reachLate: Type.Boolean(), late: Type.Boolean(), contactedAt: nullable(Instant), reachInteractionId: nullable(Id),
  cause: Named, remedy: Type.String(), closedAt: nullable(Instant), closedByName: nullable(Type.String()), closedAs: nullable(oneOf(...recoveryEndings)), inTime: nullable(Type.Boolean()),
  askedAt: nullable(Instant), secondAnswerId: nullable(Id), recovered: nullable(Type.Boolean()), cameBackAt: nullable(Instant), taskId: nullable(Id),
})
export type Recovery = Static<typeof Recovery>
/** The answer beside the diary: what was said and done before it and since. */
export const RecoveryStory = Type.Object({ recovery: Recovery, diary: Type.Array(Type.Object({ id: Id, at: Instant, kind: Type.String(), direction: Type.String(), channel: nullable(Type.String()), by: Type.String(), ticketId: nullable(Id), excerpt: Type.String(), after: Type.Boolean({ description: 'Since the low score.' }) })), earlier: Type.Array(Type.Object({ id: Id, openedAt: Instant, causeName: nullable(Type.String()), state: oneOf(...recoveryStates) }), { description: 'Other loops of this customer.' }),
  history: Type.Array(Type.Object({ at: Instant, what: oneOf(...recoveryEvents), byName: nullable(Type.String({ description: 'Null: the program, or the customer.' })), detail: Type.Record(Type.String(), Type.Unknown()) }), { description: 'What was done with it, oldest first.' }) })
export type RecoveryStory = Static<typeof RecoveryStory>

export const RecoverySettings = Type.Object({
  on: Type.Boolean(), where: nullable(Conditions), reachHours: Type.Number({ minimum: 0.5, maximum: 500, description: 'Business hours until a person has spoken with the customer.' }), closeHours: Type.Number({ minimum: 1, maximum: 2000, description: 'Business hours until it is closed.' }), calendarId: nullable(Id),
  owners: Type.Array(Recipient, { minItems: 1, maxItems: 10, description: 'Who is responsible: the first of these who is there.' }), causeNeeded: Type.Boolean(), remedyNeeded: Type.Boolean(), ask: oneOf('always', 'by-hand', 'never'), askAfterHours: Type.Number({ minimum: 0, maximum: 1000 }), surveyId: nullable(Id), comeBackDays: Type.Integer({ minimum: 1, maximum: 365 }), makesTask: Type.Boolean(),
}, closed)
export type RecoverySettings = Static<typeof RecoverySettings>

/** Causes of a period beside the period before, with what came back after "solved". */
export const ErrorReview = Type.Object({
  from: Instant, to: Instant, closed: Type.Integer(), withoutCause: Type.Integer(),
  causes: Type.Array(Type.Object({ cause: Named, n: Type.Integer(), share: MetricFigure, before: Type.Integer(), change: nullable(Type.Number()), real: Type.Boolean(), recovered: MetricFigure, cameBack: MetricFigure, locations: Type.Array(Type.Object({ id: Id, name: Type.String(), n: Type.Integer() })), remedies: Type.Array(Type.Object({ text: Type.String(), n: Type.Integer() })) })),
})
export type ErrorReview = Static<typeof ErrorReview>
export const StudySet = Type.Object({ id: Id, name: Type.String(), note: Type.String(), createdByName: nullable(Type.String()), items: Type.Integer(), createdAt: Instant })
export type StudySet = Static<typeof StudySet>
export const StudyItem = Type.Object({ id: Id, kind: oneOf('recovery', 'ticket', 'answer'), subjectId: Id, title: Type.String(), excerpt: nullable(Type.String()), note: Type.String(), addedByName: nullable(Type.String()), createdAt: Instant })
export type StudyItem = Static<typeof StudyItem>

const tag = 'recoveries'
export const listRecoveries = route({ method: 'GET', path: '/recoveries', permission: 'recovery.read', tag, summary: 'Low scores and what became of them; agents see their own', query: Type.Object({ state: Type.Optional(oneOf(...recoveryStates)), open: Type.Optional(Type.Boolean()), late: Type.Optional(Type.Boolean()), ownerId: Type.Optional(Type.String({ maxLength: 64, description: 'An id, `me` or `none`.' })), locationId: Type.Optional(Id), teamId: Type.Optional(Id), causeId: Type.Optional(Type.String({ maxLength: 64, description: 'An id or `none`.' })), customerId: Type.Optional(Id), ticketId: Type.Optional(Id), answerId: Type.Optional(Id), from: Type.Optional(Instant), to: Type.Optional(Instant), reviewed: Type.Optional(oneOf(...reviewedRecoveries)), ...PageQuery }), response: page(Recovery) })
export const countRecoveries = route({ method: 'GET', path: '/recoveries/counts', permission: 'recovery.read', tag, summary: 'How many wait', response: Type.Object({ open: Type.Integer(), mine: Type.Integer(), late: Type.Integer(), limit: Type.Integer() }) })
export const getRecovery = route({ method: 'GET', path: '/recoveries/:id', permission: 'recovery.read', tag, summary: 'One, beside its diary', params: ById, response: RecoveryStory })
export const changeRecovery = route({ method: 'PATCH', path: '/recoveries/:id', permission: 'recovery.change', tag, summary: 'Give it to somebody; note cause and remedy', params: ById, body: Type.Object({ ownerId: Type.Optional(nullable(Id)), causeId: Type.Optional(nullable(Id)), remedy: Type.Optional(Type.String({ maxLength: 2000 })) }, { ...closed, minProperties: 1 }), response: Recovery })
export const closeRecovery = route({ method: 'POST', path: '/recoveries/:id/close', permission: 'recovery.change', tag, summary: 'Close it with cause and remedy, and ask the short second question', params: ById, body: Type.Object({ as: oneOf(...recoveryEndings), causeId: Type.Optional(nullable(Id)), remedy: Type.Optional(Type.String({ maxLength: 2000 })), ask: Type.Optional(Type.Boolean({ description: 'Left out: as the settings say.' })) }, closed), response: Recovery, status: 200 })
export const reopenRecovery = route({ method: 'POST', path: '/recoveries/:id/reopen', permission: 'recovery.change', tag, summary: 'Not closed after all; a question not sent yet is not sent', params: ById, response: Recovery, status: 200 })
export const getRecoverySettings = route({ method: 'GET', path: '/recovery-settings', permission: 'recovery.read', tag, summary: 'When a loop opens and whose it is', response: RecoverySettings })
export const changeRecoverySettings = route({ method: 'PUT', path: '/recovery-settings', permission: 'desk.manage', tag, summary: 'Change when a loop opens and whose it is', body: RecoverySettings, response: RecoverySettings })
export const listRecoveryFields = route({ method: 'GET', path: '/recovery-fields', permission: 'recovery.read', tag, summary: 'What conditions over low answers may ask', response: page(ConditionField) })
export const listCauses = route({ method: 'GET', path: '/causes', permission: 'ticket.read', tag, summary: 'Causes', response: page(Cause) })
export const createCause = route({ method: 'POST', path: '/causes', permission: 'desk.manage', tag, summary: 'Add a cause', body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })) }, closed), response: Cause, status: 201 })
export const changeCause = route({ method: 'PATCH', path: '/causes/:id', permission: 'desk.manage', tag, summary: 'Rename, move or retire a cause', params: ById, body: Type.Object({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })), position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })), retired: Type.Optional(Type.Boolean()) }, { ...closed, minProperties: 1 }), response: Cause })
export const reviewErrors = route({ method: 'GET', path: '/error-review', permission: 'recovery.read', tag, summary: 'What goes wrong again and again, before and now', query: Type.Object({ from: Type.Optional(Type.String({ maxLength: 40, description: 'A day or an instant; left out: 30 days before `to`.' })), to: Type.Optional(Type.String({ maxLength: 40, description: 'Not included; left out: now.' })), locationId: Type.Optional(Id), teamId: Type.Optional(Id) }), response: ErrorReview })
export const listStudySets = route({ method: 'GET', path: '/study-sets', permission: 'recovery.read', tag, summary: 'Collections for training', response: page(StudySet) })
export const createStudySet = route({ method: 'POST', path: '/study-sets', permission: 'recovery.change', tag, summary: 'Begin a collection', body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), note: Type.Optional(Type.String({ maxLength: 2000 })) }, closed), response: StudySet, status: 201 })
export const listStudyItems = route({ method: 'GET', path: '/study-sets/:id/items', permission: 'recovery.read', tag, summary: 'What is in a collection', params: ById, query: Type.Object(PageQuery), response: page(StudyItem) })
export const addStudyItem = route({ method: 'POST', path: '/study-sets/:id/items', permission: 'recovery.change', tag, summary: 'Put something into a collection; again changes its note', params: ById, body: Type.Object({ kind: oneOf('recovery', 'ticket', 'answer'), subjectId: Id, note: Type.Optional(Type.String({ maxLength: 2000 })) }, closed), response: StudyItem, status: 201 })
export const removeStudyItem = route({ method: 'DELETE', path: '/study-items/:id', permission: 'recovery.change', tag, summary: 'Take something out of a collection', params: ById, response: Done })
export const retireStudySet = route({ method: 'DELETE', path: '/study-sets/:id', permission: 'recovery.change', tag, summary: 'Put a collection away', params: ById, response: Done })
