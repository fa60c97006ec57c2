// A contact recorded by hand.
import { Type, type Static } from 'typebox'
import { Interaction } from './interactions.ts'
import { Id, Instant, nullable, oneOf } from './shapes.ts'
import { route } from './route.ts'

const Seconds = Type.Integer({ minimum: 0, maximum: 86_400 * 7 })
/** Times of a call or chat, as the exchange or the chat knows them. Those that did not happen are absent. */
export const Timing = Type.Object({
  menuAt: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'When it entered the voice menu.' })), menuOutcome: Type.Optional(oneOf('to-agent', 'served', 'left')),
  offeredAt: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'When it began to wait for a person.' })), answeredAt: Type.Optional(Instant), abandonedAt: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'The customer gave up before anybody answered.' })), endedAt: Type.Optional(Instant),
  holdSeconds: Type.Optional(Seconds), wrapUpSeconds: Type.Optional(Seconds),
}, { additionalProperties: false })
export type Timing = Static<typeof Timing>
/** A public review, copied from where it stands. */
export const Review = Type.Object({ site: Type.String({ minLength: 1, maxLength: 60 }), stars: Type.Integer({ minimum: 1, maximum: 5 }) }, { additionalProperties: false })
export type Review = Static<typeof Review>

/** A contact recorded by hand or by an exchange: a call, a visit, a chat. It joins a ticket, or begins one. */
export const NewRecord = Type.Object({
  kind: oneOf('call', 'visit', 'message'), channel: Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9-]+$', description: 'phone, visit, messenger, sms, post …' }), direction: Type.Optional(oneOf('in', 'out')),
  at: Type.Optional(Instant), ticketId: Type.Optional(Id), customerId: Type.Optional(Id),
  customer: Type.Optional(Type.Object({ name: Type.String({ minLength: 1, maxLength: 300 }), phone: Type.Optional(Type.String({ maxLength: 40 })), email: Type.Optional(Type.String({ maxLength: 320 })) }, { additionalProperties: false, description: 'When the customer is not known yet.' })),
  subject: Type.Optional(Type.String({ maxLength: 998 })),
  request: Type.String({ minLength: 1, maxLength: 20_000, description: 'What the customer wanted.' }), decision: Type.Optional(Type.String({ maxLength: 20_000 })), result: Type.Optional(Type.String({ maxLength: 20_000 })),
  nextStep: Type.Optional(Type.Object({ title: Type.String({ minLength: 1, maxLength: 300 }), kind: Type.Optional(oneOf('task', 'call-back')), dueAt: Type.Optional(nullable(Instant)), ownerId: Type.Optional(nullable(Id)) }, { additionalProperties: false })),
  queueId: Type.Optional(nullable(Id)), locationId: Type.Optional(nullable(Id)), reasonId: Type.Optional(nullable(Id)), status: Type.Optional(Type.String({ maxLength: 40 })),
  staffId: Type.Optional(nullable(Type.Unsafe<string>({ ...Id, description: 'Who had the contact, when a program records it (needs desk.manage); null: nobody of ours, as with a call that was given up.' }))), timing: Type.Optional(Timing), review: Type.Optional(Review),
}, { additionalProperties: false })
export type NewRecord = Static<typeof NewRecord>

export const recordInteraction = route({ method: 'POST', path: '/interactions', permission: 'ticket.answer', tag: 'interactions', summary: 'Record a contact by hand: a call, a visit', body: NewRecord, response: Interaction, status: 201 })
