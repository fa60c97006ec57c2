// Learns anew from everything people said so far: a correction that was taken back is simply not there any more.
import { languages, type Correction, type Language, type TopicExample } from '@kontuar/sentiment'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { topicOfPerson } from '../keep/write-readings.ts'
import { byCustomer, textColumns, writtenBy, type TextRow } from '../texts/customer-texts.ts'
import { readSettings } from '../settings/read-settings.ts'
import { learnInThread } from './in-thread.ts'
import { suggestAnew } from './suggest-anew.ts'

export type Subject = 'sentiment' | 'topics'

/** As many as the classifier remembers (packages/sentiment). */
const mostCorrections = 1000
const mostTickets = 6000

/** One learning of an organization and subject at a time, since the later one must win. */
export const orderLearning = (tx: Tx, what: Subject, runAt?: Date): void =>
  tx.enqueue('insight.learnReadings', { what }, { key: `insight.learnReadings ${tx.orgId} ${what}`, queue: `insight.learnReadings ${tx.orgId}`, priority: 10, ...(runAt === undefined ? {} : { runAt: runAt.toISOString() }) })

export async function learn(db: Database, orgId: number, what: Subject): Promise<void> {
  if (what === 'sentiment') {
    const corrections = await db.read(orgId, readCorrections)
    const model = await learnInThread({ what, corrections })
    await keep(db, orgId, what, model, corrections.length)
  } else {
    const examples = await db.read(orgId, readExamples)
    const model = await learnInThread({ what, examples })
    await keep(db, orgId, what, model, model.examples)
    if ((await db.read(orgId, (tx) => readSettings(tx))).topics) await db.write(orgId, (tx) => suggestAnew(tx, model))
  }
}

const keep = (db: Database, orgId: number, what: Subject, model: object, examples: number): Promise<void> => db.write(orgId, async (tx) => {
  await tx.query(
    `insert into learned (org_id, name, model, examples, at) values ($1, $2, $3, $4, clock_timestamp())
     on conflict (org_id, name) do update set model = excluded.model, examples = excluded.examples, at = excluded.at`, [orgId, what, JSON.stringify(model), examples], 'keep-learned')
  tx.publish({ name: 'insight.readingsLearned', ids: {} })
})

/** Of each text the newest word that still stands, oldest first. Of languages that are not read nothing can be learnt. */
async function readCorrections(tx: Tx): Promise<Correction[]> {
  const rows = await tx.query<{ text: string; language: string; sentiment: Correction['sentiment'] }>(
    `select text, language, sentiment from (
       select distinct on (c.subject_id) c.text, c.language, r.sentiment, c.at, c.id from reading_correction c join reading r on r.org_id = c.org_id and r.id = c.subject_id and r.by = 'person'
       where c.org_id = $1 and c.sentiment is not null order by c.subject_id, c.at desc) c
     where language = any ($2) order by at desc, id desc limit ${mostCorrections}`, [tx.orgId, languages], 'corrections-to-learn')
  return rows.toReversed().map((row) => ({ ...row, language: row.language as Language }))
}

/** What customers wrote first in tickets that have a reason, and what people said of single texts; oldest first. Reasons out of use are no topics. */
async function readExamples(tx: Tx): Promise<TopicExample[]> {
  const tickets = await tx.query<TextRow & { reason_id: string }>(
    `select t.reason_id, first.text, first.folds, first.request
     from (select id, reason_id from ticket where org_id = $1 and reason_id is not null and merged_into_id is null order by id desc limit ${mostTickets}) t
       join reason r on r.org_id = $1 and r.id = t.reason_id and r.retired_at is null
       cross join lateral (select ${textColumns} from interaction i where i.org_id = $1 and i.ticket_id = t.id and ${byCustomer} order by i.at, i.id limit 1) first
     order by t.id`, [tx.orgId], 'sorted-tickets-to-learn')
  const said = await tx.query<{ text: string; topic_id: string }>(
    `select text, topic_id from (
       select distinct on (c.subject_id) c.text, r.topic_id, c.at, c.id from reading_correction c join reading r on r.org_id = c.org_id and r.id = c.subject_id and ${topicOfPerson('r')} and r.topic_id is not null
         join reason n on n.org_id = r.org_id and n.id = r.topic_id and n.retired_at is null
       where c.org_id = $1 and c.topic_id is not null order by c.subject_id, c.at desc) c
     order by at desc, id desc limit ${mostCorrections}`, [tx.orgId], 'topics-said-to-learn')
  return [...tickets.map((row) => ({ text: writtenBy(row), reasonId: row.reason_id })), ...said.toReversed().map((row) => ({ text: row.text, reasonId: row.topic_id }))].filter(({ text }) => text.trim() !== '')
}
