// Making, changing and removing dashboards.
import type { BodyOf, Dashboard, NewDashboard, changeDashboard as changeRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { newId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { checkDefinition } from '../check-definition.ts'
import { getDashboard } from '../list-dashboards.ts'
import type { DashboardReader } from '../present-dashboard.ts'
import { readyMadeOf } from '../ready-made.ts'

export type DashboardMaker = DashboardReader & Doer
type Patch = BodyOf<typeof changeRoute>

const mostOfOne = 100

/** Answers its id. @throws Refusal */
export async function createDashboard(tx: Tx, maker: DashboardMaker, given: NewDashboard): Promise<string> {
  refuseSharing(maker, given.sharedWith ?? null)
  const [counted] = await tx.query<{ n: number }>('select count(*)::int as n from dashboard where org_id = $1 and owner_id = $2', [tx.orgId, maker.staffId], 'count-own-dashboards')
  if (counted!.n >= mostOfOne) throw new Refusal('conflict', `There are ${mostOfOne} dashboards of yours already: remove one that is not looked at.`)
  const definition = await checkDefinition(tx, given.definition)
  const id = newId()
  await tx.query('insert into dashboard (org_id, id, name, owner_id, shared_with, definition) values ($1, $2, $3, $4, $5, $6)', [tx.orgId, id, takeName(given.name), maker.staffId, given.sharedWith ?? null, JSON.stringify(definition)], 'insert-dashboard')
  return id
}

/** @throws Refusal */
export async function changeDashboard(tx: Tx, maker: DashboardMaker, id: string, patch: Patch): Promise<void> {
  const before = await getDashboard(tx, maker, id)
  refuseChange(before)
  const definition = patch.definition === undefined ? before.definition : await checkDefinition(tx, patch.definition)
  if (before.readyMade !== null) {
    if (patch.name !== undefined || patch.sharedWith !== undefined || patch.position !== undefined) throw new Refusal('invalid-input', 'Only the tiles of a ready-made dashboard can be changed: copy it to name and share it yourself.')
    // One row an organization: whoever saves second saves over the first.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' ready-made ' || $2, 0))`, [tx.orgId, before.readyMade], 'lock-ready-made')
    await tx.query('delete from dashboard where org_id = $1 and ready_made = $2', [tx.orgId, before.readyMade], 'forget-changed-dashboard')
    await tx.query('insert into dashboard (org_id, id, name, ready_made, definition) values ($1, $2, $3, $3, $4)', [tx.orgId, newId(), before.readyMade, JSON.stringify(definition)], 'insert-changed-dashboard')
    await audit(tx, maker, 'dashboard.changed', { kind: 'dashboard', id }, {})
    return
  }
  if (patch.sharedWith !== undefined) refuseSharing(maker, patch.sharedWith)
  const sharedWith = patch.sharedWith === undefined ? before.sharedWith : patch.sharedWith
  await tx.query('update dashboard set name = $3, definition = $4, shared_with = $5, position = $6, updated_at = now() where org_id = $1 and id = $2',
    [tx.orgId, id, patch.name === undefined ? before.name : takeName(patch.name), JSON.stringify(definition), sharedWith, patch.position ?? before.position], 'change-dashboard')
}

/** A ready-made one goes back to how it came. @throws Refusal */
export async function deleteDashboard(tx: Tx, maker: DashboardMaker, id: string): Promise<void> {
  const before = await getDashboard(tx, maker, id)
  refuseChange(before)
  const name = readyMadeOf(id)
  if (name === null) await tx.query('delete from dashboard where org_id = $1 and id = $2', [tx.orgId, id], 'delete-dashboard')
  else {
    await tx.query('delete from dashboard where org_id = $1 and ready_made = $2', [tx.orgId, name], 'reset-dashboard')
    await audit(tx, maker, 'dashboard.reset', { kind: 'dashboard', id }, {})
  }
}

function refuseChange({ mayChange, readyMade }: Dashboard) {
  if (!mayChange) throw new Refusal('not-allowed', readyMade === null ? 'This dashboard is somebody else’s: copy it and change the copy.' : 'A ready-made dashboard is changed for everybody, which needs the permission insight.manage: copy it and change the copy.')
}

function refuseSharing({ permissions }: DashboardMaker, sharedWith: readonly string[] | null) {
  if (sharedWith !== null && !permissions.has('insight.manage')) throw new Refusal('not-allowed', 'Sharing a dashboard needs the permission insight.manage: keep it to yourself, or ask a manager to share it.')
}

function takeName(given: string): string {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: give the dashboard a name by which people find it.', { name: 'is empty' })
  return name
}
