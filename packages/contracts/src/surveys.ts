// Surveys: what is asked. The definition is the format of packages/survey, checked by the server question by question, so that the
// answer can say which one is wrong and why.
import type { SurveyDefinition as Definition } from '@kontuar/survey'
import { Type, type Static } from 'typebox'
import { ById, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'

export const SurveyDefinition = Type.Unsafe<Definition>({ type: 'object', additionalProperties: true, description: 'Questions, languages, thanks: the format of packages/survey (README there).' })
export const SurveyState = oneOf('draft', 'active', 'paused', 'ended')
export const Metric = oneOf('nps', 'csat', 'ces')
export const Tone = oneOf('low', 'middle', 'high')
export const Road = oneOf('email', 'sms', 'link', 'qr', 'kiosk', 'website', 'embedded', 'api', 'agent', 'import')
export type Road = Static<typeof Road>

export const SurveyProblem = Type.Object({ path: Type.Array(Type.Union([Type.String(), Type.Integer()])), code: Type.String(), sentence: Type.String() })
export const SurveyMeasure = Type.Object({
  seconds: Type.Integer({ description: 'How long it takes to answer, about.' }),
  score: Type.Integer({ minimum: 0, maximum: 100, description: 'Of length and clarity together; 100 is best.' }),
  length: Type.Integer(), clarity: Type.Integer(),
  hints: Type.Array(Type.Object({ code: Type.String(), questionId: nullable(Type.String()), detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])) })),
})
const looks = {
  name: Type.String({ minLength: 1, maxLength: 200 }), anonymous: Type.Boolean({ description: 'No answer keeps a link to its person. Cannot be taken back once it has answers.' }),
  startsAt: nullable(Instant), endsAt: nullable(Instant), quota: nullable(Type.Integer({ minimum: 1, maximum: 10_000_000 })), mailboxId: nullable(Id),
}
export const Survey = Type.Object({
  id: Id, ...looks, template: nullable(Type.String()), state: SurveyState, version: Type.Integer({ description: 'The newest published one; 0: none yet.' }),
  draft: SurveyDefinition, changed: Type.Boolean({ description: 'The draft differs from the published version.' }),
  metric: nullable(Metric), questions: Type.Integer(), languages: Type.Array(Type.String()),
  answers: Type.Integer({ description: 'Counted ones: confirmed, not taken back.' }), lastAnswerAt: nullable(Instant),
  problems: Type.Array(SurveyProblem, { description: 'What keeps the draft from being published.' }), measure: SurveyMeasure,
  retired: Type.Boolean(), createdAt: Instant, updatedAt: Instant,
})
export type Survey = Static<typeof Survey>
const closed = { additionalProperties: false } as const
const wishes = { anonymous: Type.Optional(looks.anonymous), startsAt: Type.Optional(looks.startsAt), endsAt: Type.Optional(looks.endsAt), quota: Type.Optional(looks.quota), mailboxId: Type.Optional(looks.mailboxId) }
export const NewSurvey = Type.Object({ name: Type.Optional(looks.name), template: Type.Optional(Type.String({ maxLength: 60 })), copyOf: Type.Optional(Id), draft: Type.Optional(SurveyDefinition), ...wishes }, { ...closed, description: 'From a ready-made one, as a copy, or from a definition of one’s own; with none of them: empty.' })
export const SurveyPatch = Type.Object({ name: Type.Optional(looks.name), draft: Type.Optional(SurveyDefinition), updatedAt: Type.Optional(Instant), ...wishes, retired: Type.Optional(Type.Boolean()) }, { ...closed, minProperties: 1, description: '`updatedAt` as read refuses a change over somebody else’s (`conflict`).' })
export const SurveyVersion = Type.Object({ version: Type.Integer(), definition: SurveyDefinition, publishedAt: Instant, publishedBy: nullable(Type.String()) })
export const SurveyTemplate = Type.Object({ key: Type.String(), name: Type.String(), purpose: Type.String(), metric: nullable(Metric), trigger: nullable(Type.String()), definition: SurveyDefinition, seconds: Type.Integer() })

const tag = 'surveys'
export const listSurveys = route({ method: 'GET', path: '/surveys', permission: 'feedback.read', tag, summary: 'List surveys', query: Type.Object({ ...PageQuery, state: Type.Optional(SurveyState), retired: Type.Optional(oneOf('true', 'false')) }), response: page(Survey) })
export const getSurvey = route({ method: 'GET', path: '/surveys/:id', permission: 'feedback.read', tag, summary: 'One survey', params: ById, response: Survey })
export const createSurvey = route({ method: 'POST', path: '/surveys', permission: 'feedback.manage', tag, summary: 'Begin a survey', body: NewSurvey, response: Survey, status: 201 })
export const changeSurvey = route({ method: 'PATCH', path: '/surveys/:id', permission: 'feedback.manage', tag, summary: 'Change name, schedule or draft', params: ById, body: SurveyPatch, response: Survey })
export const publishSurvey = route({ method: 'POST', path: '/surveys/:id/publish', permission: 'feedback.manage', tag, summary: 'Make the draft the version that is asked from now on', params: ById, response: Survey })
export const moveSurvey = route({ method: 'POST', path: '/surveys/:id/state', permission: 'feedback.manage', tag, summary: 'Pause, go on, end', params: ById, body: Type.Object({ state: oneOf('active', 'paused', 'ended') }, closed), response: Survey })
export const listSurveyVersions = route({ method: 'GET', path: '/surveys/:id/versions', permission: 'feedback.read', tag, summary: 'What was published when', params: ById, response: page(SurveyVersion) })
export const listSurveyTemplates = route({ method: 'GET', path: '/survey-templates', permission: 'feedback.read', tag, summary: 'Ready-made surveys in the language of the reader', query: Type.Object({ language: Type.Optional(Type.String({ maxLength: 10 })) }), response: page(SurveyTemplate) })
export const checkSurvey = route({ method: 'POST', path: '/surveys/check', permission: 'feedback.read', tag, summary: 'What is wrong with a definition, and how it measures', body: Type.Object({ definition: SurveyDefinition }, closed), response: Type.Object({ problems: Type.Array(SurveyProblem), measure: SurveyMeasure }) })
export const previewSurvey = route({ method: 'POST', path: '/surveys/preview', permission: 'feedback.read', tag, summary: 'The page as a customer would see it, as HTML', body: Type.Object({ definition: SurveyDefinition, language: Type.String({ maxLength: 10 }), values: Type.Optional(Type.Record(Type.String(), Type.Unknown())), page: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })), part: Type.Optional(oneOf('page', 'mail', 'thanks')) }, closed), response: Type.Object({ html: Type.String(), pages: Type.Integer() }) })
