// The way of an invitation, step by step, and who is left at each. Pure.
import type { SurveyResults } from '@kontuar/contracts'

type StepName = SurveyResults['funnel'][number]['step']
export interface FunnelStep {
  step: Exclude<StepName, 'suppressed'>
  n: number
  /** Of the first step, 0 to 1. */
  width: number
  /** Of the step before, 0 to 1; null for the first one, and where nobody came so far. */
  kept: number | null
  /** How many of the step before did not come here. */
  lost: number
}
const way = ['planned', 'invited', 'delivered', 'opened', 'started', 'finished'] as const

/**
 * A step that happened without the one before (an answer to a mail whose opening was never seen) makes that one no larger: nobody is
 * lost below zero.
 */
export function funnelSteps(funnel: SurveyResults['funnel']): FunnelStep[] {
  const n = (step: StepName) => funnel.find((each) => each.step === step)?.n ?? 0
  const most = Math.max(...way.map(n))
  return way.map((step, index) => {
    const before = index === 0 ? null : n(way[index - 1]!)
    return { step, n: n(step), width: most === 0 ? 0 : n(step) / most, kept: before === null || before === 0 ? null : Math.min(1, n(step) / before), lost: before === null ? 0 : Math.max(0, before - n(step)) }
  })
}

/** The reasons of those who were not asked, the most frequent first. */
export const byCount = (counts: Readonly<Record<string, number>>): { name: string; n: number }[] =>
  Object.entries(counts).map(([name, n]) => ({ name, n })).filter(({ n }) => n > 0).sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
