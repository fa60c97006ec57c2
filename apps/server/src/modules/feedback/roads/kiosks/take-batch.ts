/*
 * Answers that a kiosk held while it had no network. They may come twice, in part, from two tabs, days later, and after the server
 * died between storing them and saying so: each is one answer, by the key made at its first tap. Which of them are safe is told one by
 * one, and the tablet forgets those alone.
 */
import type { SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { digestKey, getSurveyToAnswer, nothingThen, takeAnswer, versionToAnswer, type SurveyToAnswer } from '../../answering/index.ts'
import type { HeldAnswer, KioskBatch } from './rules/read-batch.ts'
import { timeGiven } from './rules/time-given.ts'
import type { OpenedKiosk } from './open-kiosk.ts'

export interface TakenHeld { key: string; outcome: 'stored' | 'known' | 'refused'; reason?: string }

/** Each with its row, facts, entry and events: one commit for so many, and no longer lock than that. */
const chunkSize = 25

/** Never throws for what is wrong with single answers. */
export async function takeBatch(platform: Platform, kiosk: OpenedKiosk, batch: KioskBatch): Promise<TakenHeld[]> {
  const now = new Date()
  const taken: TakenHeld[] = batch.unreadable.flatMap(({ key, reason }) => (key === null ? [] : [{ key, outcome: 'refused' as const, reason: `The answer ${reason}.` }]))
  // In the order of their keys, so that two tabs that send the same never wait for each other crosswise.
  const answers = [...new Map(batch.answers.map((a) => [a.key, a])).values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  const surveys = await readSurveys(platform, kiosk, answers)
  const take = (chunk: readonly HeldAnswer[]) => platform.db.write(kiosk.orgId, async (tx) => {
    const outcomes: TakenHeld[] = []
    for (const answer of chunk) outcomes.push(await takeHeld(tx, kiosk, surveys, answer, timeGiven(answer.at, batch.now, now, kiosk.createdAt)))
    return outcomes
  })
  for (let at = 0; at < answers.length; at += chunkSize) {
    const chunk = answers.slice(at, at + chunkSize)
    try {
      taken.push(...(await take(chunk)))
    } catch (error) {
      if (!isOfData(error)) throw error
      // One of them the database does not take: alone it harms nobody.
      for (const answer of chunk) taken.push(...(await take([answer]).catch((alone: unknown): TakenHeld[] => {
        if (!isOfData(alone)) throw alone
        return [{ key: answer.key, outcome: 'refused', reason: 'The answer cannot be stored.' }]
      })))
    }
  }
  await noteSeen(platform, kiosk, Math.max(0, batch.waiting - taken.length))
  return taken
}

type Survey = { survey: SurveyToAnswer; definitions: Map<number, SurveyDefinition> }

/** Those this tablet shows or showed: whoever found its address shall not answer every survey of the house. */
async function readSurveys({ db }: Platform, kiosk: OpenedKiosk, answers: readonly HeldAnswer[]): Promise<Map<string, Survey>> {
  const allowed = new Set([kiosk.surveyId, ...kiosk.settings.earlier])
  const surveys = new Map<string, Survey>()
  for (const { surveyId, version } of answers) {
    if (!allowed.has(surveyId)) continue
    const known = surveys.get(surveyId) ?? { survey: await db.read(kiosk.orgId, (tx) => getSurveyToAnswer(tx, surveyId)), definitions: new Map<number, SurveyDefinition>() }
    surveys.set(surveyId, known)
    if (known.definitions.has(version) || version > known.survey.standing.version) continue
    known.definitions.set(version, (await versionToAnswer(db, kiosk.orgId, known.survey, version)).definition)
  }
  return surveys
}

async function takeHeld(tx: Tx, kiosk: OpenedKiosk, surveys: Map<string, Survey>, answer: HeldAnswer, at: Date): Promise<TakenHeld> {
  const { key } = answer
  const found = surveys.get(answer.surveyId)
  if (found === undefined) return { key, outcome: 'refused', reason: 'This kiosk does not show that survey.' }
  const definition = found.definitions.get(answer.version)
  if (definition === undefined) return { key, outcome: 'refused', reason: 'The survey has no such version.' }
  const about = { ...nothingThen, locationId: kiosk.locationId }
  try {
    const { known } = await takeAnswer(tx, {
      survey: found.survey, version: answer.version, definition, road: 'kiosk', key: digestKey('kiosk', `${kiosk.id}\n${key}`), kioskId: kiosk.id, customerName: '',
      about,
      language: answer.language, values: answer.values, finished: answer.finished, at, imported: false,
      // It was open when it was answered, and a person stood there.
      mustBeOpen: false,
    })
    return { key, outcome: known ? 'known' : 'stored' }
  } catch (error) {
    if (error instanceof Refusal) return { key, outcome: 'refused', reason: error.message }
    throw error
  }
}

/** PostgreSQL's classes 22 and 23: what was sent does not fit, and will not fit the next time either. */
const isOfData = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code ?? ''))

/** A heartbeat a minute from each tablet would be all the writing there is on a quiet day: noted when it says something. */
async function noteSeen({ db }: Platform, kiosk: OpenedKiosk, waiting: number): Promise<void> {
  await db.write(kiosk.orgId, (tx) => tx.query(
    `update kiosk set last_seen_at = clock_timestamp(), waiting = $3 where org_id = $1 and id = $2 and (waiting <> $3 or last_seen_at is null or last_seen_at < clock_timestamp() - interval '50 seconds')`, [tx.orgId, kiosk.id, waiting], 'note-kiosk-seen'))
}
