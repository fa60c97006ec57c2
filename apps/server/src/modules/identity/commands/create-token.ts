import { permissions, rolePermissions, type Permission, type Role } from '@kontuar/contracts'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { hashToken } from '../../../platform/crypto/seal.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { ApiTokenRow } from '../present.ts'
import { makeToken } from '../rules/token-format.ts'
import { audit, type Doer } from './audit.ts'

export interface NewToken { name: string; scopes?: readonly Permission[]; expiresAt?: string | null }

/**
 * A token of one member of staff. Kept as a digest: the answer is the only time anybody sees it.
 * @param maker who asks; its permissions are the most the token may carry (a token cannot make a mightier one)
 */
export async function createToken(db: Database, maker: { orgId: number; staffId: string; permissions: ReadonlySet<Permission>; doer: Doer }, wanted: NewToken): Promise<{ row: ApiTokenRow; token: string }> {
  const beyond = wanted.scopes?.filter((scope) => !maker.permissions.has(scope)) ?? []
  if (beyond.length > 0) throw new Refusal('not-allowed', `You cannot give what you do not have: leave out ${beyond.join(', ')}.`)
  if (wanted.expiresAt && Date.parse(wanted.expiresAt) <= Date.now()) throw new Refusal('invalid-input', 'The token would have expired already: choose a later moment.', { expiresAt: 'lies in the past' })
  const scopes = permissions.filter((p) => (wanted.scopes ? wanted.scopes.includes(p) : maker.permissions.has(p)))
  const token = makeToken('kt', maker.orgId)
  const row = await db.write(maker.orgId, async (tx) => {
    const [created] = await insert(tx, maker.staffId, wanted, scopes, token)
    await audit(tx, maker.doer, 'token.created', { kind: 'token', id: created!.id }, { scopes, staffId: maker.staffId })
    return created!
  })
  return { row, token }
}

export const permissionsOf = (role: Role): ReadonlySet<Permission> => new Set(rolePermissions[role])

const insert = (tx: Tx, staffId: string, wanted: NewToken, scopes: Permission[], token: string) => tx.query<ApiTokenRow>(
  `insert into api_token (org_id, id, staff_id, name, token_hash, scopes, expires_at) values ($1, $2, $3, $4, $5, $6, $7)
   returning id, name, scopes, created_at, last_used_at, expires_at`,
  [tx.orgId, newId(), staffId, wanted.name, hashToken(token), scopes, wanted.expiresAt ?? null])
