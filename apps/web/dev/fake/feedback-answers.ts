// Answers and quotes of the invented server: filtered, tagged, taken out of the numbers, as the contracts say.
import * as routes from '@kontuar/contracts'
import type { Quote, SurveyAnswer } from '@kontuar/contracts'
import { otherOption, textIn, type Question } from '@kontuar/survey'
import type { FastifyInstance } from 'fastify'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { askedSurveys, makeAnswers } from './feedback-data.ts'
import { ago } from './people.ts'
import { paged } from './tickets.ts'

type Query = Partial<Record<string, string | number>>
const dimensions = ['location', 'team', 'staff', 'queue', 'touchpoint'] as const

export function fits(answer: SurveyAnswer, query: Query): boolean {
  const same = (wanted: unknown, has: string | null | undefined) => wanted === undefined || (wanted === 'none' ? has === null || has === undefined : wanted === has)
  const value = query['question'] === undefined ? undefined : answer.values[query['question']]
  const day = answer.at.slice(0, 10)
  return dimensions.every((name) => same(query[`${name}Id`], answer[name]?.id)) && same(query['customerId'], answer.customer?.id) && same(query['ticketId'], answer.ticket?.id) && same(query['channel'], answer.channel)
    && (['surveyId', 'road', 'tone', 'language', 'state'] as const).every((name) => query[name] === undefined || query[name] === answer[name])
    && (query['from'] === undefined || day >= String(query['from'])) && (query['until'] === undefined || day <= String(query['until']))
    && (query['tagId'] === undefined || answer.tagIds.includes(String(query['tagId']))) && (query['commented'] === undefined || (answer.comment !== null) === (query['commented'] === 'true'))
    && (query['q'] === undefined || (answer.comment ?? '').toLowerCase().includes(String(query['q']).toLowerCase()))
    && (query['question'] === undefined || (value !== undefined && (query['value'] === undefined || String(query['value']).startsWith('~') || (Array.isArray(value) ? value.includes(String(query['value'])) : String(value) === String(query['value'])))))
    && (query['solved'] === undefined || (query['solved'] === 'solved' ? answer.ticketResult === 'solved' : query['solved'] === 'unknown' ? answer.ticket !== null && answer.ticketResult === null : answer.ticketResult !== null && answer.ticketResult !== 'solved'))
    && (answer.invalid !== null) === (query['invalid'] === 'true')
}

function inWords(question: Question, value: unknown, language: string): string | null {
  if (value === undefined) return null
  const label = (id: unknown) => (id === otherOption ? textIn({ pl: 'Inne', ru: 'Другое', en: 'Other' }, language, 'en') : textIn(question.options?.find((each) => each.id === id)?.label, language, 'pl') || String(id))
  if (typeof value === 'boolean') return textIn(value ? { pl: 'Zgoda', ru: 'Согласие', en: 'Agreed' } : { pl: 'Brak zgody', ru: 'Без согласия', en: 'Not agreed' }, language, 'en')
  return Array.isArray(value) ? value.map(label).join('; ') : question.type === 'single' ? label(value) : String(value)
}

const bare = (answer: SurveyAnswer): SurveyAnswer => (answer.anonymous ? { ...answer, customer: null, ticket: null, staff: null, team: null, queue: null, location: null, touchpoint: null, channel: null } : answer)

export function answerAnswers(on: ReturnType<typeof createAnswer>, scenario: Scenario, app: FastifyInstance, tell: (name: string, ids: Record<string, string>) => void): SurveyAnswer[] {
  const answers = scenario.empty ? [] : makeAnswers()
  const find = (id: string) => {
    const found = answers.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such answer.')
    return found
  }
  const inFull = (answer: SurveyAnswer) => ({
    ...bare(answer),
    questions: askedSurveys.find(({ surveyId }) => surveyId === answer.surveyId)!.definition.questions.map((question) => ({ id: question.id, type: question.type, title: textIn(question.title, scenario.locale, 'pl').replace(/\{\{organization\.name\|([^}]*)\}\}/g, '$1'), text: inWords(question, answer.values[question.id], scenario.locale) })),
  })
  on(routes.listAnswers, ({ query }) => paged(answers.filter((answer) => fits(answer, query) && (query.surveyId !== undefined || !answer.anonymous)).map(bare), query))
  on(routes.getAnswer, ({ params }) => inFull(find(params.id)))
  on(routes.changeAnswer, ({ params, body }) => {
    const answer = find(params.id)
    if (body.tagIds) answer.tagIds = body.tagIds
    if (body.invalid !== undefined) answer.invalid = body.invalid && { at: ago(0), reason: body.invalid.reason }
    return inFull(answer)
  })
  const quoteOf = (id: string, answer: SurveyAnswer, text: string, signed: string): Quote => ({ id, answerId: answer.id, surveyId: answer.surveyId, surveyName: answer.surveyName, text, signed, tone: answer.tone, at: answer.at, createdAt: ago(30), createdBy: 'Anna Wiśniewska' })
  const quotes: Quote[] = answers.filter(({ comment, tone, customer }) => comment !== null && comment.length > 20 && tone === 'high' && customer !== null).slice(0, 5).map((answer, index) => quoteOf(`u${index}`, answer, answer.comment!, index === 3 ? '' : answer.customer!.name.split(' ')[0]!))
  on(routes.listQuotes, ({ query }) => paged(quotes.filter(({ answerId, surveyId }) => (query.answerId ?? answerId) === answerId && (query.surveyId ?? surveyId) === surveyId), query))
  on(routes.createQuote, ({ params, body }) => {
    const answer = find(params.id)
    if (!(answer.comment ?? '').replace(/\s+/g, ' ').includes(body.text)) throw new Refusal('invalid-input', 'A quote is word for word.', { text: 'is not in the comment' })
    const made = quoteOf(`u${quotes.length + 10}`, answer, body.text, body.signed ?? '')
    quotes.unshift(made)
    return made
  })
  on(routes.deleteQuote, ({ params }) => {
    quotes.splice(quotes.findIndex(({ id }) => id === params.id), 1)
    return { ok: true as const }
  })
  app.get('/api/v1/answers.csv', (_, reply) => reply.type('text/csv').header('content-disposition', 'attachment').send('id,score\n'))
  // Only here: lets a person or a test have an answer arrive.
  app.post('/fake/answer', () => {
    const [one] = answers
    if (!one) return { ok: false }
    const made = { ...one, id: `an${answers.length}`, at: ago(0), comment: 'Przed chwilą.' }
    answers.unshift(made)
    tell('feedback.answerTaken', { answerId: made.id, surveyId: made.surveyId })
    return made
  })
  return answers
}
