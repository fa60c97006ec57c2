import { useLocations, useRegions, useStaff, useTeams } from '../../../api/desk.ts'
import type { Personal } from './draft.ts'

/** For whom a personal report can be made, by the key of the scope. A region without locations has no numbers. */
export function useScopeChoices(personal: Personal): { value: string; label: string }[] {
  const [locations, regions, teams, staff] = [useLocations(), useRegions(), useTeams(), useStaff()]
  const named = (things: readonly { id: string; name: string }[]) => things.map(({ id, name }) => ({ value: id, label: name }))
  const inUse = <T extends { retired: boolean }>(things: readonly T[]) => things.filter(({ retired }) => !retired)
  switch (personal) {
    case 'nobody': return []
    case 'location': return named(inUse(locations))
    case 'region': return named(inUse(regions).filter(({ id }) => inUse(locations).some(({ regionId }) => regionId === id)))
    case 'team': return named(inUse(teams))
    case 'staff': return named(staff.filter(({ active }) => active))
  }
}
