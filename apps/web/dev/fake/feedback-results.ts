// Results of the invented server, counted from its own answers by the real formulas, so that every number opens just its rows.
import * as routes from '@kontuar/contracts'
import type { Figure, SurveyAnswer } from '@kontuar/contracts'
import { customerSatisfaction, differenceOfShares, netPromoterScore, npsChange, promoterCounts, responseRate, wilson, type SatisfactionPoints } from '@kontuar/statistics'
import { metricOf, otherOption, primaryQuestion, scaleOf, textIn, type Question } from '@kontuar/survey'
import type { Scenario, createAnswer } from './answer.ts'
import { fits } from './feedback-answers.ts'
import { askedSurveys } from './feedback-data.ts'

const shownFrom = 5
const day = 86_400_000
const before = (on: string, days: number) => new Date(Date.parse(on) - days * day).toISOString().slice(0, 10)

function figureOf(question: Question, answers: readonly SurveyAnswer[]): Figure | null {
  const metric = metricOf(question)
  const scale = scaleOf(question)
  if (metric === null || scale === null) return null
  const points: Record<number, number> = {}
  for (const { values } of answers) { const value = values[question.id]; if (typeof value === 'number') points[value] = (points[value] ?? 0) + 1 }
  const n = Object.values(points).reduce((sum, each) => sum + each, 0)
  const plain = { metric, n, shownFrom, method: metric === 'nps' ? 'adjusted-wald' as const : 'wilson' as const, mean: null, meanInterval: null }
  if (n < shownFrom) return { ...plain, value: null, interval: null, shown: false, parts: {} }
  if (metric === 'nps') {
    const counts = promoterCounts(points)
    const { score, low, high } = netPromoterScore(counts)!
    return { ...plain, value: score, interval: { low, high }, shown: true, parts: { ...counts } }
  }
  const { share, low, high, satisfied } = customerSatisfaction(points, scale.max as SatisfactionPoints)!
  return { ...plain, value: share, interval: { low, high }, shown: true, mean: Object.entries(points).reduce((sum, [value, count]) => sum + Number(value) * count, 0) / n, parts: { satisfied, rest: n - satisfied } }
}

export function answerResults(on: ReturnType<typeof createAnswer>, scenario: Scenario, answers: readonly SurveyAnswer[]): void {
  const language = scenario.locale
  const survey = (id: string) => askedSurveys.find(({ surveyId }) => surveyId === id) ?? { surveyId: id, definition: { questions: [] as Question[] } as unknown as (typeof askedSurveys)[number]['definition'], touchpoint: null }
  const of = (id: string, query: Record<string, unknown>) => answers.filter((answer) => fits(answer, { ...query, surveyId: id } as never))
  const shares = (values: readonly (readonly [string, string, number])[], n: number) => values.map(([value, label, count]) => {
    const share = wilson(Math.min(count, n), n)
    return { value, label, n: count, share: share?.share ?? null, interval: share && { low: share.low, high: share.high } }
  })
  const questionResult = (question: Question, some: readonly SurveyAnswer[]) => {
    const given = some.flatMap(({ values }) => (values[question.id] === undefined ? [] : [values[question.id]!]))
    const scale = scaleOf(question)
    const options: [string, string][] = scale ? Array.from({ length: scale.max - scale.min + 1 }, (_, index) => [String(scale.min + index), String(scale.min + index)])
      : question.type === 'consent' ? [['true', { pl: 'Zgoda', ru: 'Согласие', en: 'Agreed' }[language]], ['false', { pl: 'Brak zgody', ru: 'Без согласия', en: 'Not agreed' }[language]]]
      : question.type === 'text' ? [['~text', 'Napisano']]
      : [...(question.options ?? []).map(({ id, label }): [string, string] => [id, textIn(label, language, 'pl')]), ...(question.other ? [[otherOption, { pl: 'Inne', ru: 'Другое', en: 'Other' }[language]] as [string, string]] : [])]
    const count = (value: string) => given.filter((each) => value === '~text' || (Array.isArray(each) ? each.includes(value) : String(each) === value)).length
    const figure = figureOf(question, some)
    return { id: question.id, type: question.type as string, title: textIn(question.title, language, 'pl').replace(/\{\{organization\.name\|([^}]*)\}\}/g, '$1'), n: given.length, figure, mean: figure?.mean ?? null, distribution: shares(options.map(([value, label]) => [value, label, count(value)]), given.length), rows: null as routes.QuestionResult['rows'], hidden: false }
  }
  /** What an earlier version asked besides. */
  const matrix = (n: number): routes.QuestionResult => {
    const columns = [['bad', { pl: 'Źle', ru: 'Плохо', en: 'Bad' }[language]], ['fair', { pl: 'Średnio', ru: 'Средне', en: 'Fair' }[language]], ['good', { pl: 'Dobrze', ru: 'Хорошо', en: 'Good' }[language]]] as const
    const rows = [['price', { pl: 'Cena', ru: 'Цена', en: 'Price' }[language], 0.3], ['people', { pl: 'Obsługa', ru: 'Обслуживание', en: 'Staff' }[language], 0.7], ['place', { pl: 'Wygląd salonu', ru: 'Вид салона', en: 'The place' }[language], 0.5]] as const
    return { id: 'matrix', type: 'matrix', title: { pl: 'Jak oceniają Państwo poszczególne rzeczy?', ru: 'Как вы оцениваете отдельные вещи?', en: 'How do you rate each of these?' }[language], n, figure: null, mean: null, distribution: [], hidden: false, rows: rows.map(([id, label, good]) => {
      const counts = [Math.round(n * (1 - good) * 0.4), Math.round(n * (1 - good) * 0.6)]
      return { id, label, n, distribution: shares(columns.map(([value, words], index) => [value, words, counts[index] ?? n - counts[0]! - counts[1]!]), n) }
    }) }
  }
  on(routes.getSurveyResults, ({ params, query }) => {
    const { definition } = survey(params.id)
    const some = of(params.id, query)
    const n = some.length
    const primary = primaryQuestion(definition)
    const figure = primary && figureOf(primary, some)
    const today = new Date().toISOString().slice(0, 10)
    const days = query.from === undefined ? null : Math.round((Date.parse(query.until ?? today) - Date.parse(query.from)) / day) + 1
    const earlier = days === null || primary === null ? null : figureOf(primary, of(params.id, { ...query, from: before(query.from!, days), until: before(query.from!, 1) }))
    const change = !figure?.shown || !earlier?.shown ? null : figure.metric === 'nps' ? npsChange(earlier.parts as never, figure.parts as never) : differenceOfShares({ successes: earlier.parts['satisfied']!, n: earlier.n }, { successes: figure.parts['satisfied']!, n: figure.n })
    const invited = (road: string) => road === 'email' || road === 'sms'
    const roads = [...new Set(some.map(({ road }) => road))].sort().map((road) => {
      const count = some.filter((each) => each.road === road).length
      const sent = invited(road) ? Math.round(count * 3.1) + 4 : 0
      const delivered = Math.round(sent * 0.96)
      return { road, sent, bounced: sent - delivered, delivered, opened: Math.round(count * 1.4), started: invited(road) ? count : 0, finished: some.filter((each) => each.road === road && each.state === 'finished').length, answers: count, unconfirmed: road === 'email' ? Math.round(count * 0.12) : 0, rate: sent === 0 ? null : responseRate(count, delivered) }
    })
    const sum = (name: 'sent' | 'delivered' | 'opened' | 'started' | 'finished') => roads.filter(({ sent }) => sent > 0).reduce((total, road) => total + road[name], 0)
    const suppressions: Record<string, number> = sum('sent') === 0 ? {} : { 'rest-period': Math.round(n * 0.5), 'opted-out': Math.round(n * 0.05), 'no-address': Math.round(n * 0.09), 'open-complaint': Math.round(n * 0.02) }
    const suppressed = Object.values(suppressions).reduce((total, each) => total + each, 0)
    const partial = some.filter(({ state }) => state === 'partial')
    return {
      surveyId: params.id, from: query.from ?? null, until: query.until ?? null, n, partial: partial.length, figure, before: change && { figure: earlier!, change: change.difference, interval: { low: change.low, high: change.high }, real: change.real },
      questions: [...definition.questions.map((question) => questionResult(question, some)), ...(params.id === 'v2' && n > 0 ? [matrix(n)] : [])], roads,
      funnel: [{ step: 'planned' as const, n: sum('sent') + suppressed }, { step: 'suppressed' as const, n: suppressed }, { step: 'invited' as const, n: sum('sent') }, { step: 'delivered' as const, n: sum('delivered') }, { step: 'opened' as const, n: sum('opened') }, { step: 'started' as const, n: sum('started') }, { step: 'finished' as const, n: sum('finished') }],
      dropOut: partial.length === 0 ? [] : [{ questionId: primary!.id, title: textIn(primary!.title, language, 'pl').replace(/\{\{organization\.name\|([^}]*)\}\}/g, '$1'), stopped: partial.length }],
      suppressions, hidden: false, at: new Date().toISOString(),
    }
  })
  on(routes.getSurveyBreakdown, ({ params, query: { by = 'location', ...query } }) => {
    const primary = primaryQuestion(survey(params.id).definition)
    const member = (answer: SurveyAnswer) => (by === 'version' ? String(answer.version) : by === 'channel' || by === 'road' || by === 'language' ? answer[by] : (answer[by]?.id ?? null))
    const nameOf = (answer: SurveyAnswer) => (by === 'version' || by === 'channel' || by === 'road' || by === 'language' ? (member(answer) ?? '') : (answer[by]?.name ?? ''))
    const groups = Map.groupBy(of(params.id, query), member)
    const rows = [...groups].map(([id, some]) => ({ id, name: nameOf(some[0]!), n: some.length, figure: primary && figureOf(primary, some) })).sort((one, other) => other.n - one.n)
    return { by, rows: rows.map((row) => (params.id === 'v5' && row.n < 26 ? { ...row, n: null, figure: null } : row)) }
  })
  on(routes.getSurveyTrend, ({ params, query: { step: wanted, ...query } }) => {
    const primary = primaryQuestion(survey(params.id).definition)
    const some = of(params.id, query)
    const first = query.from ?? some.at(-1)?.at.slice(0, 10)
    const last = query.until ?? new Date().toISOString().slice(0, 10)
    if (first === undefined) return { step: wanted ?? 'day', points: [] }
    const length = (Date.parse(last) - Date.parse(first)) / day
    const step = wanted ?? (length > 366 ? 'month' : length > 45 ? 'week' : 'day')
    const points: { from: string; until: string; n: number; figure: Figure | null }[] = []
    for (let from = first; from <= last;) {
      const date = new Date(from)
      const until = step === 'day' ? from : step === 'week' ? before(from, -((7 - date.getUTCDay()) % 7)) : new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).toISOString().slice(0, 10)
      const end = until > last ? last : until
      const here = some.filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= end)
      points.push({ from, until: end, n: here.length, figure: primary && figureOf(primary, here) })
      from = before(end, -1)
    }
    return { step, points }
  })
  on(routes.getSolvedAgainstSaid, ({ params, query }) => {
    const some = of(params.id, query).filter(({ ticket, tone, anonymous }) => ticket !== null && tone !== null && !anonymous)
    const rows = [...Map.groupBy(some, ({ ticketResult }) => ticketResult)].map(([result, here]) => {
      const count = (tone: string) => here.filter((each) => each.tone === tone).length
      return { result, high: count('high'), middle: count('middle'), low: count('low'), n: here.length }
    }).sort((one, other) => other.n - one.n)
    const solved = rows.find(({ result }) => result === 'solved')
    return { rows, solvedButLow: solved?.low ?? 0, solved: solved?.n ?? 0, share: wilson(solved?.low ?? 0, solved?.n ?? 0) }
  })
}
