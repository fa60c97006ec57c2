// One moment of a rule on figures: what every place shows, what has become of each, and what is told of it. Pure; live and in a back-test alike.
import { nothingCounted, type ByMember, type Period, type Tallies, type Windows } from '../../../insight/index.ts'
import type { Firing, Settled } from '../../firing.ts'
import type { Why } from '../../why.ts'
import type { FigureRule } from '../compile/compiled-rule.ts'
import { judgeFigure, quietSince, type FigureMemory, type Look, type Verdict } from '../judge/figure.ts'
import { idsOfPlace } from '../place.ts'

type FigureMemories = ReadonlyMap<string, FigureMemory>
interface FigureStep { memories: Map<string, FigureMemory>; firings: Firing[]; settled: Settled[] }
type Numbers = Pick<Windows, 'metric' | 'figure' | 'change'>

/**
 * @param periods the windows (windows-of.ts), `found` what was counted in each
 * @param began when the rule began to look, epoch milliseconds
 */
export function stepFigure(rule: FigureRule, numbers: Numbers, at: number, periods: readonly Period[], found: readonly ByMember[], memories: FigureMemories, began: number): FigureStep {
  const next: FigureStep = { memories: new Map(), firings: [], settled: [] }
  for (const [place, look] of looksOf(rule, numbers, at, periods, found, memories)) {
    const verdict = judgeFigure(rule.definition, memories.get(place) ?? quietSince(began), look)
    next.memories.set(place, verdict.memory)
    tell(next, rule, place, at, verdict)
  }
  return next
}

function tell(next: FigureStep, rule: FigureRule, place: string, at: number, { said, why }: Verdict): void {
  const noDataKey = `${place}:no-data`
  for (const one of said) {
    switch (one) {
      case 'fires': next.firings.push(firingAt(rule, place, at, { key: place, occurrence: `${place}:${iso(at)}`, noData: false, why: placed(why!, rule, place) })); break
      case 'no-data': next.firings.push(firingAt(rule, place, at, { key: noDataKey, occurrence: `${noDataKey}:${iso(at)}`, noData: true, why: placed(why!, rule, place) })); break
      case 'is-back': next.settled.push({ ruleId: rule.id, key: place, at: new Date(at) }); break
      case 'data-is-back': next.settled.push({ ruleId: rule.id, key: noDataKey, at: new Date(at) })
    }
  }
}

const iso = (at: number) => new Date(at).toISOString()
const placed = (why: NonNullable<Verdict['why']>, { definition }: FigureRule, place: string) => ({ ...why, each: definition.each, place }) satisfies Why
const firingAt = (rule: FigureRule, place: string, at: number, what: Pick<Firing, 'key' | 'occurrence' | 'noData' | 'why'>): Firing =>
  ({ ...idsOfPlace(rule.definition.each, place), ...what, ruleId: rule.id, ruleVersion: rule.version, at: new Date(at), urgent: rule.urgent })

/** All places that have something now, had something then, or were looked at before. */
function looksOf({ definition }: FigureRule, numbers: Numbers, at: number, periods: readonly Period[], found: readonly ByMember[], memories: FigureMemories): [string, Look][] {
  const { test, each } = definition
  const places = each === 'all' ? [''] : [...new Set([...found.flatMap((f) => [...f.keys()]), ...memories.keys()])].sort()
  const empty = nothingCounted()
  const of = (i: number, place: string): Tallies => found[i]!.get(place) ?? empty
  const counts = numbers.metric.form.form === 'count' || numbers.metric.form.form === 'sum'
  const wholes = test.test === 'share-grows' ? found.map((f) => [...f.values()].reduce((sum, tallies) => sum + countOf(numbers, tallies), 0)) : []
  return places.map((place): [string, Look] => {
    const compared = test.test === 'falls' || test.test === 'rises'
    return [place, {
      at, counts, figure: numbers.figure(of(0, place)),
      change: compared ? numbers.change({ tallies: of(1, place), period: periods[1]! }, { tallies: of(0, place), period: periods[0]! }) : null,
      share: test.test === 'share-grows' ? { before: { successes: countOf(numbers, of(1, place)), n: wholes[1]! }, now: { successes: countOf(numbers, of(0, place)), n: wholes[0]! } } : null,
      weeks: test.test === 'trend' ? found.map((_, i) => numbers.figure(of(i, place))) : [],
    }]
  })
}

const countOf = ({ figure }: Numbers, tallies: Tallies): number => Math.max(0, Math.round(figure(tallies).value ?? 0))
