// Reports and alerts of one person together. Pure.
import type { AlertReach, ReportReach } from '@kontuar/contracts'

/** `name` null: nobody in particular, it depends on the matter. `address`: of somebody outside, or of a report's recipient. */
interface Reached { key: string; name: string | null; address: string | null; reports: ReportReach[]; alerts: AlertReach[] }

/** In the order of names; those that depend on the matter at the end. */
export function byPerson(reports: readonly ReportReach[], alerts: readonly AlertReach[]): Reached[] {
  const found = new Map<string, Reached>()
  const of = (key: string, name: string | null, address: string | null): Reached => {
    const reached = found.get(key) ?? { key, name, address, reports: [], alerts: [] }
    found.set(key, { ...reached, name: reached.name ?? name, address: reached.address ?? address })
    return found.get(key)!
  }
  for (const reach of reports) of(reach.staffId ?? `address ${reach.address.toLowerCase()}`, reach.name === '' ? reach.address : reach.name, reach.name === '' ? null : reach.address).reports.push(reach)
  for (const reach of alerts) of(reach.staffId ?? (reach.destinationName === null ? 'depends' : `place ${reach.destinationName}`), reach.staffName ?? reach.destinationName, null).alerts.push(reach)
  return [...found.values()].toSorted((one, other) => Number(one.name === null) - Number(other.name === null) || (one.name ?? '').localeCompare(other.name ?? ''))
}
