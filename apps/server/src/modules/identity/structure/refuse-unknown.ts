// What the settings of the desk may name: people who may sign in; locations, regions and teams in use.
import { rolePermissions, type Permission, type Role } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/**
 * @param kept ids that stood there before: they may stay although the person was let out meanwhile
 * @throws Refusal `invalid-input` unless each is an active person of the organization
 */
export async function refuseUnknownPeople(tx: Tx, ids: readonly string[], field: string, kept: readonly string[] = []): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !kept.includes(id))
  if (wanted.length === 0) return
  const known = wanted.every(isId) ? await tx.query<{ name: string; active: boolean }>('select name, active from staff where org_id = $1 and id = any ($2)', [tx.orgId, wanted], 'people-named') : []
  if (known.length < wanted.length) throw new Refusal('invalid-input', 'Somebody named here is nobody of this organization: choose people from the list.', { [field]: 'names an unknown person' })
  const gone = known.filter((p) => !p.active).map((p) => p.name)
  if (gone.length > 0) throw new Refusal('invalid-input', `${gone.join(', ')} may not sign in any more: choose active people, or let them in again first.`, { [field]: 'names a person who may not sign in' })
}

/** Whoever only looks on could never finish what is given to them. @throws Refusal `cannot-do` unless their role has the permission */
export async function refuseOnlooker(tx: Tx, id: string, permission: Permission, field: string): Promise<void> {
  const [person] = await tx.query<{ name: string; role: Role }>('select name, role from staff where org_id = $1 and id = $2', [tx.orgId, id], 'role-of-person')
  if (person !== undefined && !rolePermissions[person.role].includes(permission)) throw new Refusal('cannot-do', `${person.name} may only look at it: choose somebody who may change it.`, { [field]: 'may only look at it' })
}

/** @throws Refusal `invalid-input` unless each is in use, or stood there before (`kept`) */
export async function refuseUnknownStructure(tx: Tx, kind: 'location' | 'region' | 'team', ids: readonly string[], field: string, kept: readonly string[] = []): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !kept.includes(id))
  if (wanted.length === 0) return
  const known = wanted.every(isId) ? await tx.query<{ name: string; retired: boolean }>(`select name, retired_at is not null as retired from ${kind} where org_id = $1 and id = any ($2)`, [tx.orgId, wanted], `${kind}s-named`) : []
  if (known.length < wanted.length) throw new Refusal('invalid-input', `There is no such ${kind}: choose one from the list.`, { [field]: `names an unknown ${kind}` })
  const retired = known.filter((k) => k.retired).map((k) => `"${k.name}"`)
  if (retired.length > 0) throw new Refusal('invalid-input', `${retired.join(', ')} has been retired: choose another ${kind}, or bring it back first.`, { [field]: `names a retired ${kind}` })
}
