// A person says what a text really is. Their word stands from then on, and the classifier learns from it a minute after the last one.
import type { BodyOf, correctReading as correctRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { isId, newId } from '../../../../platform/id.ts'
import { refuseUnknownReason } from '../../../vocabulary/index.ts'
import { ours, readingChanged } from '../keep/write-readings.ts'
import { orderLearning } from '../learning/learn.ts'
import { getReading } from '../list-readings.ts'
import { textsOfAnswers, textsOfEntries } from '../texts/customer-texts.ts'

export type Correction = BodyOf<typeof correctRoute>

const learnAfterMs = 60_000

/**
 * `sentiment` null takes a correction back: what the machine had said stands again. `topicId` null says it is none of the reasons. The
 * ticket's own reason is not touched.
 * @throws Refusal `not-found`; `invalid-input` for a reason that is none
 */
export async function correctReading(tx: Tx, actor: Actor, id: string, { sentiment, topicId }: Correction): Promise<void> {
  await getReading(tx, actor, id)
  if (topicId !== undefined && topicId !== null) await refuseUnknownTopic(tx, topicId)
  const [row] = isId(id) ? await tx.query<{ subject: 'interaction' | 'answer'; language: string | null; probabilities: number[] | null; model: string }>(
    'select subject, language, probabilities, model from reading where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-reading') : []
  const [text] = row?.subject === 'answer' ? await textsOfAnswers(tx, [id]) : await textsOfEntries(tx, [id])
  if (row === undefined || text === undefined) throw notFound('reading')

  const set: [string, unknown][] = []
  if (sentiment === null) set.push(...asTheMachineSaid(row))
  else if (sentiment !== undefined) set.push(['sentiment', sentiment], ['confidence', null], ['by', 'person'])
  if (topicId !== undefined) set.push(['topic_id', topicId], ['topic_confidence', null])
  // Only a topic needs it to be known as said by a person (keep/write-readings.ts); of a sentiment it tells who.
  set.push(['corrected_by', actor.staffId])
  // A topic that the machine told, or none, stays the machine's: a null beside corrected_by would make it a person's.
  const kept = topicId === undefined ? `, topic_confidence = case when corrected_by is null then coalesce(topic_confidence, 0) else topic_confidence end` : ''
  await tx.query(`update reading set ${set.map(([column], i) => `${column} = $${i + 3}`).join(', ')}${kept} where org_id = $1 and id = $2`, [tx.orgId, id, ...set.map(([, value]) => value)])

  await tx.query('insert into reading_correction (org_id, id, subject_id, language, sentiment, topic_id, text, by_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())',
    [tx.orgId, newId(), id, row.language, sentiment ?? null, topicId ?? null, storable(text.text), actor.staffId], 'insert-reading-correction')
  const runAt = new Date(Date.now() + learnAfterMs)
  if (sentiment !== undefined) orderLearning(tx, 'sentiment', runAt)
  if (topicId !== undefined) orderLearning(tx, 'topics', runAt)
  tx.publish(readingChanged(text))
}

/** It stands beside the correction (keep/write-readings.ts). */
function asTheMachineSaid({ probabilities, model }: { probabilities: number[] | null; model: string }): [string, unknown][] {
  const by = model === ours || model === '' ? 'classifier' : 'endpoint'
  if (probabilities === null) return [['sentiment', null], ['confidence', null], ['by', by]]
  const confidence = Math.max(...probabilities)
  return [['sentiment', (['negative', 'neutral', 'positive'] as const)[probabilities.indexOf(confidence)]], ['confidence', confidence], ['by', by]]
}

async function refuseUnknownTopic(tx: Tx, id: string): Promise<void> {
  try {
    await refuseUnknownReason(tx, id)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.message, { topicId: Object.values(error.fields ?? {})[0] ?? 'cannot be used' })
    throw error
  }
}
