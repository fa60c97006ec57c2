// Measures that never stand on one fact: only such may be added up, else a fact would be counted twice and open as one row.
import { measures, type MeasureName } from '../../facts/measures.ts'

const apart: readonly (readonly MeasureName[])[] = [
  ['contact-in', 'contact-out', 'automatic-out', 'note'], ['answered', 'abandoned', 'abandoned-short'], ['answered-wait', 'abandoned-wait'], ['answered', 'abandoned-late', 'abandoned-short'], ['first-response', 'next-response'], ['first-response-clock', 'next-response-clock'],
  ['promoter', 'passive', 'detractor'], ['repeat-kept', 'repeat-open'], ['chain-kept', 'chain-open'], ['sla-first-response', 'sla-next-response', 'sla-resolution'], ['outside-calls', 'outside-forms'],
  // Each of these is a fact of its own.
  ...(['time-to-contact', 'time-to-contact-clock'] as const).map((time) => ['loop-opened', time, 'contacted-in-time', 'closed-in-time', 'second-asked', 'recovered', 'came-back-so-far', 'came-back', 'came-back-open'] as const),
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
