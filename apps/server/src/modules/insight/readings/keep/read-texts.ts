// Told that somebody wrote, reads it. The classifier reads at once, so that nobody waits for anything outside; an endpoint of the
// organization's own is asked afterwards, by a job, and what stands until then stands on if it fails.
import type { Subscriber } from '../../../../platform/jobs/define.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { orderAsking } from '../endpoint/order-asking.ts'
import { readTaught } from '../learning/taught.ts'
import { readSettings } from '../settings/read-settings.ts'
import { readText } from '../read-text.ts'
import { textsOfAnswers, textsOfEntries, type CustomerText } from '../texts/customer-texts.ts'
import { readingChanged, writeReadings } from './write-readings.ts'

export const readTexts = ({ db }: Platform): Subscriber => ({
  name: 'insight.readTexts',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    const settings = await readSettings(tx)
    if (!settings.on) return
    const entries = events.filter((e) => e.name !== 'feedback.commentWritten').flatMap((e) => e.ids['interactionId'] ?? [])
    const answers = events.filter((e) => e.name === 'feedback.commentWritten').flatMap((e) => e.ids['answerId'] ?? [])
    const texts = [...await textsOfEntries(tx, await notYetRead(tx, entries)), ...await commentsToRead(tx, answers)]
    const changed = await readThese(tx, texts, settings.topics)
    tx.publish(...changed.map(readingChanged))
    if (settings.endpoint !== null) orderAsking(tx, changed)
  }),
})

/** Reads and writes; answers what came out otherwise than it stood. */
export async function readThese(tx: Tx, texts: readonly CustomerText[], topics: boolean): Promise<CustomerText[]> {
  if (texts.length === 0) return []
  const taught = await readTaught(tx, topics)
  const read: Parameters<typeof writeReadings>[1][number][] = []
  for (const of of texts) {
    read.push({ of, says: readText(of.text, taught) })
    // The same process may serve people: after some milliseconds it is their turn.
    if (read.length % 10 === 0) await new Promise(setImmediate)
  }
  return writeReadings(tx, read)
}

/** An entry never changes: read once, it is not read again, also when the event comes twice. */
async function notYetRead(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.query<{ id: string }>(`select i.id from unnest($2::uuid[]) i (id) where not exists (select from reading r where r.org_id = $1 and r.id = i.id) group by i.id order by i.id`, [tx.orgId, ids], 'not-yet-read')
  return rows.map((row) => row.id)
}

/** A comment grows with its answer. One job after the other for each: else a slow one would put an older comment's reading over a newer one's. */
async function commentsToRead(tx: Tx, given: readonly string[]): Promise<CustomerText[]> {
  const ids = [...new Set(given)].toSorted()
  if (ids.length === 0) return []
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('reading of ' || id, 0)) from unnest($1::text[]) id`, [ids], 'lock-comments-to-read')
  return textsOfAnswers(tx, ids)
}
