// The doors of identity: set-up, sign-in and what a person does with their own account; the organization's are in routes/.
import * as contract from '@kontuar/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../platform/http/actor.ts'
import type { Implement } from '../../platform/http/implement.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import type { Platform } from '../../platform/platform.ts'
import { createToken } from './commands/create-token.ts'
import { setUp } from './commands/set-up.ts'
import { signIn, type SignedIn } from './commands/sign-in.ts'
import { presentApiToken, presentMe } from './present.ts'
import { getMeRow, getOrganizationRow } from './queries/me.ts'

export function identityRoutes(implement: Implement, platform: Platform) {
  const { db } = platform
  const me = (actor: Pick<Actor, 'orgId' | 'staffId'> & Partial<Pick<Actor, 'permissions'>>) => db.read(actor.orgId, async (tx) => {
    const [row, organization] = await Promise.all([getMeRow(tx, actor.staffId), getOrganizationRow(tx)])
    return presentMe(row, organization, actor.permissions)
  })
  const welcome = (reply: FastifyReply, signedIn: SignedIn) => {
    reply.header('set-cookie', signedIn.setCookie)
    return me(signedIn)
  }

  implement(contract.getSetup, async () => {
    const [row] = await db.query<{ any_organization: boolean }>('select any_organization()', [], 'any-organization')
    return { needed: !row?.any_organization }
  })
  implement(contract.doSetup, async ({ body, request, reply }) => {
    refuseForeignPage(request)
    return welcome(reply, await setUp(platform, body, from(request)))
  })
  implement(contract.signIn, async ({ body, request, reply }) => {
    refuseForeignPage(request)
    return welcome(reply, await signIn(platform, body, from(request)))
  })
  implement(contract.getMe, async ({ actor }) => me(actor))
  implement(contract.createToken, async ({ actor, body }) => {
    const { row, token } = await createToken(db, { ...actor, doer: actor }, body)
    return { ...presentApiToken(row), token }
  })
}

export const from = (request: FastifyRequest) => ({ ipAddress: request.ip, userAgent: request.headers['user-agent'] ?? '' })

/** Another site must not sign its visitors in to an account of its own choosing (login CSRF). */
export function refuseForeignPage(request: FastifyRequest) {
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new Refusal('wrong-origin', 'The request came from another site: open the workspace at its own address.')
}
