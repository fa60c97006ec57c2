// All numbers of a survey's screen, of one moment.
import type { Figure, SurveyResults } from '@kontuar/contracts'
import { responseRate } from '@kontuar/statistics'
import type { Tx } from '../../../platform/db/database.ts'
import { noMember } from '../counting/cells.ts'
import { changeOf } from './change-of-figure.ts'
import { figureOf, withoutValue, type Histogram } from './figure.ts'
import { hiddenQuestions, privateScope } from './private-scope.ts'
import { questionResult, readQuestions, hiddenQuestion, type AskedQuestions } from './questions.ts'
import { histogramOf, readSums, sumOf, type Sum } from './read-sums.ts'
import type { Scope, SurveyToRead } from './scope.ts'

const ours = ['~', '~step', '~last', '~answered', '~road']

export async function getResults(tx: Tx, survey: SurveyToRead, asked: Scope): Promise<SurveyResults> {
  const questions = await readQuestions(tx, survey)
  const { scope, hidden, nothing } = await privateScope(tx, survey.anonymous, asked)
  const sums = nothing ? [] : await readSums(tx, scope, [...ours, ...questions.questions.map((q) => q.id)])
  const answers = histogramOf(sums, '~')
  const answered = histogramOf(sums, '~answered')
  const few = hidden ? new Set(questions.questions.map((q) => q.id)) : survey.anonymous ? await hiddenQuestions(tx, scope, answered) : new Set<string>()
  const figure = figureFrom(questions, sums, few)
  const steps = histogramOf(sums, '~step')
  return {
    surveyId: survey.id, from: scope.from, until: scope.until, n: sumOf(answers), partial: answers.get('partial') ?? 0, figure,
    before: hidden ? null : changeOf(await figureBefore(tx, survey, questions, asked), figure),
    questions: questions.questions.map((q) => (few.has(q.id) ? hiddenQuestion(questions, q, answered.get(q.id) ?? 0) : questionResult(questions, q, histogramOf(sums, q.id), answered.get(q.id) ?? 0, survey.language, survey.anonymous ? 5 : 0))),
    roads: roadsOf(histogramOf(sums, '~road')), funnel: funnelOf(steps),
    dropOut: hidden ? [] : [...histogramOf(sums, '~last')].map(([questionId, stopped]) => ({ questionId, title: questions.title(questionId), stopped })).sort((a, b) => b.stopped - a.stopped),
    suppressions: Object.fromEntries([...steps].flatMap(([step, n]) => (step.startsWith('suppressed:') ? [[step.slice('suppressed:'.length), n]] : []))),
    hidden, at: new Date().toISOString(),
  }
}

export function figureFrom(asked: AskedQuestions, sums: readonly Sum[], few: ReadonlySet<string>, group?: string): Figure | null {
  const { primary } = asked
  const figure = primary === null ? null : figureOf(primary, histogramOf(sums, primary.id, group))
  return figure !== null && few.has(primary!.id) ? withoutValue(figure) : figure
}

/** The period of the same length before; null for one without a beginning. */
async function figureBefore(tx: Tx, survey: SurveyToRead, questions: AskedQuestions, { from, until, ...rest }: Scope): Promise<Figure | null> {
  if (from === null || questions.primary === null || (survey.anonymous && rest.where.length > 0)) return null
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(until ?? survey.today)
  const days = first.until(last, { largestUnit: 'days' }).days + 1
  if (days < 1) return null
  const { scope, hidden, nothing } = await privateScope(tx, survey.anonymous, { ...rest, from: first.subtract({ days }).toString(), until: first.subtract({ days: 1 }).toString() })
  if (hidden || nothing) return null
  const sums = await readSums(tx, scope, ['~answered', questions.primary.id])
  return figureFrom(questions, sums, survey.anonymous ? await hiddenQuestions(tx, scope, histogramOf(sums, '~answered')) : new Set())
}

const delivered = (step: (name: string) => number) => Math.max(step('sent') - step('bounced') - step('failed'), step('started'), 0)

function roadsOf(histogram: Histogram): SurveyResults['roads'] {
  const roads = [...new Set([...histogram.keys()].map((key) => key.slice(0, key.indexOf(' '))))].filter((road) => road !== noMember).sort()
  return roads.flatMap((road) => {
    const step = (name: string) => histogram.get(`${road} ${name}`) ?? 0
    const row = {
      road: road as SurveyResults['roads'][number]['road'], sent: step('sent'), bounced: step('bounced') + step('failed'), delivered: delivered(step), opened: step('opened'), started: step('started'), finished: step('finished'), answers: step('answer'),
      unconfirmed: Math.max(0, step('clicked') - step('confirmed')),
    }
    if (Object.values(row).every((v) => v === 0 || v === road)) return []
    const rate = responseRate(Math.min(row.started, row.delivered), row.delivered)
    return [{ ...row, rate }]
  })
}

function funnelOf(steps: Histogram): SurveyResults['funnel'] {
  const step = (name: string) => steps.get(name) ?? 0
  const suppressed = [...steps].reduce((n, [name, count]) => (name.startsWith('suppressed:') ? n + count : n), 0)
  return [
    { step: 'planned', n: step('planned') }, { step: 'suppressed', n: suppressed }, { step: 'invited', n: step('sent') }, { step: 'delivered', n: delivered(step) },
    { step: 'opened', n: step('opened') }, { step: 'started', n: step('started') }, { step: 'finished', n: step('finished') },
  ]
}
