// The ledger of text messages. As with mail, every step is one conditional update, so that of two who reach for the same message
// exactly one has it.
import type { Tx } from '../../../platform/db/database.ts'
import { deliveryChanged } from '../sending/ledger.ts'
import type { GatewayRow } from './gateway-row.ts'
import { hideLink } from './rules/hide-link.ts'
import { giveUpAfterSeconds, type SettledSms } from './rules/settle-sms.ts'

/** Longer than any try may take: 15 seconds for the exchange, and the waiting for a connection to the database. */
export const longestTrySeconds = 300

export interface DueSms { id: string; interaction_id: string; ticket_id: string | null; number: string; body: string; shown: string; attempts: number; waiting_seconds: number }

const news = (rows: readonly { interaction_id: string; ticket_id: string | null }[], state: string) => rows.map((r) => deliveryChanged(r.interaction_id, r.ticket_id, state))

/**
 * Takes the next message whose time has come, committed with the caller's transaction before anybody is asked. Or none is due, the
 * brake is on, the gateway rests, or the day's limit is reached (`waits`: until then, in seconds, for the last two; `limit`: that of the day).
 */
export async function claimNextSms(tx: Tx, claim: string): Promise<{ sms: DueSms; gateway: GatewayRow } | { waits: number | null; limit: number | null }> {
  const [gateway] = await tx.query<GatewayRow & { rests: number }>(
    // Locked: two workers must not both see the last free place of the day.
    `select g.active, g.settings, g.secrets, g.per_number_daily, g.per_day, g.state, g.updated_at, coalesce(extract(epoch from g.rest_until - clock_timestamp()), 0)::float8 as rests
     from sms_gateway g join org o on o.id = g.org_id and not o.outgoing_paused where g.org_id = $1 and g.active for no key update of g`, [tx.orgId], 'lock-sms-gateway-to-send')
  if (gateway === undefined) return { waits: null, limit: null }
  if (gateway.rests > 0) return { waits: gateway.rests, limit: null }
  const [day] = await tx.query<{ used: number; free_in: number | null }>(
    `select count(*)::int as used, extract(epoch from min(claimed_at) + interval '1 day' - clock_timestamp())::float8 as free_in from outgoing_sms
     where org_id = $1 and claimed_at > clock_timestamp() - interval '1 day'`, [tx.orgId], 'count-sms-of-day')
  if (day!.used >= gateway.per_day) return { waits: Math.max(60, day!.free_in ?? 60), limit: gateway.per_day }
  const [sms] = await tx.query<DueSms>(
    `update outgoing_sms s set state = 'sending', attempts = s.attempts + 1, next_attempt_at = null, claim = $2, claimed_at = clock_timestamp(), updated_at = clock_timestamp()
     from interaction i where s.org_id = $1 and i.org_id = s.org_id and i.id = s.interaction_id and s.id = (
       select d.id from outgoing_sms d where d.org_id = $1 and d.state = 'pending' and d.body is not null and d.send_after <= clock_timestamp() and coalesce(d.next_attempt_at, d.send_after) <= clock_timestamp()
       order by d.send_after limit 1 for update skip locked)
     returning s.id, s.interaction_id, i.ticket_id, s.number, s.body, i.text as shown, s.attempts, extract(epoch from clock_timestamp() - s.send_after)::float8 as waiting_seconds`, [tx.orgId, claim], 'claim-sms')
  return sms === undefined ? { waits: null, limit: null } : { sms, gateway }
}

/** The end of a try; written only by whoever still holds the claim. Late news of an uncertain message is still news. */
export async function settleSmsTry(tx: Tx, sms: DueSms, claim: string, settled: SettledSms): Promise<void> {
  const rows = await tx.query(
    `update outgoing_sms set state = $4, detail = $5, gateway_id = coalesce($6, gateway_id), next_attempt_at = clock_timestamp() + $7::float8 * interval '1 second',
       body = case when $4 = 'sent' then null else body end, sent_at = case when $4 = 'sent' then clock_timestamp() else sent_at end, updated_at = clock_timestamp()
     where org_id = $1 and id = $2 and claim = $3 and state in ('sending', 'uncertain') returning id`,
    [tx.orgId, sms.id, claim, settled.state, hideLink(settled.detail, sms.body, sms.shown), settled.gatewayId, settled.retryInSeconds], 'settle-sms')
  if (rows.length > 0) tx.publish(...news([sms], settled.state))
}

/** Those that nobody came back from: handed over perhaps. They wait for a person, unless the gateway can tell a repetition. */
export async function settleForsaken(tx: Tx, repeatable: boolean): Promise<void> {
  const rows = await tx.query<{ interaction_id: string; ticket_id: string | null }>(
    `update outgoing_sms s set state = $3, detail = $4, updated_at = clock_timestamp() from interaction i
     where s.org_id = $1 and s.state = 'sending' and s.claimed_at < clock_timestamp() - $2::int * interval '1 second' and i.org_id = s.org_id and i.id = s.interaction_id returning s.interaction_id, i.ticket_id`,
    [tx.orgId, longestTrySeconds, repeatable ? 'pending' : 'uncertain', repeatable ? null : 'The program was stopped while the gateway was taking the message: it may have been sent. Send it again only if the customer has not received it.'], 'settle-forsaken-sms')
  tx.publish(...news(rows, repeatable ? 'pending' : 'uncertain'))
}

/** Those that can no longer leave: too old to be worth sending, or without a gateway. */
export async function failLateSms(tx: Tx, hasGateway: boolean): Promise<void> {
  const rows = await tx.query<{ interaction_id: string; ticket_id: string | null }>(
    `update outgoing_sms s set state = 'failed', next_attempt_at = null, detail = coalesce(s.detail || ' · ', '') || $4, updated_at = clock_timestamp() from interaction i
     where s.org_id = $1 and s.state = 'pending' and ($3 or s.send_after < clock_timestamp() - $2::int * interval '1 second') and i.org_id = s.org_id and i.id = s.interaction_id returning s.interaction_id, i.ticket_id`,
    [tx.orgId, giveUpAfterSeconds, !hasGateway, hasGateway ? 'It could not leave within a day.' : 'There is no gateway for text messages any more: set one up in the settings.'], 'fail-late-sms')
  tx.publish(...news(rows, 'failed'))
}

/** The personal links in them are not kept for longer. */
export async function forgetOldSms(tx: Tx, keptDays: number): Promise<void> {
  const rows = await tx.query<{ interaction_id: string; ticket_id: string | null; failed: boolean }>(
    `with old as (select o.id, o.state = 'pending' as failed from outgoing_sms o where o.org_id = $1 and o.body is not null and o.created_at < now() - $2::int * interval '1 day' and o.state <> 'sending' order by o.id for update skip locked)
     update outgoing_sms s set body = null, updated_at = clock_timestamp(), state = case when old.failed then 'failed' else s.state end, detail = case when old.failed then 'It could not leave, and the personal link in it is not kept for longer.' else s.detail end
     from old join outgoing_sms x on x.org_id = $1 and x.id = old.id join interaction i on i.org_id = x.org_id and i.id = x.interaction_id
     where s.org_id = $1 and s.id = old.id returning s.interaction_id, i.ticket_id, old.failed`, [tx.orgId, keptDays], 'forget-old-sms')
  tx.publish(...news(rows.filter((r) => r.failed), 'failed'))
}

/** Behind every other job, like automatic mail. */
const priority = 10

/** Says that there is something to send; the ledger decides what. */
export function orderSms(tx: Tx, at: Date | null): void {
  tx.enqueue('channels.sendSms', {}, { priority, ...(at === null ? {} : { runAt: at.toISOString() }) })
}
