// The order of a ranking. Pure.
import type { MetricGroup, MetricInfo } from '@kontuar/contracts'

interface Ranked { group: MetricGroup; /** From 1; null: too few to have a place. */ place: number | null; own: boolean }

/** The best first; of what is neither good nor bad the most. Those of too few answers stand at the end by name; who belongs to none is no part. */
export function ranked(groups: readonly MetricGroup[], direction: MetricInfo['direction'], own: readonly string[]): Ranked[] {
  const all = groups.filter(({ key }) => key !== null)
  const isShown = ({ figure }: MetricGroup) => figure.shown && figure.value !== null
  const sign = direction === 'down' ? 1 : -1
  const placed = all.filter(isShown).toSorted((a, b) => sign * (a.figure.value! - b.figure.value!) || a.name.localeCompare(b.name))
  const few = all.filter((group) => !isShown(group)).toSorted((a, b) => a.name.localeCompare(b.name))
  // Who has the same value has the same place.
  const placeOf = (group: MetricGroup) => placed.findIndex(({ figure }) => figure.value === group.figure.value) + 1
  return [...placed.map((group) => ({ group, place: placeOf(group) })), ...few.map((group) => ({ group, place: null }))].map((each) => ({ ...each, own: own.includes(each.group.key!) }))
}
