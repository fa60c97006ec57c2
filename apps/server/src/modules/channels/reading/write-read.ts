// The one transaction of reading: diary, "read" and the link from the content, or nothing of it.
import type { Database, Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { receiveMessages, receiveReturned } from '../../diary/index.ts'
import { parkedMails, readMails } from '../figures.ts'
import type { Prepared } from './prepare-mail.ts'

/** A mail that fails for a reason of its own is parked at this attempt. */
const mostAttempts = 3

/** Deliveries that were not settled, each with the reason; the others are read or parked. */
export async function writeRead(db: Database, orgId: number, prepared: readonly Prepared[]): Promise<Map<string, Error>> {
  const failures = new Map<string, Error>()
  const sound = prepared.filter((p) => !('failed' in p))
  try {
    const open = sound.length === 0 ? [] : await db.write(orgId, (tx) => settle(tx, sound))
    for (const id of open) failures.set(id, new Error('another delivery of the same mail has to be read first'))
  } catch (error) {
    if (sound.length === 1) await giveUpOrRetry(db, orgId, sound[0]!, error as Error, failures)
    // One mail the database refuses must not hold up the others.
    else for (const one of sound) for (const [id, reason] of await writeRead(db, orgId, [one])) failures.set(id, reason)
  }
  for (const one of prepared) if ('failed' in one) await giveUpOrRetry(db, orgId, one, one.failed, failures)
  return failures
}

/** Answers the deliveries that must wait for another one of the same content. */
async function settle(tx: Tx, prepared: readonly Prepared[]): Promise<string[]> {
  const [contents, deliveries] = await Promise.all([
    // Locked: the same content may be in the hands of another worker, through another mailbox.
    tx.query<{ id: string; interaction_id: string | null }>('select id, interaction_id from mail_content where org_id = $1 and id = any ($2) order by id for update',
      [tx.orgId, [...new Set(prepared.map((p) => p.delivery.content_id))]], 'lock-mail-contents'),
    tx.query<{ id: string }>(`select id from mail_delivery where org_id = $1 and id = any ($2) and state = 'received' order by id for update`,
      [tx.orgId, prepared.map((p) => p.delivery.id)], 'lock-mail-deliveries'),
  ])
  const interactionOf = new Map(contents.map((c) => [c.id, c.interaction_id]))
  const waiting = new Set(deliveries.map((d) => d.id))
  const ours = prepared.filter((p) => waiting.has(p.delivery.id))

  const fresh = ours.flatMap((p) => ('message' in p && interactionOf.get(p.delivery.content_id) === null ? [p.message] : []))
  const returned = await receiveReturned(tx, fresh)
  const others = fresh.filter((m) => !returned.has(m))
  const received = await receiveMessages(tx, others)
  const entries = [...returned, ...others.map((message, i) => [message, received[i]!.interactionId] as const)]
  entries.forEach(([message, interactionId]) => {
    interactionOf.set(message.contentId, interactionId)
    if (message.mailClass === 'bounce') tx.publish({ name: 'channels.bounceReceived', ids: { interactionId } })
  })

  const parked = ours.flatMap((p) => ('parked' in p ? [{ id: p.delivery.id, mailbox: p.delivery.mailbox_id, content: p.delivery.content_id, reason: p.parked }] : []))
  // The second delivery of a mail that was parked meanwhile is parked with it.
  for (const p of ours) {
    if ('known' in p && interactionOf.get(p.delivery.content_id) === null) {
      const twin = parked.find((other) => other.content === p.delivery.content_id)
      if (twin) parked.push({ ...twin, id: p.delivery.id, mailbox: p.delivery.mailbox_id })
    }
  }
  const read = ours.filter((p) => interactionOf.get(p.delivery.content_id) !== null).map((p) => p.delivery.id)
  const changes: Promise<unknown>[] = []
  if (fresh.length > 0) {
    changes.push(tx.query(
      `update mail_content c set interaction_id = n.interaction from json_to_recordset($2) n (id uuid, interaction uuid) where c.org_id = $1 and c.id = n.id`,
      [tx.orgId, JSON.stringify(fresh.map((m) => ({ id: m.contentId, interaction: interactionOf.get(m.contentId) })))], 'link-mail-contents'))
  }
  if (read.length > 0) changes.push(tx.query(`update mail_delivery set state = 'read', reason = null where org_id = $1 and id = any ($2)`, [tx.orgId, read], 'deliveries-read'))
  if (parked.length > 0) {
    const unread = parked.filter((p) => interactionOf.get(p.content) === null)
    changes.push(park(tx, unread))
  }
  await Promise.all(changes)
  tx.afterCommit(() => readMails.inc(read.length))
  const settled = new Set([...read, ...parked.map((p) => p.id)])
  return ours.map((p) => p.delivery.id).filter((id) => !settled.has(id))
}

async function park(tx: Tx, parked: readonly { id: string; mailbox: string; reason: string }[]) {
  if (parked.length === 0) return
  await tx.query(
    `update mail_delivery d set state = 'parked', parked_at = now(), attempts = d.attempts + 1, reason = n.reason
     from json_to_recordset($2) n (id uuid, reason text) where d.org_id = $1 and d.id = n.id`,
    [tx.orgId, JSON.stringify(parked.map((p) => ({ id: p.id, reason: storable(p.reason).slice(0, 1000) })))], 'park-deliveries')
  for (const p of parked) tx.publish({ name: 'channels.mailParked', ids: { deliveryId: p.id, mailboxId: p.mailbox } })
  tx.afterCommit(() => parkedMails.inc(parked.length))
}

/** Trouble of the database or the network is nobody's fault: the job comes again. Anything else is the mail's own. */
async function giveUpOrRetry(db: Database, orgId: number, one: Prepared, error: Error, failures: Map<string, Error>) {
  failures.set(one.delivery.id, error)
  if (!isOfTheMail(error)) return
  await db.write(orgId, async (tx) => {
    const [row] = await tx.query<{ attempts: number }>(`update mail_delivery set attempts = attempts + 1 where org_id = $1 and id = $2 and state = 'received' returning attempts`, [orgId, one.delivery.id])
    if (row === undefined || row.attempts < mostAttempts) return
    await park(tx, [{ id: one.delivery.id, mailbox: one.delivery.mailbox_id, reason: `It could not be put into the diary: ${error.message}. Download the original, or try again after an update.` }])
    failures.delete(one.delivery.id)
  })
}

/** SQLSTATE classes: 22 bad data, 23 constraint, 42 a mistake of ours, 54 a limit of the database. */
export function isOfTheMail(error: Error & { code?: string }): boolean {
  if (error.code === undefined) return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError
  return /^(22|23|42|54)...$/.test(error.code) || error.code === 'ENOENT' || error.code === 'NoSuchKey'
}
