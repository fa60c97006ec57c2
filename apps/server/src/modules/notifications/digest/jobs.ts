// A digest a person and day: entered into the ledger at their hour, mailed by a job. The row is there even when there is nothing to
// tell, so that what comes a minute later waits for tomorrow.
import { notificationKinds } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { fewAtOnce } from '../few-at-once.ts'
import { notificationPorts, type MailOutcome } from '../ports.ts'
import { roadsOf, type StoredSettings } from '../rules/roads.ts'
import { readDigest, unmailed } from './queries.ts'
import { writeDigest } from './write-digest.ts'

export const orderDigests = (platform: Platform): Job<never> => ({ name: 'notifications.orderDigests', handle: () => orderDueDigests(platform, new Date()) })

export async function orderDueDigests({ db }: Platform, now: Date): Promise<void> {
  const due = await db.query<{ org_id: number; staff_id: string; local_day: string }>('select org_id, staff_id, local_day::text from list_due_digests($1)', [now], 'list-due-digests')
  for (const [orgId, people] of Map.groupBy(due, (d) => d.org_id)) await db.write(orgId, (tx) => enterDigests(tx, people, now))
}

async function enterDigests(tx: Tx, people: readonly { staff_id: string; local_day: string }[], now: Date) {
  const settings = await tx.query<{ staff_id: string; settings: StoredSettings }>('select staff_id, settings from notification_setting where org_id = $1 and staff_id = any ($2)', [tx.orgId, people.map((p) => p.staff_id)], 'settings-of-people')
  const kindsOf = new Map(settings.map((s) => [s.staff_id, mailedKinds(s.settings)]))
  // An older one that could not leave is in this one. Each has the day of where they are.
  await tx.query(
    `update notification_delivery d set state = 'dropped', detail = 'told with the next one' from jsonb_to_recordset($2) p (staff_id uuid, local_day text)
     where d.org_id = $1 and d.staff_id = p.staff_id and d.road = 'mail' and d.state = 'waiting' and d.subject_key like 'digest:%' and d.subject_key <> 'digest:' || p.local_day`,
    [tx.orgId, JSON.stringify(people)], 'drop-older-digests')
  const entered = await tx.query<{ id: string; state: string }>(
    `insert into notification_delivery (org_id, id, staff_id, road, subject_key, notification_ids, state, detail, send_after)
     select $1, p.id, p.staff, 'mail', 'digest:' || p.day, p.ids, case when cardinality(p.ids) = 0 then 'dropped' else 'waiting' end, case when cardinality(p.ids) = 0 then 'nothing to tell' end, $3
     from (select p.*, array(select n.id from notification n where n.org_id = $1 and n.staff_id = p.staff and n.kind = any (p.kinds) and ${unmailed} order by n.at, n.id) as ids
       from jsonb_to_recordset($2) p (id uuid, staff uuid, day text, kinds text[])) p
     on conflict do nothing returning id, state`,
    [tx.orgId, JSON.stringify(people.map((p) => ({ id: newId(), staff: p.staff_id, day: p.local_day, kinds: kindsOf.get(p.staff_id) ?? [] }))), now], 'enter-digests')
  for (const { id, state } of entered) if (state === 'waiting') orderSending(tx, id, now)
}

export const mailedKinds = (settings: StoredSettings | null) => notificationKinds.filter((kind) => roadsOf(settings, kind).mail)

const orderSending = (tx: Tx, deliveryId: string, at: Date) => tx.enqueue('notifications.sendDigest', { deliveryId }, { runAt: at.toISOString() })

const places = 2

type Outcome = MailOutcome | { kind: 'needless'; detail: string }

export const sendDigest = (platform: Platform) => fewAtOnce('notifications.sendDigest', places, (orgId, id) => sendOne(platform, orgId, id),
  ({ orgId, deliveryId }) => platform.db.write(orgId, async (tx) => orderSending(tx, deliveryId, new Date())))

async function sendOne(platform: Platform, orgId: number, deliveryId: string) {
  const { db, publicUrl } = platform
  const claim = newId()
  const digest = await db.write(orgId, async (tx) => {
    const held = await tx.query(
      // Longer than a mail server may keep us waiting.
      `update notification_delivery set state = 'sending', claim = $3, attempts = attempts + 1, send_after = clock_timestamp() + interval '30 minutes'
       where org_id = $1 and id = $2 and road = 'mail' and state in ('waiting', 'sending') and send_after <= clock_timestamp() returning id`, [orgId, deliveryId, claim], 'claim-digest')
    return held.length === 0 ? null : readDigest(tx, deliveryId)
  })
  if (digest === null) return
  const outcome: Outcome = digest.notices.length === 0 ? { kind: 'needless', detail: 'read meanwhile' }
    : await notificationPorts().sendMail(platform, orgId, { to: { name: digest.name, address: digest.email }, messageKey: `digest.${deliveryId}`, ...writeDigest(digest, publicUrl()) },
      () => db.write(orgId, (tx) => allowToLeave(tx, deliveryId, claim)))
  await db.write(orgId, (tx) => settleDigest(tx, deliveryId, claim, outcome))
}

/**
 * Counted as sent just before the mail server gets the end of it: whoever dies in that moment leaves a digest that is perhaps
 * missing, and never one that comes twice. What it told stands in the app.
 */
async function allowToLeave(tx: Tx, id: string, claim: string): Promise<boolean> {
  const held = await tx.query(`update notification_delivery set state = 'sent', sent_at = clock_timestamp() where org_id = $1 and id = $2 and claim = $3 and state = 'sending' returning id`, [tx.orgId, id, claim], 'digest-leaves')
  return held.length > 0
}

async function settleDigest(tx: Tx, id: string, claim: string, outcome: Outcome) {
  if (outcome.kind === 'sent') return void (await tx.query('update notification_delivery set claim = null where org_id = $1 and id = $2 and claim = $3', [tx.orgId, id, claim], 'digest-sent'))
  const next = new Date(Date.now() + 5 * 60_000)
  const [held] = await tx.query<{ state: string }>(
    `update notification_delivery set state = case when $4 = 'later' then case when created_at > now() - interval '1 day' then 'waiting' else 'failed' end when $4 = 'needless' then 'dropped' else 'failed' end,
       detail = $5, claim = null, sent_at = null, send_after = $6
     where org_id = $1 and id = $2 and claim = $3 and state in ('sending', 'sent') returning state`, [tx.orgId, id, claim, outcome.kind, outcome.detail.slice(0, 500), next], 'settle-digest')
  if (held?.state === 'waiting') orderSending(tx, id, next)
}
