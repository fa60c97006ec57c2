// For tests alone: organizations with one person of each role, without the cost of real passwords where none is needed.
import { roles, type Role } from '@kontuar/contracts'
import type { FastifyInstance } from 'fastify'
import { hashPassword } from 'better-auth/crypto'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import { createToken, permissionsOf } from './commands/create-token.ts'
import { signInAddress } from './rules/sign-in-address.ts'

export const testPassword = 'long enough to pass'
export interface TestStaff { staffId: string; userId: string; email: string; role: Role }
export interface TestOrganization { orgId: number; name: string; staff: Record<Role, TestStaff> }

let digest: Promise<string> | undefined
let made = 0

/** Everybody's password is `testPassword`; addresses are <role>@<n>.test. */
export async function buildOrganization(db: Database, name = `Organization ${made + 1}`): Promise<TestOrganization> {
  const domain = `org${++made}.test`
  const hash = await (digest ??= hashPassword(testPassword))
  const first: TestStaff = { staffId: newId(), userId: newId(), email: `administrator@${domain}`, role: 'administrator' }
  const [row] = await db.query<{ org_id: number }>('select * from create_organization($1, $2, $3, false, $4, $5, $6, $7, $8, $9, $10)',
    [name, 'pl', 'Europe/Warsaw', first.staffId, first.userId, 'Administrator', first.email, first.email, hash, newId()])
  const orgId = row!.org_id
  const others = await Promise.all(roles.filter((r) => r !== 'administrator').map((role) => buildStaff(db, orgId, role, `${role}@${domain}`)))
  return { orgId, name, staff: Object.fromEntries([first, ...others].map((s) => [s.role, s])) as Record<Role, TestStaff> }
}

/** One more person; a known address gets no new password. */
export async function buildStaff(db: Database, orgId: number, role: Role, email: string): Promise<TestStaff> {
  const hash = await (digest ??= hashPassword(testPassword))
  return db.write(orgId, async (tx) => {
    const staffId = newId()
    const [user] = await tx.query<{ create_user: string }>('select create_user($1, $2, $3, $4)', [newId(), email, signInAddress(email), hash])
    await tx.query('insert into staff (org_id, id, user_id, name, email, role) values ($1, $2, $3, $4, $5, $6)', [orgId, staffId, user!.create_user, `${role} of ${orgId}`, email, role])
    return { staffId, userId: user!.create_user, email, role }
  })
}

/** A token with all that the role allows. */
export async function buildToken(db: Database, orgId: number, staff: TestStaff): Promise<string> {
  const { token } = await createToken(db, { orgId, staffId: staff.staffId, permissions: permissionsOf(staff.role), doer: null }, { name: 'test' })
  return token
}

/** A person before a browser: keeps the cookie, and says where its requests come from as a browser does. */
export class TestBrowser {
  cookie = ''
  readonly #app: FastifyInstance
  readonly #remoteAddress: string
  constructor(app: FastifyInstance, remoteAddress = '192.0.2.1') {
    this.#app = app
    this.#remoteAddress = remoteAddress
  }

  async ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object, headers: Record<string, string> = {}) {
    const answer = await this.#app.inject({
      method, url: `/api/v1${path}`, remoteAddress: this.#remoteAddress,
      headers: { 'sec-fetch-site': 'same-origin', ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body }),
    })
    const set = answer.headers['set-cookie']
    if (set !== undefined) this.cookie = String(set).split(';')[0]!
    return { status: answer.statusCode, body: answer.json(), setCookie: set === undefined ? null : String(set), headers: answer.headers }
  }

  signIn = (email: string, password = testPassword, remember?: boolean) => this.ask('POST', '/session', { email, password, ...(remember === undefined ? {} : { remember }) })
}
