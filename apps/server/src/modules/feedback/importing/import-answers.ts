/*
 * Past answers become answers: at their own time, counted and found like all others. They ask nobody, ring no alarm and tell nobody of
 * themselves one by one. Each row is stored once, however often and in however many files it comes; of a chunk all or none.
 */
import type { Static } from 'typebox'
import type { AnswerImport, ImportOutcome } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { learnPeople } from '../../customers/index.ts'
import { audit } from '../../identity/index.ts'
import { digestKey, nothingThen, takeAnswer, type Then } from '../answering/index.ts'
import { readImport, readImported, refuseUnreadable, type ReadImport } from './read-import.ts'
import type { PastAnswer } from './rules/read-answers.ts'
import { tellable, type RefusedLine } from './rules/refused-lines.ts'

const atOnce = 250

/** @throws Refusal; what was stored before a failure in the middle is known the next time */
export async function importAnswers(platform: Platform, actor: Actor, surveyId: string, given: Static<typeof AnswerImport>): Promise<Static<typeof ImportOutcome>> {
  const read = await readImport(platform, actor, surveyId, given)
  refuseUnreadable(read, given)
  const { answers, refused } = await readImported(platform, actor, read)
  const source = storable(given.source?.trim() || read.headed.format)
  const outcome = { taken: 0, known: 0, refused }
  for (let from = 0; from < answers.length; from += atOnce) {
    const taken = await platform.db.write(actor.orgId, (tx) => takeSome(tx, read, source, answers.slice(from, from + atOnce)))
    outcome.taken += taken.stored
    outcome.known += taken.known
    outcome.refused.push(...taken.refused)
  }
  await platform.db.write(actor.orgId, async (tx) => {
    await audit(tx, actor, 'survey.answers-imported', { kind: 'survey', id: read.survey.id }, { format: read.headed.format, source, taken: outcome.taken, known: outcome.known, refused: outcome.refused.length })
    tx.publish({ name: 'feedback.answersImported', ids: { surveyId: read.survey.id } })
  })
  return { ...outcome, refused: tellable(outcome.refused) }
}

async function takeSome(tx: Tx, { survey, version, definition }: ReadImport, source: string, answers: readonly PastAnswer[]): Promise<{ stored: number; known: number; refused: RefusedLine[] }> {
  await tx.seeEverything()
  // Two imports into one survey take turns: they may hold the same rows in another order.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('survey-import ' || $1, 0))`, [survey.id], 'lock-survey-import')
  const keyed = answers.map((answer) => ({ answer, key: digestKey('import', `${source}\n${answer.key}`) }))
  // Asked for all at once: one by one it took 20 ms each in a survey that had just got its first 20,000, before PostgreSQL knew of them.
  const known = new Set((await tx.query<{ key: string }>('select a.key from unnest($3::text[]) g (key) join answer a on a.org_id = $1 and a.survey_id = $2 and a.key = g.key', [tx.orgId, survey.id, keyed.map((k) => k.key)], 'known-imported')).map((r) => r.key))
  const fresh = keyed.filter((k) => !known.has(k.key))
  // Of an anonymous survey nobody is even made known.
  const named = survey.standing.anonymous ? [] : fresh.filter((f) => f.answer.person !== null)
  const learned = await learnPeople(tx, named.map((f) => f.answer.person!), 'new')
  const customers = new Map(named.map(({ key }, n) => [key, learned[n]!]))
  // All at once: their statements travel together instead of one by one, which halves the time.
  const taken = await Promise.allSettled(fresh.map(({ answer, key }) => {
    const behind: Then = { ...nothingThen, customerId: customers.get(key) ?? null, locationId: answer.locationId }
    return takeAnswer(tx, {
      survey, version, definition, road: 'import', key, about: behind,
      customerName: answer.person?.name ?? '', language: answer.language, values: answer.values, finished: true, at: answer.at, imported: true, mustBeOpen: false,
    })
  }))
  const outcome = { stored: 0, known: known.size, refused: [] as RefusedLine[] }
  for (const [n, one] of taken.entries()) {
    if (one.status === 'fulfilled') outcome[one.value.known ? 'known' : 'stored']++
    else if (one.reason instanceof Refusal) outcome.refused.push({ line: fresh[n]!.answer.line, sentence: one.reason.message })
    else throw one.reason
  }
  return outcome
}
