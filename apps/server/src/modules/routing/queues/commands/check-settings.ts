// What a queue may name must be there and in use; what it named before may stay.
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../../../identity/index.ts'
import type { QueueRow } from '../present-queue.ts'

export interface QueueWish {
  calendarId?: string | null | undefined
  slaPolicyId?: string | null | undefined
  legalBasisCode?: string | null | undefined
  memberIds?: string[] | undefined
  teamIds?: string[] | undefined
}

/** @throws Refusal `invalid-input` with one sentence for the first thing that is not there */
export async function checkSettings(tx: Tx, wish: QueueWish, before: QueueRow | null): Promise<void> {
  if (wish.calendarId && wish.calendarId !== before?.calendar_id && !(await inUse(tx, 'calendar', wish.calendarId))) {
    throw new Refusal('invalid-input', 'There is no such calendar, or it has been retired: choose another one, or none for that of the organization.', { calendarId: 'is not in use' })
  }
  if (wish.slaPolicyId && wish.slaPolicyId !== before?.sla_policy_id && !(await inUse(tx, 'sla_policy', wish.slaPolicyId))) {
    throw new Refusal('invalid-input', 'There is no such SLA policy, or it has been retired: choose another one, or none.', { slaPolicyId: 'is not in use' })
  }
  if (wish.legalBasisCode && wish.legalBasisCode !== before?.legal_basis_code) {
    const found = await tx.query('select 1 from legal_basis where org_id = $1 and code = $2 and retired_at is null limit 1', [tx.orgId, wish.legalBasisCode.replaceAll('\0', '')], 'legal-basis-in-use')
    if (found.length === 0) throw new Refusal('invalid-input', 'There is no such legal basis, or it has been retired: choose another one, or none.', { legalBasisCode: 'is not in use' })
  }
  if (wish.memberIds !== undefined) await refuseUnknownPeople(tx, wish.memberIds, 'memberIds', before?.member_ids)
  if (wish.teamIds !== undefined) await refuseUnknownStructure(tx, 'team', wish.teamIds, 'teamIds', before?.team_ids)
}

async function inUse(tx: Tx, table: 'calendar' | 'sla_policy', id: string): Promise<boolean> {
  return isId(id) && (await tx.query(`select 1 from ${table} where org_id = $1 and id = $2 and retired_at is null`, [tx.orgId, id], `${table}-in-use`)).length > 0
}
