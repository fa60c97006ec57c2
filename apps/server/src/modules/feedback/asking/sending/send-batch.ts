/*
 * One batch of due invitations: read and decided, composed outside any transaction, then decided again behind the locks and written with
 * their mails in one. Who dies before the commit has sent nothing; who dies after it has sent each once.
 */
import type { Look } from '@kontuar/pages'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { enterAutomaticMails, enterSms, type EnteredMail, type EnteredSms } from '../../../channels/index.ts'
import { cancelPlanned } from '../invitations/cancel-planned.ts'
import { suppressPlanned, type Suppressed } from '../planning/store-planned.ts'
import { readSettings } from '../settings/read-settings.ts'
import { composeInvitations, type Composed, type Uncomposed } from './compose-invitations.ts'
import { decideDue, type ToSend } from './decide-due.ts'
import { listDue, lockDue } from './due-invitations.ts'
import { putOff, reasonOfRefusal, writeFailed, writeSent, type Sent } from './write-sent.ts'

export interface BatchOutcome { due: number; settled: number; sent: number }

/** Ready to be written: the costly part is done. */
export interface PreparedBatch { ids: string[]; composed: Composed[]; uncomposed: Uncomposed[] }

/**
 * @param atMost invitations; they are held in memory with their bytes
 * @param besides left out, because somebody is about to write them
 */
export async function prepareBatch(platform: Platform, orgId: number, atMost: number, besides: readonly string[] = []): Promise<PreparedBatch | null> {
  const { dues, decision, look } = await platform.db.read(orgId, async (tx) => {
    const dues = await listDue(tx, atMost, besides)
    return { dues, decision: await decideDue(tx, dues), look: (await readSettings(tx)).look satisfies Look }
  })
  if (dues.length === 0 || decision.ground.paused) return null
  return { ids: dues.map((d) => d.id), ...(await composeInvitations(platform, orgId, decision.send, decision.ground, look)) }
}

export const writeBatch = async ({ db }: Platform, orgId: number, { ids, composed, uncomposed }: PreparedBatch): Promise<BatchOutcome> =>
  db.write(orgId, async (tx) => ({ due: ids.length, ...(await settle(tx, ids, composed, uncomposed)) }))

/** One batch from beginning to end. */
export async function sendBatch(platform: Platform, orgId: number, atMost: number): Promise<BatchOutcome> {
  const prepared = await prepareBatch(platform, orgId, atMost)
  return prepared === null ? { due: 0, settled: 0, sent: 0 } : writeBatch(platform, orgId, prepared)
}

/**
 * Batches until nothing is due or the time is over: while one is written the next is composed, so that neither the database nor the
 * process waits for the other. Answers whether something may be left.
 */
export async function sendDue(platform: Platform, orgId: number, atMost: number, until: number): Promise<boolean> {
  let prepared = await prepareBatch(platform, orgId, atMost)
  while (prepared !== null) {
    const now: PreparedBatch = prepared
    const goesOn = Date.now() < until
    const [written, next] = await Promise.allSettled([writeBatch(platform, orgId, now), goesOn ? prepareBatch(platform, orgId, atMost, now.ids) : null])
    if (written.status === 'rejected') throw written.reason
    if (next.status === 'rejected') throw next.reason
    if (!goesOn) return true
    // Somebody is at these: the sweep looks again, and a run that turned in a circle would never end.
    if (written.value.settled === 0) return false
    prepared = next.value ?? (written.value.settled < written.value.due ? await prepareBatch(platform, orgId, atMost) : null)
  }
  return false
}

async function settle(tx: Tx, ids: readonly string[], composed: readonly Composed[], uncomposed: readonly Uncomposed[]): Promise<Pick<BatchOutcome, 'settled' | 'sent'>> {
  const locked = await lockDue(tx, ids)
  if (locked.length === 0) return { settled: 0, sent: 0 }
  const decision = await decideDue(tx, locked)
  const fitting = new Map(composed.map((c) => [c.due.id, c]))
  // What has changed since it was composed (another address, a new version) is composed anew in the next batch.
  const ready = decision.send.flatMap((now) => {
    const one = fitting.get(now.due.id)
    return one !== undefined && isAsComposed(one, now) ? [one] : []
  })
  const failed = uncomposed.filter((u) => decision.send.some((s) => s.due.id === u.id))
  const { sent, refused } = await enter(tx, ready)
  await writeSent(tx, sent, decision.ground.settings.expireDays)
  await suppressPlanned(tx, [...decision.suppressed, ...refused])
  await putOff(tx, decision.later)
  await writeFailed(tx, failed.map((f) => ({ id: f.id, reason: 'could-not-compose', detail: f.error })))
  await cancelPlanned(tx, { ids: decision.cancelled }, 'touchpoint-off')
  return { sent: sent.length, settled: sent.length + decision.suppressed.length + refused.length + decision.later.length + failed.length + decision.cancelled.length }
}

const isAsComposed = (composed: Composed, now: ToSend) => composed.road === now.road && composed.address === now.address && composed.version === now.version

async function enter(tx: Tx, ready: readonly Composed[]): Promise<{ sent: Sent[]; refused: Suppressed[] }> {
  const byId = new Map(ready.map((c) => [c.due.id, c]))
  const sent: Sent[] = []
  const refused: Suppressed[] = []
  const note = (entered: EnteredMail | EnteredSms) => {
    if ('refused' in entered) refused.push({ id: entered.key, reason: reasonOfRefusal[entered.refused], detail: { because: entered.refused } })
    else sent.push({ composed: byId.get(entered.key)!, interactionId: entered.interactionId })
  }
  const mails = ready.flatMap((c) => c.mail ?? [])
  if (mails.length > 0) for (const entered of await enterAutomaticMails(tx, mails)) note(entered)
  const texts = ready.filter((c) => c.sms !== null)
  if (texts.length > 0) {
    const batch = texts.map(({ due, address, sms }) => ({ key: due.id, customerId: due.customer_id, ticketId: due.ticket_id, to: address, text: sms!.text, shownText: sms!.shownText, queueId: due.queue_id, locationId: due.location_id }))
    for (const entered of await enterSms(tx, batch)) note(entered)
  }
  return { sent, refused }
}
