// One rule on figures, tick by tick since it was looked at last.
import type { Database } from '../../../../platform/db/database.ts'
import { openWindows } from '../../../insight/index.ts'
import type { FigureRule } from '../compile/compiled-rule.ts'
import { stepFigure } from '../figures/step-figure.ts'
import type { FigureMemory } from '../judge/figure.ts'
import { stepOf, windowsOf } from '../judge/windows-of.ts'
import { memoriesOf, ofRule } from '../memory.ts'
import { dimensionOf } from '../place.ts'
import { ticksToMakeUp } from './ticks.ts'
import type { Found } from './found.ts'

/** Of more ticks everything is read once, hour by hour. */
const readOneByOne = 5

/** Null: no tick has passed. @throws Refusal where the metric is gone */
export function lookAtFigure(db: Database, orgId: number, rule: FigureRule, now: Date): Promise<Found | null> {
  const { definition } = rule
  return db.report(orgId, async (tx) => {
    const stored = await memoriesOf<FigureMemory>(tx, rule.id, rule.version)
    const before = stored.find(({ place }) => place === ofRule)?.lookedAt ?? null
    const numbers = await openWindows(tx, { metric: definition.metric, where: definition.where ?? null, by: dimensionOf(definition.each) }, now)
    const ticks = ticksToMakeUp(Math.max(rule.since, before ?? 0), now.getTime(), stepOf(definition), numbers.zone)
    if (ticks.length === 0) return null
    const memories = new Map(stored.flatMap(({ place, memory }) => (place === ofRule || memory === null ? [] : [[place, memory] as const])))
    const found: Found = { ruleId: rule.id, version: rule.version, before, until: ticks.at(-1)!, memories: [], firings: [], settled: [] }
    const windows = ticks.map((at) => windowsOf(definition, at, numbers.zone))
    const slide = ticks.length <= readOneByOne ? null : await numbers.slide({ from: Math.min(...windows.flat().map((p) => p.from)), to: ticks.at(-1)! }, stepOf(definition))
    for (const [i, at] of ticks.entries()) {
      const periods = windows[i]!
      const step = stepFigure(rule, numbers, at, periods, slide?.at(periods) ?? await numbers.read(periods), memories, rule.since)
      for (const [place, memory] of step.memories) memories.set(place, memory)
      found.firings.push(...step.firings)
      found.settled.push(...step.settled)
    }
    return { ...found, memories: [...memories] }
  })
}
