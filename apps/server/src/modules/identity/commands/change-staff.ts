import type { Role } from '@kontuar/contracts'
import type { Database } from '../../../platform/db/database.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { isId } from '../../../platform/http/page.ts'
import type { StaffRow } from '../present.ts'
import { staffColumns } from '../queries/staff.ts'
import { audit, type Doer } from './audit.ts'

/** Role, and whether a person may come in at all. Who is let out is out at once: sessions end, tokens are refused. */
export async function changeStaff(db: Database, orgId: number, doer: Doer, id: string, change: { role?: Role; active?: boolean }): Promise<StaffRow> {
  if (!isId(id)) throw notFound('person')
  return db.write(orgId, async (tx) => {
    // All administrators are locked in one order, so that two who demote each other do so one after the other.
    const administrators = await tx.query<{ id: string; access: string }>(`select id, access from staff where org_id = $1 and role = 'administrator' and active order by id for update`, [tx.orgId])
    const [before] = await tx.query<StaffRow & { user_id: string }>(`select ${staffColumns}, user_id from staff where org_id = $1 and id = $2 for update`, [tx.orgId, id])
    if (!before) throw notFound('person')
    const role = change.role ?? before.role
    const active = change.active ?? before.active
    if (administrators.length === 1 && administrators[0]!.id === id.toLowerCase() && (role !== 'administrator' || !active)) {
      throw new Refusal('cannot-do', 'This is the last administrator: make somebody else administrator first.')
    }
    const unrestricted = administrators.filter((a) => a.access === 'everything')
    if (unrestricted.length === 1 && unrestricted[0]!.id === id.toLowerCase() && (role !== 'administrator' || !active)) {
      throw new Refusal('cannot-do', 'This is the last administrator who sees everything: let another administrator see everything first.')
    }
    const [after] = await tx.query<StaffRow>(`update staff set role = $3, active = $4 where org_id = $1 and id = $2 returning ${staffColumns}`, [tx.orgId, id, role, active])
    if (before.active && !active) await tx.query('select end_sessions_of($1, $2)', [tx.orgId, before.user_id])
    if (role !== before.role) await audit(tx, doer, 'staff.roleChanged', { kind: 'staff', id }, { from: before.role, to: role })
    if (active !== before.active) await audit(tx, doer, active ? 'staff.letIn' : 'staff.letOut', { kind: 'staff', id })
    tx.publish({ name: 'identity.staffChanged', ids: { staffId: id } })
    return after!
  })
}
