// better-auth keeps passwords and sessions; our routes call its server interface, browsers never speak to it.
// The `minimal` entry with its Kysely adapter: the full one brings every database dialect (58 MB of memory against 24).
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { betterAuth } from 'better-auth/minimal'
import { Kysely, PostgresDialect } from 'kysely'
import type { Platform } from '../../../platform/platform.ts'
import { cookieName } from './session-cookie.ts'

const daySeconds = 86_400

type Ground = Pick<Platform, 'config' | 'crypto' | 'db'>

function createAuth(platform: Ground) {
  const { config, crypto, db } = platform
  const kysely = new Kysely({ dialect: new PostgresDialect({ pool: db.poolAs('kontuar_auth', 3) }) })
  const secure = config.publicUrl?.startsWith('https:') ?? false
  return betterAuth({
    secret: crypto.keyFor('auth'),
    baseURL: config.publicUrl ?? `http://${config.host}:${config.port}`,
    database: kyselyAdapter(kysely.withSchema('auth'), { type: 'postgres' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: {
      // Thirty days from the sign-in, one day without "remember me"; no sliding, so that a stolen cookie ends some time.
      expiresIn: 30 * daySeconds, disableSessionRefresh: true, cookieCache: { enabled: false },
      additionalFields: { orgId: { type: 'number', required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const organizations = await db.query<{ org_id: number; active: boolean }>('select org_id, active from organizations_of_user($1)', [session.userId])
            return { data: { ...session, orgId: organizations.find((o) => o.active)?.org_id ?? null } }
          },
        },
      },
    },
    advanced: {
      // Its own prefix would change the cookie's name between http and https.
      useSecureCookies: false,
      cookiePrefix: 'kontuar',
      cookies: { session_token: { name: cookieName, attributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' } } },
      // The address Fastify determined is handed over in this header; the caller's own headers are not.
      ipAddress: { ipAddressHeaders: ['x-kontuar-address'], ipv6Subnet: 128 },
    },
    // Ours counts over all processes (rate-limit.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type Auth = ReturnType<typeof createAuth>

const known = new WeakMap<Ground, Auth>()

export function authOf(platform: Ground): Auth {
  const before = known.get(platform)
  if (before) return before
  const auth = createAuth(platform)
  known.set(platform, auth)
  return auth
}
