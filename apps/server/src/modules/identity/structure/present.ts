// Locations, regions and teams: rows to what the interface answers.
import type { Location, Region, Team } from '@kontuar/contracts'

export interface LocationRow { id: string; name: string; address: string; time_zone: string | null; manager_id: string | null; region_id: string | null; retired_at: Date | null }
export interface RegionRow { id: string; name: string; manager_id: string | null; retired_at: Date | null; location_ids: string[] }
export interface TeamRow { id: string; name: string; manager_id: string | null; location_id: string | null; retired_at: Date | null; member_ids: string[] }

export const presentLocation = (row: LocationRow): Location => ({ id: row.id, name: row.name, address: row.address, timeZone: row.time_zone, managerId: row.manager_id, regionId: row.region_id, retired: row.retired_at !== null })

export const presentRegion = (row: RegionRow): Region => ({ id: row.id, name: row.name, managerId: row.manager_id, locationIds: row.location_ids, retired: row.retired_at !== null })

export const presentTeam = (row: TeamRow): Team => ({ id: row.id, name: row.name, managerId: row.manager_id, locationId: row.location_id, memberIds: row.member_ids, retired: row.retired_at !== null })
