import type { Static } from 'typebox'
import type { TouchpointPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { cancelPlanned } from '../invitations/cancel-planned.ts'
import { checkDefinition } from './check-definition.ts'
import { lockOrder, takeName } from './create-touchpoint.ts'
import { completeDefinition, touchpointColumns, type TouchpointRow } from './touchpoint-row.ts'

/** Switched off or retired, it asks nobody any more: what it has planned is called off. @throws Refusal */
export async function changeTouchpoint(tx: Tx, actor: Actor, id: string, patch: Static<typeof TouchpointPatch>): Promise<void> {
  await lockOrder(tx)
  const [before] = isId(id) ? await tx.query<TouchpointRow>(`select ${touchpointColumns} from touchpoint tp where tp.org_id = $1 and tp.id = $2 for update`, [tx.orgId, id], 'lock-touchpoint') : []
  if (before === undefined) throw notFound('touchpoint')
  const retired = patch.retired ?? before.retired
  if (retired && patch.active === true) throw new Refusal('cannot-do', `The touchpoint "${before.name}" is retired: bring it back before it is switched on.`, { active: 'the touchpoint is retired' })
  const active = retired ? false : (patch.active ?? before.active)
  const name = patch.name === undefined ? before.name : takeName(patch.name)
  const definition = patch.definition === undefined ? before.definition : await checkDefinition(tx, before.trigger, completeDefinition(patch.definition, completeDefinition(before.definition)))
  await tx.query(
    `update touchpoint set name = $3, definition = $4, active = $5, retired_at = case when $6 then coalesce(retired_at, now()) end, updated_at = clock_timestamp() where org_id = $1 and id = $2`,
    [tx.orgId, id, name, JSON.stringify(definition), active, retired], 'change-touchpoint')
  // One that comes back stands last, like a new one.
  if (patch.position !== undefined || (before.retired && !retired)) await move(tx, id, patch.position ?? Number.MAX_SAFE_INTEGER)
  const called = before.active && !active ? await cancelPlanned(tx, { touchpointId: id }, 'touchpoint-off') : 0
  await audit(tx, actor, retired && !before.retired ? 'touchpoint.retired' : 'touchpoint.changed', { kind: 'touchpoint', id }, {
    fields: Object.keys(patch).sort(), ...(name === before.name ? {} : { name: [before.name, name] }), ...(patch.position === undefined ? {} : { position: [before.position, patch.position] }),
    ...(active === before.active ? {} : { active: [before.active, active] }), ...(called === 0 ? {} : { calledOff: called }),
  })
  tx.publish({ name: 'feedback.touchpointChanged', ids: { touchpointId: id, surveyId: before.survey_id } })
}

/** To this place among those in use; the others make room. */
async function move(tx: Tx, id: string, position: number): Promise<void> {
  const rows = await tx.query<{ id: string }>('select id from touchpoint where org_id = $1 and retired_at is null order by position, id', [tx.orgId], 'touchpoint-order')
  const order = rows.map((r) => r.id).filter((other) => other !== id)
  order.splice(position, 0, id)
  await tx.query('update touchpoint t set position = o.place from unnest($2::uuid[], $3::int[]) o (id, place) where t.org_id = $1 and t.id = o.id and t.position <> o.place', [tx.orgId, order, order.map((_, place) => place)], 'order-touchpoints')
}
