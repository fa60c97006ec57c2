// A contact recorded by hand.
import { Type, type Static } from 'typebox'
import { Review, Timing } from './interaction-times.ts'
import { Interaction } from './interactions.ts'
import { Id, Instant, nullable, oneOf } from './shapes.ts'
import { route } from './route.ts'

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
