// Text messages in bulk: the entries of the diary, the ledger and the order to send, in the caller's transaction.
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable, storableJson } from '../../../platform/db/storable.ts'
import { deliveryChanged } from '../sending/ledger.ts'
import { findGateway } from './gateway-row.ts'
import { orderSms } from './ledger.ts'

export interface NewSms {
  /** The caller's own name for it; comes back with the outcome. */
  key: string
  customerId: string | null
  /** Its matter; null: it stands in the customer's diary alone. */
  ticketId: string | null
  /** E.164: "+48600700800". */
  to: string
  /** What leaves, with the reader's own link in it. */
  text: string
  /** What the diary shows: the same without anything secret. */
  shownText: string
  /** Whose entry it is when it has no ticket to say so. */
  queueId: string | null
  locationId: string | null
}

/** `number-limit`: as many as are allowed within 24 hours have been sent to this number, or wait for it. */
export type SmsRefusal = 'no-gateway' | 'bad-number' | 'number-limit'
export type EnteredSms = { key: string; interactionId: string } | { key: string; refused: SmsRefusal }

export async function canSendSms(tx: Tx): Promise<boolean> {
  return (await findGateway(tx))?.active ?? false
}

/** In the order given, one for each. @throws when a ticket or customer does not exist */
export async function enterSms(tx: Tx, batch: readonly NewSms[]): Promise<EnteredSms[]> {
  const gateway = await findGateway(tx)
  if (gateway === null || !gateway.active) return batch.map(({ key }) => ({ key, refused: 'no-gateway' }))
  const usable = batch.filter((sms) => isE164(sms.to))
  const used = await countRecent(tx, usable.map((sms) => sms.to))
  const made: { id: string; interactionId: string; sms: NewSms }[] = []
  const outcomes = batch.map((sms): EnteredSms => {
    if (!isE164(sms.to)) return { key: sms.key, refused: 'bad-number' }
    const count = used.get(sms.to) ?? 0
    if (count >= gateway.per_number_daily) return { key: sms.key, refused: 'number-limit' }
    used.set(sms.to, count + 1)
    const interactionId = newId()
    made.push({ id: newId(), interactionId, sms })
    return { key: sms.key, interactionId }
  })
  if (made.length === 0) return outcomes
  const tickets = await insertSms(tx, made, gateway.settings.sender)
  for (const { interactionId } of made) tx.publish(deliveryChanged(interactionId, tickets.get(interactionId) ?? null, 'pending'))
  orderSms(tx, null)
  orderSms(tx, null)
  return outcomes
}

/** ITU-T E.164: up to fifteen digits; shorter ones than seven are no subscriber's. */
const isE164 = (number: string): boolean => /^\+[1-9]\d{6,14}$/.test(number)

/** Locks the numbers, so that two batches at once do not both see the last free place. */
async function countRecent(tx: Tx, numbers: readonly string[]): Promise<Map<string, number>> {
  const sorted = [...new Set(numbers)].sort()
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' sms ' || n, 0)) from unnest($2::text[]) n`, [tx.orgId, sorted], 'lock-sms-numbers')
  const rows = await tx.query<{ number: string; count: number }>(
    `select number, count(*)::int as count from outgoing_sms where org_id = $1 and number = any ($2) and created_at > now() - interval '1 day' and state not in ('failed', 'cancelled') group by number`, [tx.orgId, sorted], 'count-sms-to-numbers')
  return new Map(rows.map((r) => [r.number, r.count]))
}

/** Answers the ticket in which each stands: of a merged one, the ticket it went into. */
async function insertSms(tx: Tx, made: readonly { id: string; interactionId: string; sms: NewSms }[], sender: string): Promise<Map<string, string>> {
  const entries = tx.query<{ id: string; ticket_id: string | null }>(
    `insert into interaction (org_id, id, ticket_id, customer_id, queue_id, location_id, kind, direction, channel, at, from_name, from_address, recipients, text, automatic, mail_class)
     select $1, i.id, coalesce(t.merged_into_id, i.ticket), i.customer, i.queue, i.location, 'message', 'out', 'sms', clock_timestamp(), $3, $3, jsonb_build_object('to', jsonb_build_array(jsonb_build_object('name', '', 'address', i.number)), 'cc', '[]'::jsonb, 'bcc', '[]'::jsonb, 'replyTo', '[]'::jsonb), i.text, true, 'auto-reply'
     from json_to_recordset($2) i (id uuid, ticket uuid, customer uuid, queue uuid, location uuid, number text, text text)
     left join ticket t on t.org_id = $1 and t.id = i.ticket returning id, ticket_id`,
    [tx.orgId, storableJson(made.map(({ interactionId, sms }) => ({
      id: interactionId, ticket: sms.ticketId, customer: sms.customerId, queue: sms.ticketId === null ? sms.queueId : null, location: sms.ticketId === null ? sms.locationId : null, number: sms.to, text: sms.shownText,
    }))), sender], 'insert-sms-entries')
  const ledger = tx.query(
    `insert into outgoing_sms (org_id, id, interaction_id, number, body) select $1, s.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) s`,
    [tx.orgId, made.map((m) => m.id), made.map((m) => m.interactionId), made.map((m) => m.sms.to), made.map((m) => storable(m.sms.text))], 'insert-sms-ledger')
  const [rows] = await Promise.all([entries, ledger])
  return new Map(rows.flatMap((r) => (r.ticket_id === null ? [] : [[r.id, r.ticket_id]])))
}
