// Who reads an alert: somebody signed in, or somebody to whom a mail is being written.
import { rolePermissions, type Locale, type Role } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import type { Actor } from '../../../platform/http/actor.ts'

export interface Reader {
  staffId: string
  role: Role
  access: Actor['access']
  readsFeedback: boolean
  language: Locale
  timeZone: string
}

/** @param language what was asked for; left out: as the person has it, else the organization */
export async function readerOf(tx: Tx, { staffId, role, access, permissions }: Pick<Actor, 'staffId' | 'role' | 'access' | 'permissions'>, language?: Locale): Promise<Reader> {
  const [row] = await tx.query<{ locale: Locale; time_zone: string }>(
    'select coalesce(s.locale, o.locale) as locale, coalesce(s.time_zone, o.time_zone) as time_zone from staff s join org o on o.id = s.org_id where s.org_id = $1 and s.id = $2', [tx.orgId, staffId], 'reader-of-alerts')
  return { staffId, role, access, readsFeedback: permissions.has('feedback.read'), language: language ?? row!.locale, timeZone: row!.time_zone }
}

export interface Insider { staffId: string; userId: string; name: string; email: string; role: Role; access: Actor['access']; locale: Locale; timeZone: string }

/** Null for who may not sign in any more, as for who never was. */
export async function findInsider(tx: Tx, staffId: string): Promise<Insider | null> {
  const [row] = isId(staffId) ? await tx.query<Insider>(
    `select s.id as "staffId", s.user_id as "userId", s.name, s.email, s.role, s.access, coalesce(s.locale, o.locale) as locale, coalesce(s.time_zone, o.time_zone) as "timeZone"
     from staff s join org o on o.id = s.org_id where s.org_id = $1 and s.id = $2 and s.active`, [tx.orgId, staffId], 'insider') : []
  return row ?? null
}

export const readerFrom = ({ staffId, role, access, locale, timeZone }: Insider): Reader => ({ staffId, role, access, readsFeedback: rolePermissions[role].includes('feedback.read'), language: locale, timeZone })
