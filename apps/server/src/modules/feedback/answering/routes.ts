import { answerForTicket, createAnswer, type NewSurveyAnswer } from '@kontuar/contracts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getAnswer } from '../answers/index.ts'
import { readThen } from './read-then.ts'
import { getSurveyToAnswer, versionToAnswer } from './read-survey.ts'
import { takeAnswer, type TakenAnswer } from './take-answer.ts'
import { digestKey } from './tokens.ts'

export function answeringRoutes(implement: Implement, platform: Platform) {
  const { db } = platform
  implement(createAnswer, async ({ actor, body }) => {
    const { answerId } = await take(platform, actor, { road: 'api', ...body })
    return db.read(actor.orgId, (tx) => getAnswer(tx, answerId, { staffId: actor.staffId, restricted: actor.access === 'granted' }))
  })
  implement(answerForTicket, async ({ actor, params, body }) => ({ id: (await take(platform, actor, { ...body, ticketId: params.id, road: 'agent' })).answerId }))
}

async function take(platform: Platform, actor: Actor, given: NewSurveyAnswer & { road: 'api' | 'agent' }): Promise<TakenAnswer> {
  const at = readTime(given.at)
  return platform.db.write(actor.orgId, async (tx) => {
    // The matter first: who does not see the ticket learns nothing of the survey either.
    const { about, customerName, language } = await readThen(tx, given)
    const survey = await getSurveyToAnswer(tx, given.surveyId)
    const { version, definition } = await versionToAnswer(platform.db, actor.orgId, survey, given.version, tx)
    await tx.seeEverything()
    return takeAnswer(tx, {
      survey, version, definition, road: given.road, key: given.key === undefined ? null : digestKey('program', given.key), about, customerName, language: given.language ?? language ?? survey.locale,
      values: given.values, finished: given.finished ?? true, at, imported: false, mustBeOpen: true,
    })
  })
}

function readTime(given: string | undefined): Date {
  if (given === undefined) return new Date()
  const at = new Date(given)
  // A clock may run a little ahead.
  if (at.getTime() > Date.now() + 5 * 60_000) throw new Refusal('invalid-input', 'The answer lies in the future: say when it was given.', { at: 'lies in the future' })
  if (at.getTime() < 0) throw new Refusal('invalid-input', 'The answer lies before 1970: check the year.', { at: 'lies before 1970' })
  return at
}
