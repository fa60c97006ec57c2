// How a try ended, written by whoever still holds the claim. What has failed for good is never silent: administrators are told once.
import type { Tx } from '../../../../platform/db/database.ts'
import { peopleInCharge } from '../../../identity/index.ts'
import { notify } from '../../../notifications/index.ts'
import { orderDelivery } from '../enter-deliveries.ts'
import type { Claimed } from './claim.ts'

export type Outcome =
  | { kind: 'sent'; detail?: string }
  /** Not now. */
  | { kind: 'later'; detail: string; seconds?: number }
  /** Never. */
  | { kind: 'failed'; detail: string }

/** Seconds to the next try; the last one repeats until the day is over. An alert of yesterday stands in the app. */
const backOff = [30, 120, 300, 900]
const giveUpHours = 24

/** Answers whether it is over, one way or the other. */
export async function settleDelivery(tx: Tx, claimed: Claimed, outcome: Outcome, now: Date): Promise<boolean> {
  const seconds = outcome.kind === 'later' ? Math.max(outcome.seconds ?? 0, backOff[Math.min(claimed.attempts, backOff.length) - 1]!) : 0
  const next = new Date(now.getTime() + seconds * 1000)
  const rows = await tx.query<{ id: string; state: string }>(
    `update alert_delivery set claim = null, detail = $5, sent_at = case when $4 = 'sent' then coalesce(sent_at, $6::timestamptz) end, send_after = case $4 when 'later' then $7::timestamptz when 'sent' then coalesce(sent_at, $6::timestamptz) else $6::timestamptz end,
       state = case $4 when 'sent' then 'sent' when 'failed' then 'failed' else case when created_at > $6::timestamptz - $8::integer * interval '1 hour' then 'waiting' else 'failed' end end
     where org_id = $1 and id = any ($2) and claim = $3 and state in ('sending', 'sent') returning id, state`,
    [tx.orgId, claimed.rows.map((r) => r.id), claimed.claim, outcome.kind, outcome.detail?.slice(0, 500) ?? null, now, next, giveUpHours], 'settle-alert-delivery')
  const waiting = rows.filter((r) => r.state === 'waiting')
  if (waiting.length > 0) orderDelivery(tx, claimed.id, next)
  const failed = rows.filter((r) => r.state === 'failed')
  if (failed.length > 0) await tellOfFailure(tx, claimed, outcome.detail ?? '', now)
  return rows.length > 0 && waiting.length === 0
}

interface Untold extends Pick<Claimed, 'person' | 'destinationId' | 'road'> { rows: readonly { id: string; alertId: string }[] }

/** Once until something of the same person (or place) and road has left again. */
export async function tellOfFailure(tx: Tx, { rows, person, destinationId, road }: Untold, detail: string, now: Date): Promise<void> {
  const [before] = await tx.query<{ failing: boolean; since: string }>(
    `select exists (select from alert_delivery d where d.org_id = $1 and d.staff_id is not distinct from $2 and d.destination_id is not distinct from $3 and d.road = $4 and d.state = 'failed' and d.id <> all ($5)
         and d.created_at > coalesce((select max(s.sent_at) from alert_delivery s where s.org_id = $1 and s.staff_id is not distinct from $2 and s.destination_id is not distinct from $3 and s.road = $4 and s.state = 'sent'), '-infinity')) as failing,
       (select coalesce(max(s.sent_at)::text, 'ever') from alert_delivery s where s.org_id = $1 and s.staff_id is not distinct from $2 and s.destination_id is not distinct from $3 and s.road = $4 and s.state = 'sent') as since`,
    [tx.orgId, person?.staffId ?? null, destinationId, road, rows.map((r) => r.id)], 'failing-before')
  if (before!.failing) return
  const administrators = await peopleInCharge(tx, [{ to: 'role', role: 'administrator' }])
  const [place] = destinationId === null ? [] : await tx.query<{ name: string }>('select name from alert_destination where org_id = $1 and id = $2', [tx.orgId, destinationId], 'name-of-destination')
  await notify(tx, administrators.map((a) => ({
    staffId: a.staffId, kind: 'alert' as const, urgent: true, dedupeKey: `alert-failed:${person?.staffId ?? destinationId}:${road}:${before!.since}`,
    detail: { failed: road, alertId: rows[0]!.alertId, name: place?.name ?? person?.name ?? '', why: detail.slice(0, 200) },
  })), now)
}
