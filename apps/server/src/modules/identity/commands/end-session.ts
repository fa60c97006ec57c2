import type { Actor } from '../../../platform/http/actor.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { authOf } from '../sign-in/auth.ts'
import { audit } from './audit.ts'

/** One of the actor's own; refused at its very next request, because every request looks it up. */
export async function endSession(platform: Platform, actor: Actor, sessionId: string): Promise<void> {
  const { internalAdapter } = await authOf(platform).$context
  const session = (await internalAdapter.listSessions(actor.userId)).find((s) => s.id === sessionId)
  if (!session) throw notFound('session')
  await internalAdapter.deleteSession(session.token)
  await platform.db.write(actor.orgId, (tx) => audit(tx, actor, 'session.ended', { kind: 'staff', id: actor.staffId }))
}

export async function listSessions(platform: Platform, actor: Actor) {
  const { internalAdapter } = await authOf(platform).$context
  const sessions = await internalAdapter.listSessions(actor.userId)
  return sessions.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).map((s) => ({
    id: s.id, current: s.id === actor.credentialId,
    createdAt: s.createdAt.toISOString(), lastSeenAt: s.updatedAt.toISOString(), expiresAt: s.expiresAt.toISOString(),
    ipAddress: s.ipAddress || null, userAgent: s.userAgent || null,
  }))
}
