import type { Staff, Team } from '@kontuar/contracts'

/** Everybody who serves a queue in the end: its members and the members of its teams, active ones, by name. */
export function whoServes(memberIds: readonly string[], teamIds: readonly string[], staff: readonly Staff[], teams: readonly Team[], locale: string): Staff[] {
  const ids = new Set([...memberIds, ...teams.filter((team) => teamIds.includes(team.id)).flatMap((team) => team.memberIds)])
  return staff.filter(({ id, active }) => active && ids.has(id)).sort((one, other) => one.name.localeCompare(other.name, locale))
}
