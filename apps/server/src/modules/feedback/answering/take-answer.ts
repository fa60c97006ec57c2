// An answer that comes as a whole: from a program, from the agent on the phone, from a kiosk, from a file of past answers.
import { checkValues, keepVisible, missingAnswers, pickLanguage, visibleQuestions, type AnswerProblem, type SurveyDefinition } from '@kontuar/survey'
import type { Road } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { findAnswer } from './answer-rows.ts'
import { isFull, lockQuota } from './quota.ts'
import { problemSentence } from './rules/problem-sentence.ts'
import { saveAnswer, type SavedAnswer } from './save-answer.ts'
import type { SurveyStanding, Then } from './source-rows.ts'

export interface WholeAnswer {
  survey: { id: string; standing: SurveyStanding; timeZone: string }
  version: number
  definition: SurveyDefinition
  road: Road
  /** A digest (tokens.ts): the same submission is one answer however often it comes. Null: each is a new one. */
  key: string | null
  kioskId?: string
  about: Then
  customerName: string
  language: string | null
  values: unknown
  finished: boolean
  at: Date
  imported: boolean
  /**
   * The survey takes answers now, and a finished one has all that is required. False for what was given before and only arrives now,
   * when nobody can be asked again: a kiosk that had no network, past answers.
   */
  mustBeOpen: boolean
}
export interface TakenAnswer extends SavedAnswer { known: boolean }

/** @throws Refusal `invalid-input` with a field for each wrong value; `cannot-do` when the survey takes no answers */
export async function takeAnswer(tx: Tx, given: WholeAnswer): Promise<TakenAnswer> {
  const { survey, definition } = given
  const { values, problems } = checkValues(definition, given.values)
  if (problems.length > 0) throw refusalOf('The answer does not fit the survey', definition, problems)
  // What was asked elsewhere was asked under other conditions than ours: a past answer is kept whole.
  const kept = given.imported ? values : keepVisible(definition, values)
  const missing = given.finished && given.mustBeOpen ? missingAnswers(visibleQuestions(definition, kept), kept) : []
  if (missing.length > 0) throw refusalOf(given.road === 'api' ? 'The answer is not whole (send it with "finished": false to keep it so)' : 'The answer is not whole', definition, missing)
  if (Object.keys(kept).length === 0) throw new Refusal('invalid-input', 'The answer is empty: answer at least one question.', { values: 'is empty' })
  const source = { surveyId: survey.id, survey: survey.standing }
  // A past answer is never gone on with: whether it is known its insert finds out.
  const before = given.key === null || given.imported ? null : await findAnswer(tx, survey.id, { key: given.key }, true)
  // Known and whole already: it came twice.
  if (before !== null && (before.state === 'finished' || !given.finished)) return { answerId: before.id, interactionId: before.interaction_id, known: true }
  if (before === null) {
    if (given.mustBeOpen) refuseClosed(survey.standing)
    if (!given.imported) {
      await lockQuota(tx, source)
      if (given.mustBeOpen && (await isFull(tx, source))) throw new Refusal('cannot-do', 'The survey has as many answers as it wanted: raise its quota to take more.')
    }
  }
  const answer = {
    surveyId: survey.id, version: before?.version ?? given.version, definition, anonymous: survey.standing.anonymous, road: given.road, invitationId: null, linkId: null, kioskId: given.kioskId ?? null, key: given.key,
    about: given.about, customerName: given.customerName, language: pickLanguage(definition, [given.language]), values: kept, state: given.finished ? 'finished' as const : 'partial' as const, at: given.at, timeZone: survey.timeZone, imported: given.imported,
  }
  const saved = await saveAnswer(tx, answer, before)
  if (saved !== null) return { ...saved, known: false }
  const other = await findAnswer(tx, survey.id, { key: given.key! }, true)
  return { answerId: other!.id, interactionId: other!.interaction_id, known: true }
}

function refusalOf(what: string, definition: SurveyDefinition, problems: readonly AnswerProblem[]): Refusal {
  const told = problems.map((problem) => ({ id: problem.questionId, sentence: problemSentence(definition, problem) }))
  return new Refusal('invalid-input', `${what}: ${told.map(({ id, sentence }) => (id === '' ? sentence : `${id}: ${sentence}`)).join('; ')}.`, Object.fromEntries(told.map(({ id, sentence }) => [id === '' ? 'values' : `values.${id}`, sentence])))
}

function refuseClosed(standing: SurveyStanding): void {
  if (standing.retired || standing.version === 0) throw new Refusal('cannot-do', 'The survey is not published: publish it first.')
  if (standing.state !== 'active') throw new Refusal('cannot-do', standing.state === 'paused' ? 'The survey is paused: let it go on to take answers.' : 'The survey has ended.')
  if (standing.tooEarly) throw new Refusal('cannot-do', 'The survey has not begun yet.')
  if (standing.tooLate) throw new Refusal('cannot-do', 'The survey has ended.')
}
