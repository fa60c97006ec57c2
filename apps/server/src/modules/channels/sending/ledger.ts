// The ledger of what leaves: every step of a mail is one conditional update, so that of two who reach for the same
// mail (two workers, undo and send, a dead process and its heir) exactly one has it.
import type { Tx } from '../../../platform/db/database.ts'
import { forgetWithheld } from '../automatic/forget-withheld.ts'
import type { Standing } from './rules/decide-after-death.ts'
import type { Settled } from './rules/settle-try.ts'
import type { SendingMailboxRow } from './mailbox-server.ts'

export interface LedgerRow extends Pick<Standing, 'state' | 'due' | 'paused'> {
  id: string
  interaction_id: string
  /** null: an automatic mail that belongs to no ticket. */
  ticket_id: string | null
  envelope_from: string
  recipients: string[]
  remaining: string[] | null
  refused: { address: string; reason: string }[]
  attempts: number
  claim: string | null
  claimed_by: string | null
  claimed_seconds_ago: number
  waiting_seconds: number
  /** What leaves differs from what the diary keeps. */
  withheld: boolean
  raw: Buffer | null
  sha256: string | null
  mailbox: SendingMailboxRow
}

const columns = `m.id, m.interaction_id, i.ticket_id, m.state, m.envelope_from, m.recipients, m.remaining, m.refused, m.attempts, m.claim, m.claimed_by,
  coalesce(m.next_attempt_at, m.send_after) <= clock_timestamp() and m.send_after <= clock_timestamp() as due, o.outgoing_paused as paused,
  coalesce(extract(epoch from clock_timestamp() - m.claimed_at), 0)::float8 as claimed_seconds_ago, extract(epoch from clock_timestamp() - m.send_after)::float8 as waiting_seconds,
  m.withheld, coalesce(w.raw, c.raw) as raw, c.sha256, json_build_object('id', b.id, 'smtp', b.smtp, 'secrets', b.secrets, 'active', b.active and b.retired_at is null) as mailbox`
const joins = `join org o on o.id = m.org_id join interaction i on i.org_id = m.org_id and i.id = m.interaction_id
  join mailbox b on b.org_id = m.org_id and b.id = m.mailbox_id join mail_content c on c.org_id = i.org_id and c.id = i.content_id
  left join withheld_mail w on w.org_id = m.org_id and w.outgoing_id = m.id`
/** What was kept back and is no longer there must not leave in its other shape. */
const whole = '(not m.withheld or w.outgoing_id is not null)'

/** Locks the mail until the end of the transaction. */
export async function lockMail(tx: Tx, id: string): Promise<LedgerRow | null> {
  const [row] = await tx.query<LedgerRow>(`select ${columns} from outgoing_mail m ${joins} where m.org_id = $1 and m.id = $2 and ${whole} for update of m`, [tx.orgId, id], 'lock-outgoing')
  return row ?? null
}

const isDue = `m.state = 'pending' and m.send_after <= clock_timestamp() and coalesce(m.next_attempt_at, m.send_after) <= clock_timestamp()`

/** The next mail of the mailbox whose time has come and that nobody holds; people's answers before what the program writes of itself. */
export async function lockNextDue(tx: Tx, mailboxId: string): Promise<LedgerRow | null> {
  const [row] = await tx.query<LedgerRow>(
    `select ${columns} from outgoing_mail m ${joins} where m.org_id = $1 and m.mailbox_id = $2 and ${isDue} and not o.outgoing_paused and ${whole} order by m.automatic, m.send_after limit 1 for update of m skip locked`, [tx.orgId, mailboxId], 'lock-next-outgoing')
  return row ?? null
}

/** The same without a lock, several of them. */
export async function listNextDue(tx: Tx, mailboxId: string, atMost: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select m.id from outgoing_mail m join org o on o.id = m.org_id where m.org_id = $1 and m.mailbox_id = $2 and ${isDue} and not o.outgoing_paused order by m.automatic, m.send_after limit $3`, [tx.orgId, mailboxId, atMost], 'list-next-outgoing')
  return rows.map((r) => r.id)
}

export async function claimMail(tx: Tx, id: string, claim: string, claimedBy: string): Promise<void> {
  await tx.query(
    `update outgoing_mail set state = 'sending', attempts = attempts + 1, next_attempt_at = null, claim = $3, claimed_by = $4, claimed_at = clock_timestamp(), updated_at = clock_timestamp()
     where org_id = $1 and id = $2`, [tx.orgId, id, claim, claimedBy], 'claim-outgoing')
}

/** Just before the dot. False: somebody else has taken the mail over, it must not leave by us. */
export async function commitToSend(tx: Tx, id: string, claim: string): Promise<boolean> {
  const rows = await tx.query(`update outgoing_mail set state = 'committing' where org_id = $1 and id = $2 and claim = $3 and state = 'sending' returning id`, [tx.orgId, id, claim], 'commit-outgoing')
  return rows.length > 0
}

/** The end of a try; written only by whoever still holds the claim. Late news of an uncertain mail is still news. */
export async function settleMail(tx: Tx, mail: Pick<LedgerRow, 'id' | 'interaction_id' | 'ticket_id' | 'withheld'>, claim: string, told: Settled, outcome: string): Promise<boolean> {
  const settled = mail.withheld ? withoutLinks(told) : told
  const noted = tx.query(
    `insert into outgoing_attempt (org_id, id, outgoing_id, outcome, detail) values ($1, $2, $3, $4, $5) on conflict do nothing`, [tx.orgId, claim, mail.id, outcome, settled.detail], 'note-attempt')
  const updated = tx.query(
    `update outgoing_mail set state = $4, detail = $5, remaining = $6, refused = refused || $7::jsonb, next_attempt_at = clock_timestamp() + $8::float8 * interval '1 second',
       sent_at = case when $4 = 'sent' then clock_timestamp() else sent_at end, updated_at = clock_timestamp()
     where org_id = $1 and id = $2 and claim = $3 and state in ('sending', 'committing', 'uncertain') returning id`,
    [tx.orgId, mail.id, claim, settled.state, settled.detail, settled.remaining, JSON.stringify(settled.refused), settled.retryInSeconds], 'settle-outgoing')
  const [, rows] = await Promise.all([noted, updated])
  if (rows.length === 0) return false
  if (mail.withheld && settled.state === 'sent') await forgetWithheld(tx, [mail.id])
  tx.publish(deliveryChanged(mail.interaction_id, mail.ticket_id, settled.state))
  return true
}

/** A server that suspects spam names the link it found: its host may be kept, but not whose link it is. */
function withoutLinks(settled: Settled): Settled {
  const cut = (text: string) => text.replace(/(https?:\/\/[^\s/?#]+)[/?#]\S+/gi, '$1/…')
  return { ...settled, detail: cut(settled.detail), refused: settled.refused.map((r) => ({ ...r, reason: cut(r.reason) })) }
}

export const deliveryChanged = (interactionId: string, ticketId: string | null, state: string) =>
  ({ name: 'channels.deliveryChanged', ids: { interactionId, ...(ticketId === null ? {} : { ticketId }) }, detail: { state } })

export interface NewOutgoing {
  id: string; interactionId: string; mailboxId: string; messageId: string; envelopeFrom: string; recipients: readonly string[]; automatic: boolean
  /** Seconds until it leaves. */
  undoSeconds: number
  ticketBefore: object | null
}

/** Writes the mail into the ledger and orders its sending, with the entry it belongs to. */
export async function enterMail(tx: Tx, mail: NewOutgoing): Promise<void> {
  const [row] = await tx.query<{ send_after: Date }>(
    `insert into outgoing_mail (org_id, id, interaction_id, mailbox_id, message_id, envelope_from, recipients, automatic, send_after, ticket_before)
     values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + $9 * interval '1 second', $10) returning send_after`,
    [tx.orgId, mail.id, mail.interactionId, mail.mailboxId, mail.messageId, mail.envelopeFrom, mail.recipients, mail.automatic, mail.undoSeconds, mail.ticketBefore === null ? null : JSON.stringify(mail.ticketBefore)], 'enter-outgoing')
  orderSending(tx, mail.id, mail.mailboxId, mail.undoSeconds > 0 ? row!.send_after : null)
}

/** Thousands of invitations stand behind every other job: reading, answers, notifications. */
const automaticPriority = 10

/**
 * Without a job key: graphile-worker takes a running job with the same key for done, so the one that is just sending
 * would not be given back after its process dies. A mail ordered twice is sent once all the same.
 * @param options.goOn not only this mail, but then whatever else is due in its mailbox
 */
export function orderSending(tx: Tx, id: string, mailboxId: string, at: Date | null, options: { automatic?: boolean; goOn?: boolean } = {}): void {
  tx.enqueue('channels.sendMail', { outgoingId: id, mailboxId, ...(options.goOn ? { goOn: true } : {}) }, { ...(at ? { runAt: new Date(at.getTime() + 5).toISOString() } : {}), ...(options.automatic ? { priority: automaticPriority } : {}) })
}
