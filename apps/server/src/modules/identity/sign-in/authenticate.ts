// Who asks, at one prepared query a request: a session cookie of the workspace or a token of a program.
import type { FastifyRequest } from 'fastify'
import { permissions, rolePermissions, type Permission, type Role } from '@kontuar/contracts'
import { hashToken } from '../../../platform/crypto/seal.ts'
import type { Actor, Authenticate } from '../../../platform/http/actor.ts'
import type { Platform } from '../../../platform/platform.ts'
import { organizationOfToken } from '../rules/token-format.ts'
import { readSessionCookie } from './session-cookie.ts'

interface FoundSession { session_id: string; user_id: string; org_id: number; staff_id: string; name: string; role: Role; access: Actor['access']; unseen: boolean }
interface FoundToken extends Omit<FoundSession, 'session_id'> { token_id: string; scopes: Permission[] }

const ofRole = Object.fromEntries(Object.entries(rolePermissions).map(([role, names]) => [role, new Set(names)])) as unknown as Record<Role, ReadonlySet<Permission>>

export function createAuthenticate(platform: Platform): Authenticate {
  const { db, log } = platform
  const secret = platform.crypto.keyFor('auth')
  /** Beside the request: nobody waits for it, and losing it costs a minute of "last seen". */
  const note = (text: string, values: unknown[], name: string) => {
    db.query(text, values, name).catch((err: unknown) => log.warn({ err }, 'could not note when a session or token was last used'))
  }

  async function bySession(token: string, ipAddress: string): Promise<Actor | null> {
    const [found] = await db.query<FoundSession>('select * from find_session($1)', [token], 'find-session')
    if (!found) return null
    if (found.unseen) note('select note_session_seen($1)', [token], 'note-session-seen')
    return { kind: 'session', orgId: found.org_id, staffId: found.staff_id, userId: found.user_id, name: found.name, role: found.role, permissions: ofRole[found.role], access: found.access, credentialId: found.session_id, ipAddress }
  }

  async function byToken(token: string, ipAddress: string): Promise<Actor | null> {
    const orgId = organizationOfToken('kt', token)
    if (orgId === null) return null
    const [found] = await db.query<FoundToken>('select * from find_api_token($1, $2)', [orgId, hashToken(token)], 'find-api-token')
    if (!found) return null
    if (found.unseen) note('select note_api_token_used($1, $2)', [orgId, found.token_id], 'note-api-token-used')
    // The role may have shrunk since the token was made: both must allow it now.
    const allowed = permissions.filter((p) => found.scopes.includes(p) && ofRole[found.role].has(p))
    return { kind: 'token', orgId, staffId: found.staff_id, userId: found.user_id, name: found.name, role: found.role, permissions: new Set(allowed), access: found.access, credentialId: found.token_id, ipAddress }
  }

  return async (request: FastifyRequest) => {
    const { authorization, cookie } = request.headers
    if (authorization !== undefined) {
      const bearer = /^Bearer ([\w-]+)$/i.exec(authorization)?.[1]
      return bearer === undefined ? null : byToken(bearer, request.ip)
    }
    const token = readSessionCookie(cookie, secret)
    return token === null ? null : bySession(token, request.ip)
  }
}
