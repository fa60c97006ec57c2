import { APIError } from 'better-auth/api'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { authOf } from '../sign-in/auth.ts'
import { giveBackAttempt, takeAttempt } from '../sign-in/rate-limit.ts'
import { audit } from './audit.ts'

/** Ends all other sessions: whoever knew the old password is out. The current one stays. */
export async function changePassword(platform: Platform, actor: Actor, cookie: string, given: { current: string; next: string }): Promise<void> {
  if (actor.kind !== 'session') throw new Refusal('not-allowed', 'A token cannot change a password: sign in to the workspace to do it.')
  const attempt = await takeAttempt(platform, actor.ipAddress ?? '', `password ${actor.userId}`)
  const auth = authOf(platform)
  await auth.api.changePassword({ body: { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: false }, headers: new Headers({ cookie }) })
    .catch((error: unknown) => {
      if (error instanceof APIError && error.statusCode < 500) throw new Refusal('wrong-credentials', 'The current password is not right: enter the one you signed in with.', { current: 'is not right' })
      throw error
    })
  const { internalAdapter } = await auth.$context
  const others = (await internalAdapter.listSessions(actor.userId)).filter((s) => s.id !== actor.credentialId)
  if (others.length > 0) await internalAdapter.deleteSessions(others.map((s) => s.token))
  await giveBackAttempt(platform, attempt)
  await platform.db.write(actor.orgId, (tx) => audit(tx, actor, 'password.changed', { kind: 'staff', id: actor.staffId }, { endedSessions: others.length }))
}
