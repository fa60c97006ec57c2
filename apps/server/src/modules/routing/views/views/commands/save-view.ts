// Saving a view, new or changed. What is counted of it is counted anew whenever its conditions or its order change.
import type { NewView, ViewPatch } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Tx } from '../../../../../platform/db/database.ts'
import type { Actor } from '../../../../../platform/http/actor.ts'
import { isId } from '../../../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../../../platform/http/refusal.ts'
import { newId } from '../../../../../platform/id.ts'
import { countingOf } from '../../conditions.ts'
import { fillLater } from '../../counting/fill-view.ts'
import { checkDefinition, takeName } from '../check-definition.ts'
import { lockView, type ViewRow } from '../queries.ts'

type Doer = Pick<Actor, 'staffId' | 'permissions'>
const mostOwned = 200

/** Answers its id. @throws Refusal */
export async function createView(tx: Tx, doer: Doer, wish: Static<typeof NewView>): Promise<string> {
  const sharing = wish.sharing ?? 'private'
  if (sharing === 'shared') refuseWithoutShare(doer)
  const definition = await checkDefinition(tx, wish, doer.staffId)
  const name = takeName(wish.name)
  const [owned] = await tx.query<{ views: number }>('select count(*)::int as views from view where org_id = $1 and owner_id = $2 and retired_at is null', [tx.orgId, doer.staffId], 'count-own-views')
  if (owned!.views >= mostOwned) throw new Refusal('cannot-do', `You have ${mostOwned} views: remove one that is no longer used.`)
  const id = newId()
  const counting = countingOf(definition.conditions)
  await tx.query('insert into view (org_id, id, name, owner_id, sharing, definition, position, counting) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tx.orgId, id, name, doer.staffId, sharing, JSON.stringify(definition), wish.position ?? 0, counting], 'insert-view')
  if (counting === 'kept') fillLater(tx, id)
  tx.publish({ name: 'routing.viewChanged', ids: { viewId: id } })
  return id
}

/** @throws Refusal */
export async function changeView(tx: Tx, doer: Doer, id: string, wish: Static<typeof ViewPatch>): Promise<void> {
  const now = await lockOwn(tx, doer, id)
  if (wish.sharing === 'shared') refuseWithoutShare(doer)
  if (wish.sharing === 'private' && now.owner_id !== null && now.owner_id !== doer.staffId) throw new Refusal('cannot-do', 'Only the person who made this view can keep it to themselves: remove it, or make your own copy.')
  const { conditions, sort, columns, group } = now.definition
  const touched = wish.conditions !== undefined || wish.sort !== undefined || wish.columns !== undefined || wish.group !== undefined
  const definition = touched ? await checkDefinition(tx, {
    conditions: wish.conditions ?? conditions, sort: wish.sort ?? sort, columns: wish.columns === undefined ? columns : wish.columns, group: wish.group === undefined ? group : wish.group,
  }, doer.staffId) : now.definition
  const counting = countingOf(definition.conditions)
  const recount = counting === 'kept' && (now.counting !== 'kept' || now.filled_at === null || JSON.stringify([definition.conditions, definition.sort, definition.group]) !== JSON.stringify([conditions, sort, group]))
  await tx.query(
    `update view set name = $3, sharing = $4, owner_id = case when $4 = 'private' then coalesce(owner_id, $5) else owner_id end, definition = $6, position = $7, counting = $8,
       ready_made = case when $3 = name then ready_made end, filled_at = case when $9 or $8 = 'asked' then null else filled_at end, updated_at = clock_timestamp() where org_id = $1 and id = $2`,
    [tx.orgId, id, wish.name === undefined ? now.name : takeName(wish.name), wish.sharing ?? now.sharing, doer.staffId, JSON.stringify(definition), wish.position ?? now.position, counting, recount], 'update-view')
  // Also a view that is no longer kept: its members are cleared away.
  if (recount || now.counting !== counting) fillLater(tx, id)
  tx.publish({ name: 'routing.viewChanged', ids: { viewId: id } })
}

/** Retired, so that links to it say "not found" and nothing else breaks. @throws Refusal */
export async function deleteView(tx: Tx, doer: Doer, id: string): Promise<void> {
  await lockOwn(tx, doer, id)
  await tx.query('update view set retired_at = clock_timestamp(), filled_at = null, updated_at = clock_timestamp() where org_id = $1 and id = $2', [tx.orgId, id], 'retire-view')
  fillLater(tx, id)
  tx.publish({ name: 'routing.viewChanged', ids: { viewId: id } })
}

async function lockOwn(tx: Tx, doer: Doer, id: string): Promise<ViewRow> {
  const view = isId(id) ? await lockView(tx, id, doer.staffId) : null
  if (view === null) throw notFound('view')
  if (view.sharing === 'shared') refuseWithoutShare(doer)
  return view
}

function refuseWithoutShare(doer: Doer) {
  if (!doer.permissions.has('view.share')) throw new Refusal('not-allowed', 'A shared view is seen by everybody, so changing it needs the permission view.share: keep the view private, or ask a manager.')
}
