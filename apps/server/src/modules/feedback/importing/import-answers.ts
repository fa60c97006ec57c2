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
import { digestKey, nothingThen, takeAnswer } from '../answering/index.ts'
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
  // Of an anonymous survey nobody is even made known.
  const named = survey.standing.anonymous ? [] : answers.filter((a) => a.person !== null)
  const learned = await learnPeople(tx, named.map((a) => a.person!), 'new')
  const customers = new Map(named.map((answer, n) => [answer, learned[n]!]))
  const outcome = { stored: 0, known: 0, refused: [] as RefusedLine[] }
  for (const answer of answers) {
    try {
      const { known } = await takeAnswer(tx, {
        survey, version, definition, road: 'import', key: digestKey('import', `${source}\n${answer.key}`), then: { ...nothingThen, customerId: customers.get(answer) ?? null, locationId: answer.locationId },
        customerName: answer.person?.name ?? '', language: answer.language, values: answer.values, finished: true, at: answer.at, imported: true, mustBeOpen: false,
      })
      outcome[known ? 'known' : 'stored']++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcome.refused.push({ line: answer.line, sentence: error.message })
    }
  }
  return outcome
}
