import type { Role } from '@kontuar/contracts'
import type { Database } from '../../../platform/db/database.ts'
import { signInAddress } from '../rules/sign-in-address.ts'

export interface Place { orgId: number; staffId: string; userId: string; name: string; role: Role; active: boolean }

export async function findUserId(db: Database, email: string): Promise<string | null> {
  const [user] = await db.query<{ id: string | null }>('select find_user($1) as id', [signInAddress(email)])
  return user?.id ?? null
}

/** Every organization a person belongs to, oldest first. Nothing for an unknown address. */
export async function listPlaces(db: Database, email: string): Promise<Place[]> {
  const userId = await findUserId(db, email)
  if (userId === null) return []
  const places = await db.query<{ org_id: number; staff_id: string }>('select org_id, staff_id from organizations_of_user($1)', [userId])
  return Promise.all(places.map((place) => db.read(place.org_id, async (tx) => {
    const [staff] = await tx.query<{ name: string; role: Role; active: boolean }>('select name, role, active from staff where org_id = $1 and id = $2', [place.org_id, place.staff_id])
    return { orgId: place.org_id, staffId: place.staff_id, userId, ...staff! }
  })))
}
