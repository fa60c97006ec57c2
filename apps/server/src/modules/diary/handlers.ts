// What the diary does when told of an event.
import type { Rating } from '@kontuar/contracts'
import type { Platform } from '../../platform/platform.ts'
import { storableJson } from '../../platform/db/storable.ts'
import type { Subscriber } from '../../platform/jobs/define.ts'
import { moveMergedReason as moveReason } from './commands/move-merged-reason.ts'
import { diaryPorts } from './ports.ts'

/** Long mails repeat themselves: what lies beyond this many characters is not searched. */
const searchedLength = 100_000

/**
 * As people type what they look for: without this "ZAM-48213" would be indexed as a word and a negative number, an address
 * as one word. Only ASCII signs: what counts as a letter beyond them would hang on the locale of the database.
 */
const inWords = (text: string) => `regexp_replace(${text}, '[\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e]+', ' ', 'g')`

/**
 * Fills the search index after the acknowledgement: on the road of intake it would cost most of the time. Only the words of a rating can
 * change (its comment comes later than its score), and of it only what everybody may read, since everybody searches this index.
 */
export const indexWords = ({ db }: Platform): Subscriber => ({
  name: 'diary.indexWords',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    const ids = events.map((e) => e.ids['interactionId'])
    // One after the other for each rating: else a slow job would put an older comment over a newer one.
    const ratings = await tx.query<{ id: string }>(
      `select id, pg_advisory_xact_lock(hashtextextended('words of ' || id, 0)) from (select id from interaction where org_id = $1 and id = any ($2) and kind = 'rating' order by id offset 0) i`, [orgId, ids], 'ratings-to-index')
    const described = ratings.length === 0 ? new Map<string, Rating>() : await diaryPorts().describeRatings(tx, ratings.map((r) => r.id), false)
    await tx.query(
      `insert into ticket_words (org_id, ticket_id, interaction_id, words)
       select i.org_id, i.ticket_id, i.id, setweight(to_tsvector('kontuar', ${inWords(`left(i.subject, 1000)`)}), 'A') || to_tsvector('kontuar', ${inWords(`left(i.from_name || ' ' || i.from_address || ' ' || coalesce(c.comment, i.text) || ' ' || coalesce(f.words, ''), ${searchedLength})`)})
       from interaction i left join lateral (select string_agg(v.value, ' ') as words from jsonb_each_text(i.event->'detail'->'fields'->1) v where jsonb_typeof(i.event->'detail'->'fields'->1) = 'object') f on true
         left join json_to_recordset($3) c (id uuid, comment text) on c.id = i.id
       where i.org_id = $1 and i.id = any ($2) and (i.kind <> 'event' or f.words is not null)
       on conflict (org_id, interaction_id) do update set words = excluded.words where ticket_words.words is distinct from excluded.words`,
      [orgId, ids, storableJson([...described].map(([id, rating]) => ({ id, comment: rating.comment ?? '' })))], 'index-words')
  }),
})

/** A merge of reasons is done at once in the tree; its tickets follow here. */
export const moveMergedReason = ({ db }: Platform): Subscriber => ({
  name: 'diary.moveMergedReason',
  async handle(orgId, events) {
    for (const event of events) await moveReason(db, orgId, event.ids['reasonId']!)
  },
})
