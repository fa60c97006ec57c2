import type { BodyOf, ResponseOf, tryReading as tryRoute } from '@kontuar/contracts'
import { languages } from '@kontuar/sentiment'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { isCertain } from '../facts/index.ts'
import { readTaught } from './learning/taught.ts'
import { readText } from './read-text.ts'
import { readSettings } from './settings/read-settings.ts'

/** By our own classifier with what it has learnt, also where an endpoint is set: trying costs nobody anything. @throws Refusal `invalid-input` */
export async function tryReading(tx: Tx, { text, language }: BodyOf<typeof tryRoute>): Promise<ResponseOf<typeof tryRoute>> {
  if (text.trim() === '') throw new Refusal('invalid-input', 'The text is empty: paste what a customer wrote.', { text: 'is empty' })
  const known = language === undefined || language === null ? undefined : languages.find((each) => each === language.toLowerCase()) ?? 'other'
  const { topics } = await readSettings(tx)
  const read = readText(text, await readTaught(tx, topics), known)
  const [named] = read.topic === null ? [] : await tx.query<{ name: string }>('select name from reason where org_id = $1 and id = $2', [tx.orgId, read.topic.reasonId], 'name-of-topic')
  return {
    language: read.language, sentiment: read.sentiment, confidence: read.confidence, certain: isCertain({ sentiment: read.sentiment, confidence: read.confidence, byPerson: false }), sentences: read.sentences,
    topic: read.topic === null || named === undefined ? null : { reasonId: read.topic.reasonId, name: named.name, confidence: read.topic.confidence },
  }
}
