// Measures that never stand on one fact: only such may be added up, else a fact would be counted twice and open as one row.
import { measures, type MeasureName } from '../../facts/measures.ts'

const apart: readonly (readonly MeasureName[])[] = [
  ['contact-in', 'contact-out', 'automatic-out', 'note'], ['answered', 'abandoned', 'abandoned-short'], ['answered-wait', 'abandoned-wait'], ['answered', 'abandoned-late', 'abandoned-short'], ['first-response', 'next-response'], ['first-response-clock', 'next-response-clock'],
  ['promoter', 'passive', 'detractor'], ['repeat-kept', 'repeat-open'], ['chain-kept', 'chain-open'], ['sla-first-response', 'sla-next-response', 'sla-resolution'], ['outside-calls', 'outside-forms'],
]

/** Two of the measures that may stand on one fact; null: none. */
export function meetingMeasures(names: readonly MeasureName[]): [MeasureName, MeasureName] | null {
  for (const [i, one] of names.entries()) {
    for (const other of names.slice(i + 1)) {
      if (measures[one].kind === measures[other].kind && !apart.some((set) => set.includes(one) && set.includes(other))) return [one, other]
    }
  }
  return null
}
