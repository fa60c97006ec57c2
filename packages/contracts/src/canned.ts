// Canned answers, with variables filled in from the ticket.
import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const
const Texts = Type.Partial(Type.Object({ pl: Type.String({ maxLength: 100_000 }), ru: Type.String({ maxLength: 100_000 }), en: Type.String({ maxLength: 100_000 }) }, closed))
/** What a text may say as {{name}}. */
export const cannedVariables = ['customer.name', 'customer.firstName', 'ticket.number', 'ticket.subject', 'agent.name', 'agent.firstName', 'organization.name', 'queue.name', 'legal.lastDay'] as const
export const CannedAnswer = Type.Object({ id: Id, name: Type.String(), shortcut: nullable(Type.String()), texts: Texts, sharing: oneOf('private', 'shared'), ownerId: nullable(Id), queueId: nullable(Id), updatedAt: Instant })
export type CannedAnswer = Static<typeof CannedAnswer>
const wishes = { shortcut: Type.Optional(nullable(Type.String({ pattern: '^[\\p{L}\\p{N}_-]{1,30}$' }))), sharing: Type.Optional(oneOf('private', 'shared')), queueId: Type.Optional(nullable(Id)) }
export const NewCannedAnswer = Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), texts: Texts, ...wishes }, closed)
export const CannedAnswerPatch = Type.Object({ name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })), texts: Type.Optional(Texts), ...wishes }, { additionalProperties: false, minProperties: 1 })
/** Filled in for a ticket: the text in the customer's language, else the organization's, else the first there is. */
export const FilledAnswer = Type.Object({ html: Type.String(), language: oneOf('pl', 'ru', 'en'), unfilled: Type.Array(Type.String(), { description: 'Variables that this ticket cannot fill; they stand in the text as {{name}}.' }) })

const tag = 'canned answers'
export const listCannedAnswers = route({ method: 'GET', path: '/canned-answers', permission: 'ticket.read', tag, summary: 'My canned answers and the shared ones', response: page(CannedAnswer) })
export const createCannedAnswer = route({ method: 'POST', path: '/canned-answers', permission: 'ticket.answer', tag, summary: 'Save a canned answer (sharing needs view.share)', body: NewCannedAnswer, response: CannedAnswer, status: 201 })
export const changeCannedAnswer = route({ method: 'PATCH', path: '/canned-answers/:id', permission: 'ticket.answer', tag, summary: 'Change a canned answer (a shared one needs view.share)', params: ById, body: CannedAnswerPatch, response: CannedAnswer })
export const deleteCannedAnswer = route({ method: 'DELETE', path: '/canned-answers/:id', permission: 'ticket.answer', tag, summary: 'Remove a canned answer (a shared one needs view.share)', params: ById, response: Done })
export const fillCannedAnswer = route({ method: 'GET', path: '/canned-answers/:id/filled', permission: 'ticket.read', tag, summary: 'The text for a ticket; without one, a preview in which what only a ticket knows stays unfilled', params: ById, query: Type.Object({ ticketId: Type.Optional(Id) }), response: FilledAnswer })
