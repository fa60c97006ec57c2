// Words of comments, after the answer was taken.
import type { Platform } from '../../../platform/platform.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'

const searchedLength = 100_000
/** As the diary does it: signs between words are no part of them. */
const words = `to_tsvector('kontuar', regexp_replace(left(a.comment, ${searchedLength}), '[\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e]+', ' ', 'g'))`

export const indexAnswerWords = ({ db }: Platform): Subscriber => ({
  name: 'feedback.indexAnswerWords',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    const ids = [...new Set(events.flatMap((e) => e.ids['answerId'] ?? []))].sort()
    // One after the other for each answer: else a slow job would put an older comment over a newer one.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('words of ' || id, 0)) from unnest($1::text[]) id`, [ids], 'lock-answer-words')
    await tx.query(
      `insert into answer_words (org_id, answer_id, words) select a.org_id, a.id, ${words} from answer a where a.org_id = $1 and a.id = any ($2::uuid[]) and a.comment is not null
       on conflict (org_id, answer_id) do update set words = excluded.words where answer_words.words is distinct from excluded.words`, [tx.orgId, ids], 'index-answer-words')
  }),
})
