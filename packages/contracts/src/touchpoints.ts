// When to ask, what became of each asking, and what people wish.
import { Type, type Static } from 'typebox'
import { ById, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'
import { Conditions } from './conditions.ts'

const closed = { additionalProperties: false } as const
export const Trigger = oneOf('ticket-closed', 'interaction-recorded', 'purchase', 'delivery', 'complaint-decided', 'hand', 'api', 'list')
export type Trigger = Static<typeof Trigger>
export const AskingRoad = oneOf('email', 'sms')
export const TouchpointDefinition = Type.Object({
  interactionKinds: Type.Array(oneOf('call', 'visit', 'message'), { description: 'Of `interaction-recorded`; empty: any.' }),
  channels: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 40, description: 'Of the ticket or the recorded interaction; empty: any.' }),
  conditions: nullable(Conditions),
  roads: Type.Array(AskingRoad, { minItems: 1, maxItems: 2, description: 'The first that reaches the person is taken; each once.' }),
  delayMinutes: Type.Integer({ minimum: 0, maximum: 525_600 }),
  sampleShare: Type.Number({ minimum: 0, maximum: 1, description: 'Which share of happenings asks, chosen at random.' }),
  restDays: nullable(Type.Integer({ minimum: 0, maximum: 3650, description: 'Since the last asking of this person by whatever survey; null: as the organization has it.' })),
  exclude: Type.Object({ openComplaint: Type.Boolean(), minors: Type.Boolean() }, closed),
}, closed)
export type TouchpointDefinition = Static<typeof TouchpointDefinition>
export const Touchpoint = Type.Object({
  id: Id, surveyId: Id, surveyName: Type.String(), name: Type.String(), trigger: Trigger, definition: TouchpointDefinition,
  position: Type.Integer({ description: 'Where several want to ask one person, the lower one does.' }), active: Type.Boolean(), retired: Type.Boolean(),
  counts: Type.Object({ planned: Type.Integer(), sent: Type.Integer(), suppressed: Type.Integer(), answered: Type.Integer() }, { description: 'Of the last 30 days.' }),
  createdAt: Instant, updatedAt: Instant,
})
export type Touchpoint = Static<typeof Touchpoint>
const name = Type.String({ minLength: 1, maxLength: 200 })
export const NewTouchpoint = Type.Object({ surveyId: Id, name, trigger: Trigger, definition: Type.Optional(Type.Partial(TouchpointDefinition, closed)), active: Type.Optional(Type.Boolean()) }, closed)
export const TouchpointPatch = Type.Object({ name: Type.Optional(name), definition: Type.Optional(Type.Partial(TouchpointDefinition, closed)), position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })), active: Type.Optional(Type.Boolean()), retired: Type.Optional(Type.Boolean()) }, { ...closed, minProperties: 1 })

/** Why somebody was not asked. */
export const SuppressionReason = oneOf('rest-period', 'other-survey-first', 'sampled-out', 'opted-out', 'minor', 'open-complaint', 'no-address', 'cannot-send', 'survey-not-active', 'quota-reached', 'conditions', 'already-asked', 'bounced-before', 'automatic', 'ticket-reopened', 'too-late')
export type SuppressionReason = Static<typeof SuppressionReason>
export const SurveyInvitationState = oneOf('planned', 'sent', 'failed', 'bounced', 'suppressed', 'cancelled')
export const SurveyInvitation = Type.Object({
  id: Id, surveyId: Id, surveyName: Type.String(), version: nullable(Type.Integer()), touchpointId: nullable(Id), touchpointName: nullable(Type.String()), listId: nullable(Id),
  customerId: Id, customerName: Type.String(), road: nullable(oneOf('email', 'sms', 'link', 'agent')), language: nullable(Type.String()), ticketId: nullable(Id), ticketNumber: nullable(Type.Integer()),
  state: SurveyInvitationState, reason: nullable(Type.String({ description: 'Of a suppression (one of its codes) or a failure.' })), detail: nullable(Type.Record(Type.String(), Type.Unknown())),
  sendAt: Instant, sentAt: nullable(Instant), expiresAt: nullable(Instant),
  openedAt: nullable(Instant), clickedValue: nullable(Type.String({ description: 'Clicked in the mail and not confirmed, perhaps by a machine: never counted.' })), startedAt: nullable(Instant), finishedAt: nullable(Instant), createdAt: Instant,
})
export type SurveyInvitation = Static<typeof SurveyInvitation>
/** By hand or by a program. Roads `email` and `sms` send it, `link` hands the address out. */
export const NewSurveyInvitation = Type.Object({
  surveyId: Id, touchpointId: Type.Optional(Id), ticketId: Type.Optional(Id), interactionId: Type.Optional(Id), customerId: Type.Optional(Id),
  customer: Type.Optional(Type.Object({ name: Type.Optional(Type.String({ maxLength: 300 })), email: Type.Optional(Type.String({ maxLength: 320 })), phone: Type.Optional(Type.String({ maxLength: 40 })) }, closed)),
  road: Type.Optional(oneOf('email', 'sms', 'link')), language: Type.Optional(Type.String({ maxLength: 10 })), sendAt: Type.Optional(Instant),
  facts: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 500 }))), locationId: Type.Optional(nullable(Id)), staffId: Type.Optional(nullable(Id)),
}, closed)
export const MadeSurveyInvitation = Type.Object({ ...SurveyInvitation.properties, url: nullable(Type.String({ description: 'Of road `link`, told once: the token is kept nowhere.' })) })

export const AskingWish = Type.Object({ customerId: Id, optedOutAt: nullable(Instant), optedOutBy: nullable(Type.String()), minor: Type.Boolean(), bornOn: nullable(Type.String({ description: 'YYYY-MM-DD' })), lastAskedAt: nullable(Instant), nextAskingFrom: nullable(Instant) })
export const AskingWishPatch = Type.Object({ optedOut: Type.Optional(Type.Boolean()), minor: Type.Optional(Type.Boolean()), bornOn: Type.Optional(nullable(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }))) }, { ...closed, minProperties: 1 })

export const FeedbackSettings = Type.Object({
  restDays: Type.Integer({ minimum: 0, maximum: 3650 }), sendFrom: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'Mail and SMS leave from this time of the day, in the organization’s zone. The same as `sendUntil`: at any hour.' }), sendUntil: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'And before this one; earlier than `sendFrom`, it is of the next day.' }), expireDays: Type.Integer({ minimum: 1, maximum: 365 }),
  agentsSee: oneOf('all', 'score', 'nothing'),
  look: Type.Object({ colour: Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }), logo: nullable(Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of an uploaded picture.' })), name: nullable(Type.String({ maxLength: 100 })) }, closed),
}, closed)
export type FeedbackSettings = Static<typeof FeedbackSettings>

const tag = 'touchpoints'
export const listTouchpoints = route({ method: 'GET', path: '/touchpoints', permission: 'feedback.read', tag, summary: 'When is asked, most important first', query: Type.Object({ ...PageQuery, surveyId: Type.Optional(Id) }), response: page(Touchpoint) })
export const createTouchpoint = route({ method: 'POST', path: '/touchpoints', permission: 'feedback.manage', tag, summary: 'Add a touchpoint', body: NewTouchpoint, response: Touchpoint, status: 201 })
export const getTouchpoint = route({ method: 'GET', path: '/touchpoints/:id', permission: 'feedback.read', tag, summary: 'One touchpoint', params: ById, response: Touchpoint })
export const changeTouchpoint = route({ method: 'PATCH', path: '/touchpoints/:id', permission: 'feedback.manage', tag, summary: 'Change, move, switch on or off, retire', params: ById, body: TouchpointPatch, response: Touchpoint })
export const tryTouchpoint = route({ method: 'POST', path: '/touchpoints/try', permission: 'feedback.manage', tag, summary: 'Whom a touchpoint would have asked in the past days, and whom not, with the reason', body: Type.Object({ trigger: Trigger, definition: Type.Optional(Type.Partial(TouchpointDefinition, closed)), days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })) }, closed), response: Type.Object({ days: Type.Integer(), happened: Type.Integer(), asked: Type.Integer(), suppressed: Type.Record(Type.String(), Type.Integer()) }) })
export const listSurveyInvitations = route({ method: 'GET', path: '/survey-invitations', permission: 'feedback.read', tag, summary: 'Who was asked, and who was not and why', query: Type.Object({ ...PageQuery, surveyId: Type.Optional(Id), touchpointId: Type.Optional(Id), listId: Type.Optional(Id), customerId: Type.Optional(Id), ticketId: Type.Optional(Id), state: Type.Optional(SurveyInvitationState), reason: Type.Optional(Type.String({ maxLength: 40 })) }), response: page(SurveyInvitation) })
export const createSurveyInvitation = route({ method: 'POST', path: '/survey-invitations', permission: 'feedback.manage', tag, summary: 'Ask one person', body: NewSurveyInvitation, response: MadeSurveyInvitation, status: 201 })
export const inviteFromTicket = route({ method: 'POST', path: '/tickets/:id/survey-invitations', permission: 'ticket.answer', tag, summary: 'Ask the customer of this ticket', params: ById, body: Type.Object({ surveyId: Id, road: Type.Optional(oneOf('email', 'sms', 'link')) }, closed), response: MadeSurveyInvitation, status: 201 })
export const cancelSurveyInvitation = route({ method: 'POST', path: '/survey-invitations/:id/cancel', permission: 'feedback.manage', tag, summary: 'Do not ask after all, while it is planned', params: ById, response: SurveyInvitation })
export const getAskingWish = route({ method: 'GET', path: '/customers/:id/asking', permission: 'customer.read', tag, summary: 'What the customer has said of being asked', params: ById, response: AskingWish })
export const changeAskingWish = route({ method: 'PATCH', path: '/customers/:id/asking', permission: 'customer.change', tag, summary: 'Record an objection, or that the customer is a minor', params: ById, body: AskingWishPatch, response: AskingWish })
export const getFeedbackSettings = route({ method: 'GET', path: '/feedback-settings', permission: 'feedback.read', tag, summary: 'How the organization asks', response: FeedbackSettings })
export const changeFeedbackSettings = route({ method: 'PATCH', path: '/feedback-settings', permission: 'feedback.manage', tag, summary: 'Change how the organization asks', body: Type.Partial(FeedbackSettings, { minProperties: 1, additionalProperties: false }), response: FeedbackSettings })
export const uploadSurveyLogo = route({ method: 'POST', path: '/feedback-settings/logo', permission: 'feedback.manage', tag, summary: 'Upload the logo (multipart/form-data, field `file`; PNG, JPEG, WebP, 500 KB at most)', response: FeedbackSettings })
