// Names of what numbers are cut by.
import { customFields, locations, queues, reasons, teams } from '../desk-data.ts'
import { staff } from '../people.ts'

export const surveys = [{ id: 'v1', name: 'Po wizycie w salonie' }, { id: 'v2', name: 'Polecenie, raz na kwartał' }]
export const touchpoints = [{ id: 'tp2', name: 'Po wizycie' }, { id: 'tp3', name: 'Po zamkniętym zgłoszeniu' }]

/** As the server says it: channels, languages, yes and no by their keys. */
export function nameOf(by: string, key: string | null): string {
  if (key === null) return ''
  if (by.startsWith('field:')) return customFields.find(({ id }) => id === by.slice(6))?.options.find(({ id }) => id === key)?.name ?? key
  const lists: Record<string, readonly { id: string; name: string }[]> = { queue: queues, reason: reasons, location: locations, team: teams, staff, survey: surveys, touchpoint: touchpoints }
  return lists[by]?.find(({ id }) => id === key)?.name ?? key
}
