// Guards the advice of the builder, and holds the ready-made surveys to it.
import { describe, expect, test } from 'vitest'
import { checkDefinition } from '../check-definition.ts'
import type { Question, SurveyDefinition, Values } from '../definition.ts'
import { pagesOf } from '../pages.ts'
import { primaryQuestion } from '../scales.ts'
import { survey } from '../survey.fixture.ts'
import { surveyTemplates } from '../templates/index.ts'
import { measureSurvey } from './measure-survey.ts'

const asking = (language: string, ...questions: Partial<Question>[]): SurveyDefinition => ({ ...survey, languages: [language], defaultLanguage: language, whatNext: { [language]: 'x' }, questions: questions.map((q, i) => ({ id: `q${i}`, type: 'csat', title: { [language]: 'Title' }, ...q })) })
const codes = (language: string, ...questions: Partial<Question>[]) => measureSurvey(asking(language, ...questions), language).hints.map((h) => h.code)
const why: Partial<Question> = { type: 'text' }
const options = (n: number, language = 'en') => Array.from({ length: n }, (_, i) => ({ id: `o${i}`, label: { [language]: 'x' } }))

describe('a hint', () => {
  test.each<[string, string, string, boolean]>([
    ['double-question', 'en', 'How satisfied are you with price and quality?', true], ['double-question', 'en', 'How satisfied are you with the brand?', false], ['double-question', 'pl', 'Jak oceniają Państwo cenę oraz jakość?', true], ['double-question', 'pl', 'Jak oceniają Państwo wizytę?', false], ['double-question', 'ru', 'Как вы оцениваете цену и качество?', true], ['double-question', 'ru', 'Как вы оцениваете визит?', false],
    ['double-negation', 'en', 'Would you not say it was unhelpful?', true], ['double-negation', 'en', 'Was it not easy?', false], ['double-negation', 'pl', 'Czy nie było to nie do przyjęcia?', true], ['double-negation', 'ru', 'Вы не против, чтобы мы не звонили?', true],
    ['leading', 'en', 'How much did you like our excellent service?', true], ['leading', 'pl', 'Jak podobała się nasza znakomita obsługa?', true], ['leading', 'ru', 'Как вам наше прекрасное обслуживание?', true],
    ['absolute', 'en', 'Do we always answer in time?', true], ['absolute', 'pl', 'Czy obsługa jest zawsze miła?', true], ['absolute', 'pl', 'Co przede wszystkim poprawić?', false],
    ['jargon', 'en', 'How satisfied are you with this ticket?', true], ['jargon', 'pl', 'Jak oceniają Państwo nasze SLA?', true], ['jargon', 'ru', 'Как вы оцениваете работу с тикетом?', true], ['jargon', 'pl', 'Jak oceniają Państwo zgłoszenie?', false],
  ])('%s, in %s: "%s" (%s)', (code, language, title, found) => expect(codes(language, { title: { [language]: title } }, why).includes(code as never)).toBe(found))

  test.each<[string, Partial<Question>[]]>([
    ['long-title', [{ title: { en: 'word '.repeat(26) } }, why]], ['many-options', [{ type: 'single', options: options(8) }]], ['wide-matrix', [{ type: 'matrix', options: options(3), rows: options(6) }]], ['texts-in-a-row', [why, why]], ['required-text', [{ type: 'text', required: true }]], ['required-file', [{ type: 'file', required: true }]],
    ['score-late', [{ type: 'single', options: options(2) }, {}, why]], ['no-why', [{}]], ['crowded-page', [{}, {}, {}, {}, why]], ['long-survey', Array.from({ length: 20 }, () => why)],
  ])('%s', (code, questions) => {
    expect(codes('en', ...questions)).toContain(code)
  })

  test('of a missing translation names the languages, one of a foreign scale the language', () => {
    const half = { ...asking('pl', { title: { pl: 'x', en: '' } }, { ...why, title: { pl: 'x', en: 'y', ru: 'z' } }), languages: ['pl', 'en', 'ru'] }
    expect(measureSurvey(half, 'pl').hints).toContainEqual({ code: 'missing-translation', questionId: 'q0', detail: { languages: 'en, ru' } })
    expect(codes('fi', {}, why)).toContain('no-end-labels')
    expect(codes('fi', { endLabels: { low: { fi: 'Huono' }, high: { fi: 'Hyvä' } } }, why)).not.toContain('no-end-labels')
  })

  test('is not given for the standard question of NPS nor for the words of a consent', () => {
    expect(codes('en', { type: 'nps', title: { en: 'Would you recommend us to a friend or colleague?' } }, why, { type: 'consent', title: { en: 'I agree that you store and use my number, and never pass it on, without exception.' } })).toEqual([])
  })
})

test('more to read and to do takes longer and scores lower', () => {
  const short = measureSurvey(asking('en', {}, why), 'en')
  const long = measureSurvey(asking('en', ...Array.from({ length: 40 }, () => ({ ...why, title: { en: 'What do you think about the price and the quality of everything?' } }))), 'en')
  expect(short).toMatchObject({ score: 100, length: 100, clarity: 100 })
  expect(long.seconds).toBeGreaterThan(short.seconds * 10)
  expect(long.score).toBeLessThan(30)
  expect(measureSurvey({ ...survey, questions: [] }, 'pl')).toMatchObject({ seconds: 0, score: 0 })
})

describe.each(surveyTemplates.map((t) => [t.key, t] as const))('the ready-made survey %s', (_, { definition, name, purpose }) => {
  test('can be published, asks its score first and why, and says what happens next', () => {
    expect(checkDefinition(definition)).toEqual([])
    expect(primaryQuestion(definition)).toBe(definition.questions[0])
    for (const answers of [{}, { score: 1 }] as Values[]) for (const page of pagesOf(definition, answers)) expect(page.length).toBeLessThanOrEqual(3)
  })

  test.each(['pl', 'ru', 'en'])('is whole, short and clear in %s', (language) => {
    expect(measureSurvey(definition, language)).toMatchObject({ score: 100, hints: [] })
    expect(measureSurvey(definition, language).seconds).toBeLessThan(60)
    for (const texts of [name, purpose, definition.thanks, definition.whatNext, definition.title]) expect(texts[language]).toBeTruthy()
  })
})
