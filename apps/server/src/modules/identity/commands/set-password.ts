// A new password from the command line, for whoever lost theirs. Ends all sessions of the person.
import { hashPassword } from 'better-auth/crypto'
import type { Platform } from '../../../platform/platform.ts'
import { authOf } from '../sign-in/auth.ts'
import { audit } from './audit.ts'

export async function setPassword(platform: Pick<Platform, 'config' | 'crypto' | 'db'>, userId: string, password: string): Promise<void> {
  const { internalAdapter } = await authOf(platform).$context
  await internalAdapter.updatePassword(userId, await hashPassword(password))
  await internalAdapter.deleteUserSessions(userId)
  const places = await platform.db.query<{ org_id: number; staff_id: string }>('select org_id, staff_id from organizations_of_user($1)', [userId])
  for (const place of places) await platform.db.write(place.org_id, (tx) => audit(tx, null, 'password.reset', { kind: 'staff', id: place.staff_id }))
}
