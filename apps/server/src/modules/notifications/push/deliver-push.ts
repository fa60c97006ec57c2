// One push: claimed in a transaction, posted outside of one, and its end written by whoever still holds the claim. A process
// that dies in between leaves a push that is posted again; its tag and topic are the same, so the browser shows one.
import type { NotificationKind } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { fewAtOnce } from '../few-at-once.ts'
import { encryptPush, type BrowserKeys } from './encrypt.ts'
import { ForbiddenEndpoint, postTo } from './endpoint.ts'
import { orderPush } from './order-pushes.ts'
import { makePayload, type NoticeToPush } from './payload.ts'
import { settlePush, type Outcome } from './settle-push.ts'
import { subjectOf, createVapid } from './vapid.ts'

interface Claimed { id: string; attempts: number; subscription_id: string; notification_ids: string[]; staff_id: string }
interface Target { endpoint: string; keys: BrowserKeys; locale: string }
interface Prepared extends Claimed { target: Target; notices: NoticeToPush[] }

/** Seconds after which nobody wants to hear of it any more: the service throws it away. */
const timeToLive = 12 * 3600

const places = 4

export const deliverPush = (platform: Platform) => fewAtOnce('notifications.push', places, (orgId, id) => deliverOne(platform, orgId, id),
  ({ orgId, deliveryId }) => platform.db.write(orgId, async (tx) => orderPush(tx, deliveryId, new Date())))

async function deliverOne(platform: Platform, orgId: number, deliveryId: string) {
  const claim = newId()
  const push = await platform.db.write(orgId, (tx) => prepare(tx, deliveryId, claim))
  if (push === null) return
  const outcome = await post(platform, push)
  await platform.db.write(orgId, (tx) => settle(tx, push, claim, outcome))
}

async function prepare(tx: Tx, deliveryId: string, claim: string): Promise<Prepared | null> {
  const [push] = await tx.query<Claimed>(
    `update notification_delivery set state = 'sending', claim = $3, attempts = attempts + 1, send_after = clock_timestamp() + interval '2 minutes'
     where org_id = $1 and id = $2 and road = 'push' and state in ('waiting', 'sending') and send_after <= clock_timestamp()
     returning id, attempts, subscription_id, notification_ids, staff_id`, [tx.orgId, deliveryId, claim], 'claim-push')
  if (push === undefined) return null
  const [targets, notices] = await Promise.all([
    tx.query<Target>(
      `select p.endpoint, p.keys, coalesce(s.locale, o.locale) as locale from push_subscription p join staff s on s.org_id = p.org_id and s.id = p.staff_id and s.active join org o on o.id = p.org_id
       where p.org_id = $1 and p.id = $2 and p.staff_id = $3`, [tx.orgId, push.subscription_id, push.staff_id], 'push-target'),
    tx.query<NoticeToPush & { kind: NotificationKind }>(
      `select n.id, n.kind, n.ticket_id as "ticketId", t.number as "ticketNumber", coalesce((n.detail->>'count')::integer, 1) as count, n.urgent, n.at, n.detail
       from notification n left join ticket t on t.org_id = n.org_id and t.id = n.ticket_id
       where n.org_id = $1 and n.id = any ($2) and n.staff_id = $3 and n.read_at is null and (n.ticket_id is null or may_see_ticket(n.staff_id, n.ticket_id)) order by n.at, n.id`,
      [tx.orgId, push.notification_ids, push.staff_id], 'notices-to-push'),
  ])
  const [target] = targets
  const idle = target === undefined ? 'browser gone' : push.notification_ids.length > 0 && notices.length === 0 ? 'read meanwhile' : null
  if (target !== undefined && idle === null) return { ...push, target, notices }
  await tx.query(`update notification_delivery set state = 'dropped', detail = $3 where org_id = $1 and id = $2`, [tx.orgId, push.id, idle], 'drop-push')
  return null
}

async function post({ crypto, config, log, publicUrl }: Platform, { id, target, notices }: Prepared): Promise<Outcome> {
  const payload = makePayload(notices, target.locale, new Date())
  const vapid = createVapid(crypto, subjectOf(publicUrl()))
  try {
    return await postTo(target.endpoint, {
      'authorization': vapid.authorization(target.endpoint, new Date()), 'content-encoding': 'aes128gcm', 'content-type': 'application/octet-stream', 'ttl': String(timeToLive),
      'urgency': payload.urgent ? 'high' : 'normal',
      // RFC 8030 5.4: one that has not been fetched yet is replaced. Signed, so that the service learns nothing of the tag.
      'topic': crypto.sign(payload.tag, 'push-topic'),
    }, encryptPush(JSON.stringify(payload), target.keys), config.privatePush)
  } catch (error) {
    const fault = error instanceof ForbiddenEndpoint ? 'forbidden endpoint' : ((error as NodeJS.ErrnoException).code ?? (error as Error).name)
    log.info({ delivery: id, fault }, 'a push service could not be reached')
    return { fault: String(fault), forbidden: error instanceof ForbiddenEndpoint }
  }
}

async function settle(tx: Tx, push: Prepared, claim: string, outcome: Outcome) {
  const settled = settlePush(outcome, push.attempts, new Date())
  const next = settled.retryInSeconds === null ? null : new Date(Date.now() + settled.retryInSeconds * 1000)
  const held = await tx.query(
    `update notification_delivery set state = $4, detail = $5, claim = null, send_after = coalesce($6, send_after), sent_at = case when $4 = 'sent' then clock_timestamp() end
     where org_id = $1 and id = $2 and claim = $3 and state = 'sending' returning id`, [tx.orgId, push.id, claim, settled.state, settled.detail, next], 'settle-push')
  if (held.length === 0) return
  if (next !== null) orderPush(tx, push.id, next)
  const own = [tx.orgId, push.subscription_id, push.target.endpoint]
  // Only the subscription as it was when we posted: the browser may have subscribed anew meanwhile.
  if (settled.browser === 'gone') await tx.query('delete from push_subscription where org_id = $1 and id = $2 and endpoint = $3', own, 'forget-browser')
  if (settled.browser === 'failing') await tx.query('update push_subscription set failed_at = coalesce(failed_at, now()) where org_id = $1 and id = $2 and endpoint = $3', own, 'browser-fails')
  if (settled.browser === 'well') await tx.query('update push_subscription set failed_at = null where org_id = $1 and id = $2 and endpoint = $3 and failed_at is not null', own, 'browser-is-well')
  if (settled.browser === 'gone' || settled.browser === 'failing') tx.publish({ name: 'notifications.settingsChanged', ids: { staffId: push.staff_id } })
}
