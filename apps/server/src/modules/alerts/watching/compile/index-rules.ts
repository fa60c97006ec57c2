// Ten thousand rules, and an event that concerns a few of them: those that must be at one place, of one survey or of one tone are looked up by
// it; only the others are tried one by one. (bench/alert-rules.ts)
import type { AlertSubject } from '@kontuar/contracts'
import type { Occurrence } from '../occurrence.ts'
import type { EventRule, Indexed } from './compiled-rule.ts'

interface OfSubject { always: EventRule[]; by: Map<Indexed, Map<string, EventRule[]>> }
export type RuleIndex = ReadonlyMap<AlertSubject, OfSubject>

/** What conditions call a field without a value. */
const none = '@none'

export function indexRules(rules: readonly EventRule[]): RuleIndex {
  const index = new Map<AlertSubject, OfSubject>()
  for (const rule of rules) {
    const { on } = rule.definition
    const found = index.get(on) ?? { always: [], by: new Map<Indexed, Map<string, EventRule[]>>() }
    index.set(on, found)
    if (rule.must === null) { found.always.push(rule); continue }
    const { field, values } = rule.must
    const byValue = found.by.get(field) ?? new Map<string, EventRule[]>()
    found.by.set(field, byValue)
    for (const value of values) {
      const those = byValue.get(value)
      if (those === undefined) byValue.set(value, [rule])
      else those.push(rule)
    }
  }
  return index
}

/** Those the occurrence fits. */
export function fittingRules(index: RuleIndex, occurrence: Occurrence): EventRule[] {
  const rules = index.get(occurrence.subject)
  if (rules === undefined) return []
  const fitting: EventRule[] = []
  const tryAll = (some: readonly EventRule[]) => { for (const rule of some) if (rule.test(occurrence)) fitting.push(rule) }
  tryAll(rules.always)
  for (const [field, byValue] of rules.by) {
    const value = occurrence[field]
    tryAll(byValue.get(value ?? none) ?? [])
  }
  return fitting
}
