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

/** @param atMost invitations; they are held in memory with their bytes */
export async function sendBatch(platform: Platform, orgId: number, atMost: number): Promise<BatchOutcome> {
  const { db } = platform
  const { dues, decision, look } = await db.read(orgId, async (tx) => {
    const dues = await listDue(tx, atMost)
    return { dues, decision: await decideDue(tx, dues), look: (await readSettings(tx)).look satisfies Look }
  })
  if (dues.length === 0 || decision.ground.paused) return { due: 0, settled: 0, sent: 0 }
  const { composed, uncomposed } = await composeInvitations(platform, orgId, decision.send, decision.ground, look)
  return db.write(orgId, async (tx) => ({ due: dues.length, ...(await writeBatch(tx, dues.map((d) => d.id), composed, uncomposed)) }))
}

async function writeBatch(tx: Tx, ids: readonly string[], composed: readonly Composed[], uncomposed: readonly Uncomposed[]): Promise<Pick<BatchOutcome, 'settled' | 'sent'>> {
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
  const settle = (entered: EnteredMail | EnteredSms) => {
    if ('refused' in entered) refused.push({ id: entered.key, reason: reasonOfRefusal[entered.refused], detail: { because: entered.refused } })
    else sent.push({ composed: byId.get(entered.key)!, interactionId: entered.interactionId })
  }
  const mails = ready.flatMap((c) => c.mail ?? [])
  if (mails.length > 0) for (const entered of await enterAutomaticMails(tx, mails)) settle(entered)
  const texts = ready.filter((c) => c.sms !== null)
  if (texts.length > 0) {
    const batch = texts.map(({ due, address, sms }) => ({ key: due.id, customerId: due.customer_id, ticketId: due.ticket_id, to: address, text: sms!.text, shownText: sms!.shownText, queueId: due.queue_id, locationId: due.location_id }))
    for (const entered of await enterSms(tx, batch)) settle(entered)
  }
  return { sent, refused }
}
