// Who is in charge of what, read once: who gets which report is decided over it in memory, for all reports alike.
import { rolePermissions, type Locale, type Role } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { organizationOf } from '../../identity/index.ts'

export interface Person { id: string; name: string; email: string; language: Locale; zone: string; role: Role; /** Sees the tickets of some queues and locations only. */ held: boolean }
export interface Place { id: string; name: string; managerId: string | null; regionId: string | null }
export interface Region { id: string; name: string; managerId: string | null }
export interface Team { id: string; name: string; managerId: string | null; locationId: string | null; memberIds: string[] }

export interface Company {
  name: string
  zone: string
  language: Locale
  /** Who may sign in, by id. */
  people: ReadonlyMap<string, Person>
  /** In use, by name. */
  locations: readonly Place[]
  regions: readonly Region[]
  teams: readonly Team[]
}

export async function readCompany(tx: Tx): Promise<Company> {
  const [{ name, locale, timeZone }, people, locations, regions, teams] = await Promise.all([
    organizationOf(tx),
    tx.query<Person>(
      `select s.id, s.name, s.email, coalesce(s.locale, o.locale) as language, coalesce(s.time_zone, o.time_zone) as zone, s.role, s.access = 'granted' as held
       from staff s join org o on o.id = s.org_id where s.org_id = $1 and s.active order by lower(s.name), s.id`, [tx.orgId], 'people-of-reports'),
    tx.query<Place>('select id, name, manager_id as "managerId", region_id as "regionId" from location where org_id = $1 and retired_at is null order by lower(name), id', [tx.orgId], 'locations-of-reports'),
    tx.query<Region>('select id, name, manager_id as "managerId" from region where org_id = $1 and retired_at is null order by lower(name), id', [tx.orgId], 'regions-of-reports'),
    tx.query<Team>(
      `select t.id, t.name, t.manager_id as "managerId", t.location_id as "locationId", array(select m.staff_id from team_member m where m.org_id = t.org_id and m.team_id = t.id order by m.staff_id) as "memberIds"
       from team t where t.org_id = $1 and t.retired_at is null order by lower(t.name), t.id`, [tx.orgId], 'teams-of-reports'),
  ])
  return { name, zone: timeZone, language: locale, people: new Map(people.map((p) => [p.id, p])), locations, regions, teams }
}

/** Every number of the organization is theirs to look at anyway. */
export const seesAll = ({ held, role }: Pick<Person, 'held' | 'role'>): boolean => !held && rolePermissions[role].includes('board.read')
