// What a text says: language, sentiment, topic; always with its confidence, and correctable with one click.
import { Type, type Static } from 'typebox'
import { Id, Instant, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const
export const Sentiment = oneOf('negative', 'neutral', 'positive')
export type Sentiment = Static<typeof Sentiment>
export const Reading = Type.Object({
  id: Id, subject: oneOf('interaction', 'answer'), language: nullable(Type.String()), sentiment: nullable(Sentiment), confidence: nullable(Type.Number({ description: '0 to 1, calibrated.' })), certain: Type.Boolean({ description: 'Sure enough to be shown without a question mark.' }),
  sentences: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer(), sentiment: Sentiment, confidence: Type.Number() }, { description: 'Places in the text, in UTF-16 units.' })),
  topic: nullable(Type.Object({ reasonId: Id, name: Type.String(), confidence: nullable(Type.Number()) })), by: oneOf('classifier', 'endpoint', 'person'), readAt: Instant,
})
export type Reading = Static<typeof Reading>
/** Optional: an endpoint of the organization's own that speaks the OpenAI chat interface. Without it nothing leaves the machine. */
export const ReadingSettings = Type.Object({
  on: Type.Boolean(), endpoint: nullable(Type.Object({ url: Type.String({ maxLength: 500 }), model: Type.String({ maxLength: 100 }), secretSet: Type.Boolean(), state: nullable(Type.Object({ ok: Type.Boolean(), detail: Type.String({ description: 'Why it failed; empty when it did not.' }), at: Instant }, { description: 'How it answered last. While it fails our own classifier reads.' })) })), topics: Type.Boolean(),
  learned: Type.Object({ corrections: Type.Integer(), topicExamples: Type.Integer(), at: nullable(Instant) }),
})
export type ReadingSettings = Static<typeof ReadingSettings>

const tag = 'readings'
export const listReadings = route({ method: 'GET', path: '/readings', permission: 'ticket.read', tag, summary: 'Readings of the texts of a ticket, or of some entries', query: Type.Object({ ticketId: Type.Optional(Id), interactionId: Type.Optional(Type.String({ maxLength: 7000, description: 'Up to 100, by commas.' })), answerId: Type.Optional(Type.String({ maxLength: 7000 })) }), response: page(Reading) })
export const correctReading = route({ method: 'PATCH', path: '/readings/:id', permission: 'ticket.change', tag, summary: 'Say what it really is; the classifier learns', params: Type.Object({ id: Id }), body: Type.Object({ sentiment: Type.Optional(nullable(Sentiment)), topicId: Type.Optional(nullable(Id)) }, { ...closed, minProperties: 1 }), response: Reading })
export const tryReading = route({ method: 'POST', path: '/readings/try', permission: 'insight.read', tag, summary: 'Read a text that is not stored', body: Type.Object({ text: Type.String({ maxLength: 100_000 }), language: Type.Optional(nullable(Type.String({ maxLength: 10 }))) }, closed), response: Type.Omit(Reading, ['id', 'subject', 'by', 'readAt']), status: 200 })
export const getReadingSettings = route({ method: 'GET', path: '/reading-settings', permission: 'insight.read', tag, summary: 'How texts are read', response: ReadingSettings })
export const changeReadingSettings = route({ method: 'PUT', path: '/reading-settings', permission: 'insight.manage', tag, summary: 'Change how texts are read', body: Type.Object({ on: Type.Boolean(), topics: Type.Boolean(), endpoint: nullable(Type.Object({ url: Type.String({ maxLength: 500 }), model: Type.String({ minLength: 1, maxLength: 100 }), secret: Type.Optional(Type.String({ maxLength: 500, description: 'Absent: as before.' })) }, closed)) }, closed), response: ReadingSettings })
