// The doors for those who are not in yet: set-up, sign-in, invitations. The rest is in routes/.
import * as contract from '@kontuar/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Implement } from '../../platform/http/implement.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import type { Platform } from '../../platform/platform.ts'
import { acceptInvitation, viewInvitation } from './commands/accept-invitation.ts'
import { setUp } from './commands/set-up.ts'
import { signIn, type SignedIn } from './commands/sign-in.ts'
import type { IdentityPorts } from './ports.ts'
import { getMe } from './queries/me.ts'
import { accountRoutes } from './routes/account.ts'
import { organizationRoutes } from './routes/organization.ts'
import { structureRoutes } from './structure/routes.ts'

export function identityRoutes(implement: Implement, platform: Platform, ports: IdentityPorts) {
  const { db } = platform
  const welcome = (reply: FastifyReply, signedIn: SignedIn) => {
    reply.header('set-cookie', signedIn.setCookie)
    return getMe(db, signedIn)
  }

  implement(contract.getSetup, async () => {
    const [row] = await db.query<{ any_organization: boolean }>('select any_organization()', [], 'any-organization')
    return { needed: !row?.any_organization }
  })
  implement(contract.doSetup, async ({ body, request, reply }) => welcome(reply, await setUp(platform, body, from(request))))
  implement(contract.signIn, async ({ body, request, reply }) => welcome(reply, await signIn(platform, body, from(request))))
  implement(contract.viewInvitation, async ({ body, request }) => viewInvitation(platform, body.token, from(request)))
  implement(contract.acceptInvitation, async ({ body, request, reply }) => welcome(reply, await acceptInvitation(platform, body, from(request))))

  accountRoutes(implement, platform)
  organizationRoutes(implement, platform, ports)
  structureRoutes(implement, platform, ports)
}

function from(request: FastifyRequest) {
  // Another site must not sign its visitors in to an account of its own choosing (login CSRF).
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new Refusal('wrong-origin', 'The request came from another site: open the workspace at its own address.')
  return { ipAddress: request.ip, userAgent: request.headers['user-agent'] ?? '' }
}
