// The metric over time. Steps begin on Mondays and on the first of a month; the first and last one may be cut by the period asked for.
import type { Figure, TrendPoint } from '@kontuar/contracts'
import { suppressSmall } from '@kontuar/statistics'
import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { shownFrom, withoutValue } from './figure.ts'
import { figureFrom } from './get-results.ts'
import { blocksOf, daysOf, privateScope, smallestGroup } from './private-scope.ts'
import { readQuestions } from './questions.ts'
import { histogramOf, readSums, sumOf } from './read-sums.ts'
import type { Scope, SurveyToRead } from './scope.ts'

export type Step = 'day' | 'week' | 'month'
type Point = Static<typeof TrendPoint>

/** Some ten years by day. */
const mostPoints = 4000

export async function getTrend(tx: Tx, survey: SurveyToRead, given: Step | undefined, asked: Scope): Promise<{ step: Step; points: Point[] }> {
  const questions = await readQuestions(tx, survey)
  const { scope, hidden, nothing } = await privateScope(tx, survey.anonymous, asked)
  // A member's answers of an anonymous survey are read over all days alone.
  if (nothing || hidden || (survey.anonymous && scope.where.length > 0)) return { step: given ?? 'month', points: [] }
  const primary = questions.primary?.id
  const sums = await readSums(tx, scope, ['~', ...(primary === undefined ? [] : [primary])], 'day')
  const days = daysOf(sums.filter((s) => s.question === '~'))
  const first = scope.from ?? days[0]?.day
  const last = scope.until ?? (days.at(-1) === undefined || survey.anonymous || days.at(-1)!.day > survey.today ? days.at(-1)?.day : survey.today)
  if (first === undefined || last === undefined || first > last) return { step: given ?? 'day', points: [] }
  const step = given ?? usualStep(first, last, daysOf(sums.filter((s) => s.question === (primary ?? '~'))))
  const spans = spansOf(first, last, step)
  const spanOf = survey.anonymous ? byBlock(blocksOf(days), spans) : (day: string) => spanAt(spans, day)
  const grouped = sums.map((s) => ({ ...s, group: spanOf(s.group)?.from ?? '' }))
  const points = spans.map(({ from, until }): Point & { figure: Figure | null } => ({ from, until, n: Math.max(0, sumOf(histogramOf(grouped, '~', from))), figure: figureFrom(questions, grouped, new Set(), from) }))
  if (!survey.anonymous) return { step, points }
  const few = suppressSmall(points.map((p) => ({ key: p.from, n: p.figure?.n ?? 0 })), smallestGroup)
  return { step, points: points.map((p) => (few.has(p.from) && p.figure !== null ? { ...p, figure: withoutValue(p.figure) } : p)) }
}

/** The finest step that fits a chart and of which most points with answers have enough of them to be shown. */
function usualStep(first: string, last: string, days: readonly { day: string; n: number }[]): Step {
  const { days: length } = Temporal.PlainDate.from(first).until(last, { largestUnit: 'days' })
  const fitting: readonly Step[] = length <= 62 ? ['day', 'week', 'month'] : length <= 400 ? ['week', 'month'] : ['month']
  return fitting.find((step) => {
    const spans = spansOf(first, last, step)
    const counts = new Map<string, number>()
    for (const { day, n } of days) {
      const span = spanAt(spans, day)
      if (span !== undefined) counts.set(span.from, (counts.get(span.from) ?? 0) + n)
    }
    const answered = [...counts.values()].filter((n) => n > 0)
    return answered.filter((n) => n >= shownFrom).length * 2 >= answered.length
  }) ?? fitting.at(-1)!
}

interface Span { from: string; until: string }

/** @throws Refusal `cannot-do` when there were too many */
export function spansOf(first: string, last: string, step: Step): Span[] {
  const spans: Span[] = []
  const end = Temporal.PlainDate.from(last)
  for (let from = Temporal.PlainDate.from(first); Temporal.PlainDate.compare(from, end) <= 0;) {
    if (spans.length >= mostPoints) throw new Refusal('cannot-do', 'These are too many points for one chart: ask for weeks or months, or for fewer days.')
    const next = step === 'day' ? from.add({ days: 1 }) : step === 'week' ? from.add({ days: 8 - from.dayOfWeek }) : from.with({ day: 1 }).add({ months: 1 })
    const until = next.subtract({ days: 1 })
    spans.push({ from: from.toString(), until: (Temporal.PlainDate.compare(until, end) < 0 ? until : end).toString() })
    from = next
  }
  return spans
}

/** Spans in order: by halves, since there may be thousands of both. */
function spanAt(spans: readonly Span[], day: string): Span | undefined {
  let [low, high] = [0, spans.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (spans[middle]!.from <= day) low = middle
    else high = middle - 1
  }
  return spans[low] !== undefined && spans[low]!.from <= day && spans[low]!.until >= day ? spans[low] : undefined
}

/** An anonymous answer stands where its block of at least five was complete. */
function byBlock(blocks: readonly { from: string; until: string }[], spans: readonly Span[]): (day: string) => Span | undefined {
  return (day) => {
    const block = spanAt(blocks, day)
    return block === undefined ? undefined : spanAt(spans, block.until)
  }
}
