// The browsers a person lets us push to.
import type { Static } from 'typebox'
import type { PushSubscriptionBody } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { isId, newId } from '../../../platform/id.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { readKeys } from './encrypt.ts'
import { ForbiddenEndpoint, readEndpoint } from './endpoint.ts'
import { orderPush } from './order-pushes.ts'

/** Somebody's telephone, two computers, and some that were never unsubscribed; the oldest leaves. */
const mostBrowsers = 20

/** Answers its id. Subscribed again it keeps it; a browser that another colleague used becomes this person's alone. @throws Refusal `invalid-input` */
export async function subscribe(tx: Tx, staffId: string, given: Static<typeof PushSubscriptionBody>, userAgent: string, allowPrivate: boolean): Promise<string> {
  const { endpoint, keys } = check(given, allowPrivate)
  const [row] = await tx.query<{ id: string }>(
    `insert into push_subscription (org_id, id, staff_id, endpoint, keys, user_agent) values ($1, $2, $3, $4, $5, $6)
     on conflict (org_id, endpoint) do update set keys = excluded.keys, user_agent = excluded.user_agent, failed_at = null,
       id = case when push_subscription.staff_id = excluded.staff_id then push_subscription.id else excluded.id end, staff_id = excluded.staff_id,
       created_at = case when push_subscription.staff_id = excluded.staff_id then push_subscription.created_at else now() end
     returning id`, [tx.orgId, newId(), staffId, endpoint, JSON.stringify(keys), storable(userAgent).slice(0, 300)], 'subscribe-browser')
  await tx.query(
    `delete from push_subscription where org_id = $1 and id in (select id from push_subscription where org_id = $1 and staff_id = $2 order by created_at desc, id desc offset $3)`,
    [tx.orgId, staffId, mostBrowsers], 'forget-oldest-browsers')
  tx.publish({ name: 'notifications.settingsChanged', ids: { staffId } })
  return row!.id
}

function check({ endpoint, keys }: Static<typeof PushSubscriptionBody>, allowPrivate: boolean) {
  try {
    const url = readEndpoint(endpoint, allowPrivate)
    try {
      readKeys(keys)
    } catch {
      throw new Refusal('invalid-input', 'The keys of the browser cannot be read: subscribe this browser anew.', { keys: 'are no keys of a browser' })
    }
    return { endpoint: url.href, keys: { p256dh: keys.p256dh, auth: keys.auth } }
  } catch (error) {
    if (error instanceof ForbiddenEndpoint) throw new Refusal('invalid-input', error.message, { endpoint: 'is no public push service' })
    throw error
  }
}

/** @throws Refusal `not-found` for those of others too */
export async function unsubscribe(tx: Tx, staffId: string, id: string): Promise<void> {
  const gone = isId(id) ? await tx.query('delete from push_subscription where org_id = $1 and staff_id = $2 and id = $3 returning id', [tx.orgId, staffId, id], 'unsubscribe-browser') : []
  if (gone.length === 0) throw notFound('browser')
  tx.publish({ name: 'notifications.settingsChanged', ids: { staffId } })
}

/** One trial a browser in ten seconds: the button is pressed twice. @throws Refusal `cannot-do` */
export async function sendTrial(tx: Tx, staffId: string, now: Date): Promise<void> {
  const browsers = await tx.query<{ id: string }>('select id from push_subscription where org_id = $1 and staff_id = $2', [tx.orgId, staffId], 'browsers-of-person')
  if (browsers.length === 0) throw new Refusal('cannot-do', 'None of your browsers may be told anything yet: allow notifications in this browser first.')
  const rows = await tx.query<{ id: string }>(
    `insert into notification_delivery (org_id, id, staff_id, road, subject_key, subscription_id, notification_ids, send_after)
     select $1, d.id, $3, 'push', 'trial:' || d.browser || ':' || $4, d.browser, '{}', $5 from jsonb_to_recordset($2) d (id uuid, browser uuid) on conflict do nothing returning id`,
    [tx.orgId, JSON.stringify(browsers.map((b) => ({ id: newId(), browser: b.id }))), staffId, Math.floor(now.getTime() / 10_000), now], 'order-trials')
  for (const { id } of rows) orderPush(tx, id, now)
}
