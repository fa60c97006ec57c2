import type { Ability } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { isId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { refuseUnknownTags } from '../../../vocabulary/index.ts'
import { checkAbility } from '../rules/check-ability.ts'
import { getAbility } from './get-ability.ts'

/** A person's skills, capacity and shifts are exactly these from now on. */
export async function setAbility(tx: Tx, actor: Actor, staffId: string, given: Ability): Promise<Ability> {
  const before = await getAbility(tx, staffId)
  const wish = checkAbility(given)
  const products = wish.skills.filter((s) => s.kind === 'product' && !before.skills.some((b) => b.kind === 'product' && b.value === s.value))
  if (products.length > 0) await refuseUnknownTags(tx, products.map((p) => p.value))
  if (wish.shiftCalendarId !== null && wish.shiftCalendarId !== before.shiftCalendarId) await refuseUnknownCalendar(tx, wish.shiftCalendarId)

  await tx.query('select from staff where org_id = $1 and id = $2 for update', [tx.orgId, staffId], 'lock-able')
  await tx.query('delete from staff_skill where org_id = $1 and staff_id = $2', [tx.orgId, staffId], 'forget-skills')
  await tx.query('insert into staff_skill (org_id, staff_id, kind, value) select $1, $2, k.kind, k.value from jsonb_to_recordset($3) k (kind text, value text)', [tx.orgId, staffId, JSON.stringify(wish.skills)], 'keep-skills')
  await tx.query('delete from staff_capacity where org_id = $1 and staff_id = $2', [tx.orgId, staffId], 'forget-capacity')
  const limits = { ...wish.capacity.byChannel, ...(wish.capacity.total === null ? {} : { '*': wish.capacity.total }) }
  await tx.query('insert into staff_capacity (org_id, staff_id, channel, tickets) select $1, $2, k.key, k.value::int from jsonb_each_text($3) k', [tx.orgId, staffId, JSON.stringify(limits)], 'keep-capacity')
  if (wish.shiftCalendarId !== before.shiftCalendarId) {
    await tx.query(`insert into staff_presence (org_id, staff_id, state, calendar_id) values ($1, $2, 'off', $3) on conflict (org_id, staff_id) do update set calendar_id = excluded.calendar_id`, [tx.orgId, staffId, wish.shiftCalendarId], 'keep-shifts')
  }
  await audit(tx, actor, 'staff.abilityChanged', { kind: 'staff', id: staffId }, { from: before, to: wish })
  tx.publish({ name: 'routing.abilityChanged', ids: { staffId } })
  return getAbility(tx, staffId)
}

async function refuseUnknownCalendar(tx: Tx, id: string) {
  const found = isId(id) ? await tx.query('select 1 from calendar where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, id], 'calendar-for-shifts') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such calendar, or it has been retired: choose another one for the shifts, or none.', { shiftCalendarId: 'is not in use' })
}
