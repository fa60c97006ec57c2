// An opened survey as the page that asks.
import type { FastifyRequest } from 'fastify'
import { filledWith, renderSurveyPage, renderThanks, type Filled, type Page, type QuestionProblem } from '@kontuar/pages'
import { measureSurvey, pickLanguage, type Language, type NextPage, type SurveyDefinition, type Values } from '@kontuar/survey'
import type { OpenedSurvey } from '../answering/index.ts'
import { addressWith, wishesOf } from './wishes.ts'

export interface Shown {
  /** `/s/<token>` */
  path: string
  opened: OpenedSurvey
  page: NextPage
  values: Values
  /** Ids of the questions on earlier pages. */
  shown: readonly string[]
  /** Of an open link: makes one submission of what is sent twice. Null: the invitation does. */
  key: string | null
  /** Where one says that one wants no more of this; null on open links. */
  doNotAskUrl: string | null
  /** What stands in the fields when it is not simply the values. */
  filled?: Filled
  problems?: readonly QuestionProblem[]
  waitSeconds?: number
}

export const languageOf = (request: FastifyRequest, opened: OpenedSurvey): Language =>
  pickLanguage(opened.definition, [wishesOf(request).lang, opened.language, request.headers['accept-language']])

export function showSurvey(request: FastifyRequest, given: Shown): Page {
  const { opened, page, path } = given
  const { definition, asker } = opened
  const language = languageOf(request, opened)
  const { embedded, clicked } = wishesOf(request)
  return renderSurveyPage({
    definition, language, look: asker.look, organization: asker.organization, facts: opened.facts, anonymous: opened.anonymous, embedded,
    questions: page.questions, index: page.index, remaining: page.remaining, filled: given.filled ?? filledWith(page.questions, given.values),
    ...(given.problems ? { problems: given.problems } : {}), ...(given.waitSeconds === undefined ? {} : { waitSeconds: given.waitSeconds }),
    action: addressWith(path, { lang: language, embedded }),
    hidden: { version: String(opened.version), shown: given.shown.join(','), ...(given.key === null ? {} : { key: given.key }) },
    seed: given.key ?? path, seconds: secondsOf(definition, language), because: given.doNotAskUrl === null ? null : 'interaction', doNotAskUrl: given.doNotAskUrl,
    languageUrls: definition.languages.map((each) => ({ language: each, url: addressWith(path, { lang: each, embedded }, clicked === null ? {} : { v: clicked }) })),
  })
}

export function showThanks(request: FastifyRequest, opened: OpenedSurvey, doNotAskUrl: string | null): Page {
  const { definition, asker, facts, anonymous } = opened
  return renderThanks({ definition, language: languageOf(request, opened), look: asker.look, organization: asker.organization, facts, anonymous, doNotAskUrl, embedded: wishesOf(request).embedded })
}

// A version never changes and is read as one object (surveys/versions.ts), so it is measured once.
const measured = new WeakMap<SurveyDefinition, Map<Language, number>>()

function secondsOf(definition: SurveyDefinition, language: Language): number {
  const known = measured.get(definition) ?? new Map<Language, number>()
  measured.set(definition, known)
  const seconds = known.get(language) ?? measureSurvey(definition, language).seconds
  known.set(language, seconds)
  return seconds
}
