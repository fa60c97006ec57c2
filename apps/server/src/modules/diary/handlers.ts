// What the diary does when told of an event.
import type { Platform } from '../../platform/platform.ts'
import type { Subscriber } from '../../platform/jobs/define.ts'
import { moveMergedReason as moveReason } from './commands/move-merged-reason.ts'

/** Long mails repeat themselves: what lies beyond this many characters is not searched. */
const searchedLength = 100_000

/**
 * As people type what they look for: without this "ZAM-48213" would be indexed as a word and a negative number, an address
 * as one word. Only ASCII signs: what counts as a letter beyond them would hang on the locale of the database.
 */
const inWords = (text: string) => `regexp_replace(${text}, '[\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e]+', ' ', 'g')`

/** Fills the search index after the acknowledgement: on the road of intake it would cost most of the time. */
export const indexWords = ({ db }: Platform): Subscriber => ({
  name: 'diary.indexWords',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    await tx.query(
      `insert into ticket_words (org_id, ticket_id, interaction_id, words)
       select i.org_id, i.ticket_id, i.id, setweight(to_tsvector('kontuar', ${inWords(`left(i.subject, 1000)`)}), 'A') || to_tsvector('kontuar', ${inWords(`left(i.from_name || ' ' || i.from_address || ' ' || i.text || ' ' || coalesce(f.words, ''), ${searchedLength})`)})
       from interaction i left join lateral (select string_agg(v.value, ' ') as words from jsonb_each_text(i.event->'detail'->'fields'->1) v where jsonb_typeof(i.event->'detail'->'fields'->1) = 'object') f on true
       where i.org_id = $1 and i.id = any ($2) and (i.kind <> 'event' or f.words is not null) on conflict do nothing`,
      [orgId, events.map((e) => e.ids['interactionId'])], 'index-words')
  }),
})

/** A merge of reasons is done at once in the tree; its tickets follow here. */
export const moveMergedReason = ({ db }: Platform): Subscriber => ({
  name: 'diary.moveMergedReason',
  async handle(orgId, events) {
    for (const event of events) await moveReason(db, orgId, event.ids['reasonId']!)
  },
})
