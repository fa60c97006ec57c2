// Somebody of a demonstration company who did something then: as if they had been signed in.
import type { Role } from '@kontuar/contracts'
import { permissionsOf } from '../../modules/identity/index.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Actor } from '../../platform/http/actor.ts'

/** By their ids. */
export async function readDoers(db: Database, orgId: number): Promise<(staffId: string) => Actor> {
  const rows = await db.read(orgId, (tx) => tx.query<{ id: string; user_id: string; name: string; role: Role }>('select id, user_id, name, role from staff where org_id = $1', [orgId]))
  const doers = new Map(rows.map((row): [string, Actor] => [row.id, { kind: 'session', orgId, staffId: row.id, userId: row.user_id, name: row.name, role: row.role, permissions: permissionsOf(row.role), access: 'everything', credentialId: row.id }]))
  return (staffId) => doers.get(staffId)!
}
