// A person brought in from the command line, without an invitation.
import { hashPassword } from 'better-auth/crypto'
import type { Role } from '@kontuar/contracts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { signInAddress, staffAddress } from '../rules/sign-in-address.ts'
import { audit } from './audit.ts'

/** @param password ignored when the address is known already: that person keeps theirs */
export async function createStaff(db: Database, orgId: number, wanted: { name: string; email: string; role: Role; password: string }): Promise<{ staffId: string }> {
  const digest = await hashPassword(wanted.password)
  return db.write(orgId, async (tx) => {
    const email = staffAddress(wanted.email)
    const [user] = await tx.query<{ id: string }>('select create_user($1, $2, $3, $4) as id', [newId(), wanted.name, signInAddress(email), digest])
    const [created] = await tx.query<{ id: string }>(
      'insert into staff (org_id, id, user_id, name, email, role) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id', [orgId, newId(), user!.id, wanted.name, email, wanted.role])
    if (!created) throw new Refusal('conflict', `${email} belongs to this organization already.`)
    await audit(tx, null, 'staff.created', { kind: 'staff', id: created.id }, { role: wanted.role })
    tx.publish({ name: 'identity.staffJoined', ids: { staffId: created.id } })
    return { staffId: created.id }
  })
}
