import type { Actor } from '../../../platform/http/actor.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { isId } from '../../../platform/http/page.ts'
import type { Database } from '../../../platform/db/database.ts'
import { audit } from './audit.ts'

/** One of the actor's own. */
export async function revokeToken(db: Database, actor: Actor, id: string): Promise<void> {
  if (!isId(id)) throw notFound('token')
  await db.write(actor.orgId, async (tx) => {
    const revoked = await tx.query('update api_token set revoked_at = now() where org_id = $1 and id = $2 and staff_id = $3 and revoked_at is null returning id', [tx.orgId, id, actor.staffId])
    if (revoked.length === 0) throw notFound('token')
    await audit(tx, actor, 'token.revoked', { kind: 'token', id })
  })
}
