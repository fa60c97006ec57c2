// An invitation is a link to hand over by whatever road; its token stands behind the #, so it reaches no server log.
import type { Role } from '@kontuar/contracts'
import { hashToken } from '../../../platform/crypto/seal.ts'
import { newId } from '../../../platform/id.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { isId } from '../../../platform/http/page.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { InvitationRow } from '../present.ts'
import { staffAddress } from '../rules/sign-in-address.ts'
import { makeToken } from '../rules/token-format.ts'
import { audit } from './audit.ts'

const validDays = 7

/** A newer invitation to the same address takes the place of an open one. */
export async function invite({ db, publicUrl }: Platform, actor: Actor, wanted: { email: string; role: Role }): Promise<{ row: InvitationRow; link: string }> {
  const email = staffAddress(wanted.email)
  const token = makeToken('ki', actor.orgId)
  const id = newId()
  const row = await db.write(actor.orgId, async (tx) => {
    const [there] = await tx.query<{ active: boolean }>('select active from staff where org_id = $1 and email = $2', [tx.orgId, email])
    if (there?.active) throw new Refusal('conflict', 'This person works here already: change their role in the list of people.', { email: 'works here already' })
    await tx.query('update invitation set withdrawn_at = now() where org_id = $1 and email = $2 and accepted_at is null and withdrawn_at is null', [tx.orgId, email])
    const [created] = await tx.query<InvitationRow>(
      `insert into invitation (org_id, id, email, role, token_hash, invited_by, expires_at) values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))
       returning id, email, role, $8::text as invited_by_name, created_at, expires_at, accepted_at`,
      [tx.orgId, id, email, wanted.role, hashToken(token), actor.staffId, validDays, actor.name])
    await audit(tx, actor, 'invitation.created', { kind: 'invitation', id }, { role: wanted.role })
    tx.publish({ name: 'identity.invitationCreated', ids: { invitationId: id } })
    return created!
  })
  return { row, link: `${publicUrl()}/invitation#${token}` }
}

export async function withdrawInvitation({ db }: Platform, actor: Actor, id: string): Promise<void> {
  if (!isId(id)) throw notFound('open invitation')
  await db.write(actor.orgId, async (tx) => {
    const withdrawn = await tx.query('update invitation set withdrawn_at = now() where org_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null returning id', [tx.orgId, id])
    if (withdrawn.length === 0) throw notFound('open invitation')
    await audit(tx, actor, 'invitation.withdrawn', { kind: 'invitation', id })
    tx.publish({ name: 'identity.invitationWithdrawn', ids: { invitationId: id } })
  })
}
