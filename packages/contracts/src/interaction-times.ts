// Of a contact recorded by hand or by an exchange: when what happened, and how many stars it has.
import { Type, type Static } from 'typebox'
import { Instant, oneOf } from './shapes.ts'

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
