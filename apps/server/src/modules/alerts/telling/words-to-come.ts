/*
 * Who has clicked a score may still be writing why: what leaves the house waits for these words, two minutes at most, since a mail without
 * them sends its reader looking. The app and push say at once that something has come; what is urgent, gathered or a digest waits for nothing
 * more. Two minutes are the shortest wait for a group that "numbers" allows, and enough for the sentence or two that people write.
 */
import type { Tx } from '../../../platform/db/database.ts'
import { isUrgent } from '../firing.ts'
import type { OpenedAlert } from '../life/raise.ts'
import { orderDelivery } from './enter-deliveries.ts'

export interface WordsToCome { bundle: string; until: Date }
const waitMs = 2 * 60_000
const bundleOf = (answerId: string) => `words:${answerId}`

/** By alert; one whose customer has finished is missing. */
export async function wordsToCome(tx: Tx, opened: readonly OpenedAlert[], now: Date): Promise<Map<string, WordsToCome>> {
  const waiting = opened.filter(({ rule: { delivery }, firing }) => typeof firing.answerId === 'string' && !isUrgent(delivery, firing) && delivery.when === 'at-once' && delivery.groupMinutes === 0)
  if (waiting.length === 0) return new Map()
  const rows = await tx.query<{ id: string; at: Date }>(`select id, at from answer where org_id = $1 and id = any ($2) and state = 'partial'`, [tx.orgId, waiting.map(({ firing }) => firing.answerId)], 'answers-being-written')
  const until = new Map(rows.map(({ id, at }) => [id, new Date(at.getTime() + waitMs)]))
  return new Map(waiting.flatMap(({ id, firing }) => {
    const end = until.get(firing.answerId!)
    return end === undefined || end <= now ? [] : [[id, { bundle: bundleOf(firing.answerId!), until: end }] as const]
  }))
}

/** Their customers have finished: what waited for them leaves. Told twice, or of answers nothing waits for, it does nothing. */
export async function tellWithWords(tx: Tx, answerIds: readonly string[], now: Date): Promise<void> {
  if (answerIds.length === 0) return
  const rows = await tx.query<{ id: string }>(
    `update alert_delivery d set send_after = $3 from answer a where d.org_id = $1 and d.state = 'waiting' and d.attempts = 0 and d.send_after > $3 and d.bundle = 'words:' || a.id::text
       and a.org_id = $1 and a.id = any ($2) and a.state = 'finished' returning d.id`, [tx.orgId, answerIds, now], 'words-are-in')
  for (const { id } of rows) orderDelivery(tx, id, now)
}
