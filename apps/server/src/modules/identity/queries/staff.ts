import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, isId } from '../../../platform/http/page.ts'
import type { ApiTokenRow, AuditRow, InvitationRow, StaffRow } from '../present.ts'

const beforeAnyId = '00000000-0000-0000-0000-000000000000'
const afterAnyId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The id a cursor points at; a cursor of our making holds nothing else. */
function idOf(cursor: string | undefined, begin: string): string {
  if (cursor === undefined) return begin
  const [id] = decodeCursor(cursor, 1)
  return typeof id === 'string' && isId(id) ? id : begin
}

export const staffColumns = 'id, name, email, role, active, created_at, last_seen_at'

/** In the order in which they came. One row more than `limit`, for the cursor. */
export const listStaffRows = (tx: Tx, limit: number, cursor?: string) => tx.query<StaffRow>(
  `select ${staffColumns} from staff where org_id = $1 and id > $2 order by id limit $3`, [tx.orgId, idOf(cursor, beforeAnyId), limit + 1], 'list-staff')

/** Newest first. */
export const listAuditRows = (tx: Tx, limit: number, cursor?: string, action?: string) => tx.query<AuditRow>(
  `select id, at, actor_id, actor_name, action, subject_kind, subject_id, detail, ip_address from audit
   where org_id = $1 and id < $2 ${action === undefined ? '' : 'and action = $4'} order by id desc limit $3`,
  [tx.orgId, idOf(cursor, afterAnyId), limit + 1, ...(action === undefined ? [] : [action])], action === undefined ? 'list-audit' : 'list-audit-by-action')

/** Neither accepted nor withdrawn; expired ones too, so that they can be seen and renewed. Newest first. */
export const listOpenInvitations = (tx: Tx) => tx.query<InvitationRow>(
  `select i.id, i.email, i.role, s.name as invited_by_name, i.created_at, i.expires_at, i.accepted_at
   from invitation i left join staff s on s.org_id = i.org_id and s.id = i.invited_by
   where i.org_id = $1 and i.accepted_at is null and i.withdrawn_at is null order by i.id desc limit 500`, [tx.orgId])

/** Of one person, newest first; expired ones stay visible until they are revoked. */
export const listTokenRows = (tx: Tx, staffId: string) => tx.query<ApiTokenRow>(
  `select id, name, scopes, created_at, last_used_at, expires_at from api_token
   where org_id = $1 and staff_id = $2 and revoked_at is null order by id desc limit 500`, [tx.orgId, staffId])
