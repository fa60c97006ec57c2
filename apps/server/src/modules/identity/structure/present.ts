// Locations and teams: rows to what the interface answers.
import type { Location, Team } from '@kontuar/contracts'

export interface LocationRow { id: string; name: string; address: string; time_zone: string | null; retired_at: Date | null }
export interface TeamRow { id: string; name: string; manager_id: string | null; location_id: string | null; retired_at: Date | null; member_ids: string[] }

export const presentLocation = (row: LocationRow): Location => ({ id: row.id, name: row.name, address: row.address, timeZone: row.time_zone, retired: row.retired_at !== null })

export const presentTeam = (row: TeamRow): Team => ({ id: row.id, name: row.name, managerId: row.manager_id, locationId: row.location_id, memberIds: row.member_ids, retired: row.retired_at !== null })
