// Reads what customers wrote. The classifier reads at once, so that nobody waits for anything outside; an endpoint of the
// organization's own is asked afterwards, by a job, and what stands until then stands on if it fails.
import type { Tx } from '../../../../platform/db/database.ts'
import type { Event, NewEvent } from '../../../../platform/events.ts'
import { orderAsking } from '../endpoint/order-asking.ts'
import { readTaught } from '../learning/taught.ts'
import { readSettings } from '../settings/read-settings.ts'
import { readText } from '../read-text.ts'
import { textsOfAnswers, textsOfEntries, type CustomerText } from '../texts/customer-texts.ts'
import { textRead, writeReadings } from './write-readings.ts'

/** Answers what was read, as the events that tell of it. */
export async function readTexts(tx: Tx, events: readonly Event[]): Promise<NewEvent[]> {
  const written = events.filter((e) => bringTexts.has(e.name))
  if (written.length === 0) return []
  const settings = await readSettings(tx)
  if (!settings.on) return []
  const answers = written.filter((e) => e.name === 'feedback.commentWritten').flatMap((e) => e.ids['answerId'] ?? [])
  const entries = written.filter((e) => e.name !== 'feedback.commentWritten').flatMap((e) => e.ids['interactionId'] ?? [])
  const texts = [...await textsOfEntries(tx, await notYetRead(tx, entries)), ...await commentsToRead(tx, answers)]
  const changed = await readThese(tx, texts, settings.topics)
  if (settings.endpoint !== null) orderAsking(tx, changed)
  const told = changed.map(textRead)
  tx.publish(...told)
  return told
}

const bringTexts: ReadonlySet<string> = new Set(['diary.messageReceived', 'diary.interactionRecorded', 'feedback.commentWritten'])

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
