// From an invitation to a person at work: a new one chooses name and password, a known one proves theirs.
import { hashPassword } from 'better-auth/crypto'
import type { Role } from '@kontuar/contracts'
import { hashToken } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { whyClosed, type InvitationDates } from '../rules/invitation-state.ts'
import { signInAddress } from '../rules/sign-in-address.ts'
import { organizationOfToken } from '../rules/token-format.ts'
import { closeSession, openSession, type From } from '../sign-in/open-session.ts'
import { giveBackAttempt, takeAttempt } from '../sign-in/rate-limit.ts'
import { audit } from './audit.ts'
import { enter, type SignedIn } from './sign-in.ts'

interface FoundInvitation extends InvitationDates { id: string; email: string; role: Role; organization: string }

const unknown = () => new Refusal('not-found', 'This invitation is not known: check that the whole link was copied, or ask for a new one.')

/** @throws Refusal not-found, or too-late with the reason */
export async function viewInvitation(platform: Platform, token: string, from: From) {
  const attempt = await takeAttempt(platform, from.ipAddress, `invitation ${hashToken(token)}`)
  const { invitation, userId } = await find(platform, token)
  await giveBackAttempt(platform, attempt)
  return { organizationName: invitation.organization, email: invitation.email, role: invitation.role, existingUser: userId !== null }
}

export async function acceptInvitation(platform: Platform, given: { token: string; name?: string; password: string }, from: From): Promise<SignedIn> {
  const attempt = await takeAttempt(platform, from.ipAddress, `invitation ${hashToken(given.token)}`)
  const { orgId, invitation, userId } = await find(platform, given.token)
  const credentials = { email: invitation.email, password: given.password, remember: true }
  if (userId === null) {
    if (!given.name?.trim()) throw new Refusal('invalid-input', 'Give your name: your colleagues and customers will see it.', { name: 'is missing' })
    if (given.password.length < 10) throw new Refusal('invalid-input', 'Choose a password of at least 10 characters.', { password: 'is too short' })
    const digest = await hashPassword(given.password)
    await platform.db.write(orgId, (tx) => join(tx, invitation.id, given.name!.trim(), digest, from))
  }
  const session = await openSession(platform, credentials, from)
  if (session === null) throw new Refusal('wrong-credentials', 'This address has a password here already, and it is another one: enter that password.')
  if (userId !== null) {
    await platform.db.write(orgId, (tx) => join(tx, invitation.id, given.name?.trim() || null, null, from)).catch(async (error: unknown) => {
      await closeSession(platform, session.token)
      throw error
    })
  }
  await platform.db.query('select enter_organization($1, $2)', [session.token, orgId])
  const entered = await enter(platform, session.token, from)
  if (!entered) throw new Refusal('not-allowed', 'Your access was switched off meanwhile: ask an administrator to switch it on again.')
  await giveBackAttempt(platform, attempt)
  return { orgId, staffId: entered.staff_id, setCookie: session.setCookie }
}

async function find(platform: Platform, token: string) {
  const orgId = organizationOfToken('ki', token)
  if (orgId === null) throw unknown()
  const [invitation] = await platform.db.read(orgId, (tx) => tx.query<FoundInvitation>(
    `select i.id, i.email, i.role, i.expires_at, i.accepted_at, i.withdrawn_at, o.name as organization
     from invitation i join org o on o.id = i.org_id where i.org_id = $1 and i.token_hash = $2`, [orgId, hashToken(token)]))
  if (!invitation) throw unknown()
  const closed = whyClosed(invitation, new Date())
  if (closed !== null) throw new Refusal('too-late', closed)
  const [user] = await platform.db.query<{ id: string | null }>('select find_user($1) as id', [signInAddress(invitation.email)])
  return { orgId, invitation, userId: user?.id ?? null }
}

/** Marks the invitation used and brings the person in. Of two at once the second finds it used. */
async function join(tx: Tx, invitationId: string, name: string | null, digest: string | null, from: From) {
  const [invitation] = await tx.query<InvitationDates & { email: string; role: Role }>(
    'select email, role, expires_at, accepted_at, withdrawn_at from invitation where org_id = $1 and id = $2 for update', [tx.orgId, invitationId])
  const closed = invitation ? whyClosed(invitation, new Date()) : 'This invitation is gone: ask for a new one.'
  if (!invitation || closed !== null) throw new Refusal('too-late', closed!)
  const { email, role } = invitation
  const [user] = await tx.query<{ id: string; name: string }>(
    digest === null ? 'select find_user($1) as id, $2::text as name' : 'select create_user($3, $2, $1, $4) as id, $2::text as name',
    [signInAddress(email), name ?? email.split('@')[0], ...(digest === null ? [] : [newId(), digest])])
  // Somebody who worked here before comes back with their old name and history.
  const [staff] = await tx.query<{ id: string; name: string }>(
    `insert into staff (org_id, id, user_id, name, email, role) values ($1, $2, $3, $4, $5, $6)
     on conflict (org_id, user_id) do update set role = excluded.role, active = true returning id, name`,
    [tx.orgId, newId(), user!.id, user!.name, email, role])
  await tx.query('update invitation set accepted_at = now() where org_id = $1 and id = $2', [tx.orgId, invitationId])
  await audit(tx, { staffId: staff!.id, name: staff!.name, ipAddress: from.ipAddress }, 'invitation.accepted', { kind: 'invitation', id: invitationId }, { role })
  tx.publish({ name: 'identity.staffJoined', ids: { staffId: staff!.id } })
}
