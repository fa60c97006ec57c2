// What others counted: an exchange its calls, a website the forms begun. The same source, time and place again replaces what was said. Told by
// hour and by day, a day is what its hours leave over (derive/outside-facts.ts).
import type { OutsideCount } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { isId, newId } from '../../../../platform/id.ts'
import { timeZoneOf } from '../../../identity/index.ts'
import { startOf } from '../../metrics/time.ts'
import { askFor } from '../keep/ask-for.ts'
import { hourOfDay } from '../keep/derive-at-work.ts'

/** @throws Refusal with the first item that cannot be; then nothing is stored */
export async function putCounts(tx: Tx, items: readonly OutsideCount[]): Promise<{ taken: number; changed: number }> {
  items.forEach(checkItem)
  await refuseBrokenDays(tx, items)
  await refuseUnknown(tx, 'location', items.map((i) => i.locationId))
  await refuseUnknown(tx, 'queue', items.map((i) => i.queueId))
  const rows = items.map((i) => ({ id: newId(), source: storable(i.source).trim(), what: i.what, span: i.span, begins: new Date(i.beginsAt).toISOString(), location: i.locationId?.toLowerCase() ?? null, queue: i.queueId?.toLowerCase() ?? null, n: i.n }))
  // Said twice in one breath, the last word holds.
  const last = [...new Map(rows.map((r) => [JSON.stringify([r.source, r.what, r.span, r.begins, r.location, r.queue]), r])).values()]
  const changed = await tx.query<{ id: string }>(
    `insert into outside_count (org_id, id, source, what, span, begins_at, location_id, queue_id, n)
     select $1, c.id, c.source, c.what, c.span, c.begins, c.location, c.queue, c.n from jsonb_to_recordset($2) c (id uuid, source text, what text, span text, begins timestamptz, location uuid, queue uuid, n integer)
     order by c.source, c.what, c.span, c.begins, c.location, c.queue
     on conflict (org_id, source, what, span, begins_at, location_id, queue_id) do update set n = excluded.n, updated_at = clock_timestamp() where outside_count.n <> excluded.n returning id`, [tx.orgId, JSON.stringify(last)], 'put-outside-counts')
  await askFor(tx, [...changed, ...await daysAround(tx, changed.map(({ id }) => id))].map(({ id }) => ({ kind: 'outside', id })))
  return { taken: items.length, changed: changed.length }
}

/** The days whose hours these are: less is left over of them now, or more. */
const daysAround = (tx: Tx, hours: readonly string[]) => tx.query<{ id: string }>(
  `select distinct d.id from outside_count h join org o on o.id = h.org_id join outside_count d on d.org_id = h.org_id and d.begins_at <= h.begins_at and d.begins_at > h.begins_at - interval '26 hours' and ${hourOfDay('h', 'd', 'o.time_zone')} where h.org_id = $1 and h.id = any ($2)`, [tx.orgId, hours], 'days-of-outside-hours')

function checkItem({ source, beginsAt }: OutsideCount, index: number): void {
  if (source.trim() === '') throw new Refusal('invalid-input', `Item ${index + 1} does not say who counted: give its source a name.`, { [`items.${index}.source`]: 'is empty' })
  const at = Date.parse(beginsAt)
  if (at > Date.now() + 86_400_000 || at < 0) throw new Refusal('invalid-input', `Item ${index + 1} counts a time ${at < 0 ? 'before 1970' : 'to come'}: check its beginsAt.`, { [`items.${index}.beginsAt`]: at < 0 ? 'lies before 1970' : 'lies in the future' })
}

/** A day that begins in its middle would be counted beside the day it belongs to. Days are the organization's, and begin where its zone says. */
async function refuseBrokenDays(tx: Tx, items: readonly OutsideCount[]): Promise<void> {
  if (items.every((i) => i.span !== 'day')) return
  const zone = await timeZoneOf(tx)
  const begins = (at: number) => startOf('day', at, zone) === at
  const index = items.findIndex((i) => i.span === 'day' && !begins(Date.parse(i.beginsAt)))
  if (index >= 0) throw new Refusal('invalid-input', `Item ${index + 1} counts a day and does not begin with one: give the instant at which the day begins in ${zone}.`, { [`items.${index}.beginsAt`]: 'is no beginning of a day' })
}

async function refuseUnknown(tx: Tx, kind: 'location' | 'queue', given: readonly (string | null | undefined)[]): Promise<void> {
  const ids = [...new Set(given.flatMap((id) => (id === null || id === undefined ? [] : [id.toLowerCase()])))]
  if (ids.length === 0) return
  const known = new Set((await tx.query<{ id: string }>(`select id from ${kind} where org_id = $1 and id = any ($2)`, [tx.orgId, ids.filter(isId)], `${kind}s-of-counts`)).map((r) => r.id))
  const index = given.findIndex((id) => typeof id === 'string' && !known.has(id.toLowerCase()))
  if (index >= 0) throw new Refusal('invalid-input', `The ${kind} of item ${index + 1} does not exist: choose from /${kind}s, or leave it out.`, { [`items.${index}.${kind}Id`]: 'is unknown' })
}
