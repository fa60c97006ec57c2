// Answers: what was said, joined to what had been done.
import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'
import { Metric, Road, SurveyDefinition, Tone } from './surveys.ts'

const closed = { additionalProperties: false } as const
const Named = nullable(Type.Object({ id: Id, name: Type.String() }))
export const AnswerValue = Type.Union([Type.Number(), Type.String(), Type.Boolean(), Type.Array(Type.String()), Type.Record(Type.String(), Type.Unknown())])
export const SurveyAnswer = Type.Object({
  id: Id, surveyId: Id, surveyName: Type.String(), version: Type.Integer(), road: Road, state: oneOf('partial', 'finished'), anonymous: Type.Boolean(),
  at: Instant, finishedAt: nullable(Instant), language: Type.String(),
  metric: nullable(Metric), score: nullable(Type.Integer()), scale: nullable(Type.Object({ min: Type.Integer(), max: Type.Integer() })), tone: nullable(Tone),
  comment: nullable(Type.String()), values: Type.Record(Type.String(), AnswerValue, { description: 'By question id; option ids stay the same in every language and version.' }),
  customer: Named, ticket: nullable(Type.Object({ id: Id, number: Type.Integer(), subject: Type.String() })), interactionId: nullable(Type.String({ description: 'Its own entry of the diary.' })), sourceInteractionId: nullable(Id),
  staff: Named, team: Named, queue: Named, location: Named, touchpoint: Named, reasonId: nullable(Id), channel: nullable(Type.String()), ticketResult: nullable(Type.String({ description: 'What we had recorded as the result by then.' })),
  place: Type.String(), kiosk: Named, tagIds: Type.Array(Id), imported: Type.Boolean(),
  invalid: nullable(Type.Object({ at: Instant, reason: Type.String() })),
})
export type SurveyAnswer = Static<typeof SurveyAnswer>
export const AnswerQuestion = Type.Object({ id: Type.String(), type: Type.String(), title: Type.String(), text: nullable(Type.String({ description: 'What was answered, in words.' })) })
export const SurveyAnswerInFull = Type.Object({ ...SurveyAnswer.properties, questions: Type.Array(AnswerQuestion, { description: 'As the version seen asked them, in the language of the reader where there is one.' }) })
export const AnswerFilters = {
  surveyId: Type.Optional(Id), customerId: Type.Optional(Id), ticketId: Type.Optional(Id), locationId: Type.Optional(Id), teamId: Type.Optional(Id), staffId: Type.Optional(Id), queueId: Type.Optional(Id), touchpointId: Type.Optional(Id),
  channel: Type.Optional(Type.String({ maxLength: 40 })), road: Type.Optional(Road), tone: Type.Optional(Tone), tagId: Type.Optional(Id), language: Type.Optional(Type.String({ maxLength: 10 })), state: Type.Optional(oneOf('partial', 'finished')),
  from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'First day, in the organization’s zone.' })), until: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Last day, included.' })),
  commented: Type.Optional(oneOf('true', 'false')), q: Type.Optional(Type.String({ maxLength: 200, description: 'Words of the comments.' })),
  question: Type.Optional(Type.String({ maxLength: 64, description: 'With `value`: answers that chose it.' })), value: Type.Optional(Type.String({ maxLength: 200 })),
  solved: Type.Optional(oneOf('solved', 'not-solved', 'unknown')),
  invalid: Type.Optional(oneOf('true', 'false')),
}
export const AnswerQuery = Type.Object({ ...PageQuery, sort: Type.Optional(oneOf('at', '-at')), ...AnswerFilters })
// Any JSON: what does not fit is told by its question, which a schema cannot.
const GivenValues = Type.Record(Type.String({ maxLength: 80 }), Type.Unknown(), { description: 'By question id: a point of the scale, the id of an option or a list of ids, an option for each row, a text, or whether a consent is given. Null is no answer.' })
/** From a program, or by the agent on the phone. The same `key` is one answer however often it is sent. */
export const NewSurveyAnswer = Type.Object({
  surveyId: Id, version: Type.Optional(Type.Integer({ minimum: 1 })), values: GivenValues, language: Type.Optional(Type.String({ maxLength: 10 })), finished: Type.Optional(Type.Boolean()),
  key: Type.Optional(Type.String({ minLength: 8, maxLength: 200 })), at: Type.Optional(Instant), road: Type.Optional(oneOf('api', 'agent')),
  customerId: Type.Optional(Id), ticketId: Type.Optional(Id), interactionId: Type.Optional(Id), locationId: Type.Optional(nullable(Id)), staffId: Type.Optional(nullable(Id)), place: Type.Optional(Type.String({ maxLength: 100 })),
}, closed)
export type NewSurveyAnswer = Static<typeof NewSurveyAnswer>
/** What an agent may ask on the phone or send from a ticket: surveys that ask now, in the version asked. */
export const SurveyToAsk = Type.Object({ id: Id, name: Type.String(), version: Type.Integer(), anonymous: Type.Boolean(), definition: SurveyDefinition })
export type SurveyToAsk = Static<typeof SurveyToAsk>
export const AgentAnswer = Type.Object({ surveyId: Id, values: GivenValues, language: Type.Optional(Type.String({ maxLength: 10 })), interactionId: Type.Optional(Id), key: Type.Optional(Type.String({ minLength: 8, maxLength: 200 })) }, closed)
export const SurveyAnswerPatch = Type.Object({ tagIds: Type.Optional(Type.Array(Id, { maxItems: 50 })), invalid: Type.Optional(nullable(Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, closed))) }, { ...closed, minProperties: 1 })
export const Quote = Type.Object({ id: Id, answerId: Id, surveyId: Id, surveyName: Type.String(), text: Type.String(), signed: Type.String(), tone: nullable(Tone), at: Instant, createdAt: Instant, createdBy: nullable(Type.String()) })
export type Quote = Static<typeof Quote>
export const NewQuote = Type.Object({ text: Type.String({ minLength: 1, maxLength: 1000, description: 'A stretch of the comment, word for word.' }), signed: Type.Optional(Type.String({ maxLength: 100 })) }, closed)

const tag = 'answers'
export const listAnswers = route({ method: 'GET', path: '/answers', permission: 'feedback.read', tag, summary: 'Answers, newest first', query: AnswerQuery, response: page(SurveyAnswer) })
export const exportAnswers = route({ method: 'GET', path: '/answers.csv', permission: 'feedback.read', tag, summary: 'The same as CSV, one row an answer, one column a question', query: Type.Object({ ...AnswerFilters, language: Type.Optional(Type.String({ maxLength: 10 })) }) })
export const getAnswer = route({ method: 'GET', path: '/answers/:id', permission: 'feedback.read', tag, summary: 'One answer with its questions', params: ById, response: SurveyAnswerInFull })
export const createAnswer = route({ method: 'POST', path: '/answers', permission: 'feedback.manage', tag, summary: 'Take an answer from a program', body: NewSurveyAnswer, response: SurveyAnswerInFull, status: 201 })
export const listSurveysToAsk = route({ method: 'GET', path: '/surveys-to-ask', permission: 'ticket.answer', tag, summary: 'Surveys that ask now, to be sent from a ticket or asked on the phone', response: page(SurveyToAsk) })
export const answerForTicket = route({ method: 'POST', path: '/tickets/:id/answers', permission: 'ticket.answer', tag, summary: 'Write down what the customer answers on the phone', params: ById, body: AgentAnswer, response: Type.Object({ id: Id }), status: 201 })
export const changeAnswer = route({ method: 'PATCH', path: '/answers/:id', permission: 'feedback.manage', tag, summary: 'Tag it, or take it out of the numbers with a reason', params: ById, body: SurveyAnswerPatch, response: SurveyAnswerInFull })
export const getAnswerFile = route({ method: 'GET', path: '/answers/:id/files/:question', permission: 'feedback.read', tag, summary: 'The file given with an answer', params: Type.Object({ id: Id, question: Type.String({ maxLength: 64 }) }) })
export const listQuotes = route({ method: 'GET', path: '/quotes', permission: 'feedback.read', tag, summary: 'Sentences of customers to show others', query: Type.Object({ ...PageQuery, surveyId: Type.Optional(Id), answerId: Type.Optional(Id) }), response: page(Quote) })
export const createQuote = route({ method: 'POST', path: '/answers/:id/quotes', permission: 'feedback.manage', tag, summary: 'Keep a sentence of the comment as a quote', params: ById, body: NewQuote, response: Quote, status: 201 })
export const deleteQuote = route({ method: 'DELETE', path: '/quotes/:id', permission: 'feedback.manage', tag, summary: 'Take a quote back', params: ById, response: Done })
