// What a person does with their own account: sessions, tokens, profile, password.
import * as contract from '@kontuar/contracts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeMe } from '../commands/change-me.ts'
import { changePassword } from '../commands/change-password.ts'
import { createToken } from '../commands/create-token.ts'
import { endSession, listSessions } from '../commands/end-session.ts'
import { revokeToken } from '../commands/revoke-token.ts'
import { presentApiToken } from '../present.ts'
import { getMe } from '../queries/me.ts'
import { listTokenRows } from '../queries/staff.ts'
import { emptySessionCookie } from '../sign-in/session-cookie.ts'

const done = { ok: true } as const

export function accountRoutes(implement: Implement, platform: Platform) {
  const { config, db } = platform
  const secure = config.publicUrl?.startsWith('https:') ?? false

  implement(contract.signOut, async ({ actor, reply }) => {
    if (actor.kind === 'session') await endSession(platform, actor, actor.credentialId)
    reply.header('set-cookie', emptySessionCookie(secure))
    return done
  })
  implement(contract.getMe, async ({ actor }) => getMe(db, actor))
  implement(contract.changeMe, async ({ actor, body }) => {
    await changeMe(db, actor, body)
    return getMe(db, actor)
  })
  implement(contract.changePassword, async ({ actor, body, request }) => {
    await changePassword(platform, actor, request.headers.cookie ?? '', body)
    return done
  })
  implement(contract.listSessions, async ({ actor }) => ({ items: await listSessions(platform, actor), next: null }))
  implement(contract.endSession, async ({ actor, params }) => {
    await endSession(platform, actor, params.id)
    return done
  })
  implement(contract.listTokens, async ({ actor }) => ({ items: (await db.read(actor.orgId, (tx) => listTokenRows(tx, actor.staffId))).map(presentApiToken), next: null }))
  implement(contract.createToken, async ({ actor, body }) => {
    const { row, token } = await createToken(db, { ...maker(actor), doer: actor }, body)
    return { ...presentApiToken(row), token }
  })
  implement(contract.deleteToken, async ({ actor, params }) => {
    await revokeToken(db, actor, params.id)
    return done
  })
}

const maker = ({ orgId, staffId, permissions }: Actor) => ({ orgId, staffId, permissions })
