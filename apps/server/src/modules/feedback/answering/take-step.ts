// One page of a form is sent. It is stored as it comes, so that a customer who stops half-way has still said what they said; the
// invitation is spent with the last page. Sent twice, by a double click or a nervous network, it is one answer.
import { keepVisible, nextPage, pagesOf, pickLanguage, readForm, type AnswerProblem, type Form, type NextPage, type SurveyDefinition, type Values } from '@kontuar/survey'
import type { Platform } from '../../../platform/platform.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { recordFiles, storeBytes, type StoredFile as StoredBlob } from '../../../platform/files/store.ts'
import { noteSteps } from '../counting/index.ts'
import { findAnswer, type StoredAnswer } from './answer-rows.ts'
import { checkFile, type FileProblem, type GivenFile } from './rules/check-file.ts'
import type { ClosedSurvey, OpenedSurvey } from './opened-survey.ts'
import { answerOf, closedSurvey, definitionOf, findByCode, findByToken, openedSurvey, unknownSurvey } from './open-survey.ts'
import { isFull, lockQuota } from './quota.ts'
import { whyClosed } from './rules/why-closed.ts'
import { saveAnswer } from './save-answer.ts'
import { readInvitation, readLink, type SourceRow } from './source-rows.ts'
import { digestKey } from './tokens.ts'

export type StepAt = { token: string } | { code: string }
export interface Step {
  form: Form
  /** Files by question id. */
  files: ReadonlyMap<string, GivenFile>
  /** The version the page was made of; null: the newest. An invitation is bound to its own, whatever is said here. */
  version: number | null
  /** Made with the page of an open link; without one the page could not be sent twice safely, so nothing is taken and it is shown anew. */
  key: string | null
  /** Ids of the questions on earlier pages. */
  shown: readonly string[]
  back: boolean
  language: string
}
export interface StepProblem { questionId: string; code: AnswerProblem['code'] | FileProblem }
export interface TakenStep {
  opened: OpenedSurvey
  outcome: 'problems' | 'next' | 'finished'
  /** Of this submission so far; with problems: as typed, where it could be read. */
  values: Values
  problems: StepProblem[]
  /** Null when finished. */
  page: NextPage | null
  shown: string[]
  answerId: string | null
}

/** Stores nothing when anything of the page is wrong. */
export async function takeStep(platform: Platform, at: StepAt, step: Step): Promise<TakenStep | ClosedSurvey> {
  const place = 'token' in at ? await findByToken(platform, at.token) : await findByCode(platform, at.code)
  if (place === null) return unknownSurvey
  const files = await storeFiles(platform, place.orgId, step.files)
  return platform.db.write(place.orgId, async (tx) => {
    const source = 'token' in at ? await readInvitation(tx, place.id, { lock: true }) : await readLink(tx, place.id)
    if (source === null) return unknownSurvey
    const by = 'token' in at ? answerOf(source, at.token) : { key: digestKey('page', `${place.id}\n${step.key}`) }
    if ('code' in at && step.key === null) return renewed(platform, tx, source)
    const answer = await findAnswer(tx, source.surveyId, by, true)
    if (answer === null) await lockQuota(tx, source)
    // A page of an open link that was sent before may be sent again.
    const closed = whyClosed({ ...source, started: source.started || answer !== null }, answer === null && (await isFull(tx, source)))
    const version = answer?.version ?? source.version ?? knownVersion(step.version, source.survey.version)
    if (closed !== null) return closedSurvey(source, closed, closed === 'unknown' ? null : await definitionOf(platform, source, version, tx))
    const definition = await definitionOf(platform, source, version, tx)
    // Sent again after the end, by a nervous finger or a kept page: it is thanked for and changes nothing.
    if (answer?.state === 'finished') return { opened: openedSurvey(source, version, definition, answer.values, []), outcome: 'finished', values: {}, problems: [], page: null, shown: [], answerId: answer.id }
    return take(tx, { source, by, answer, version, definition, step, files })
  })
}

interface Taking { source: SourceRow; by: { invitationId: string } | { key: string }; answer: StoredAnswer | null; version: number; definition: SurveyDefinition; step: Step; files: StoredFiles }

async function take(tx: Tx, taking: Taking): Promise<TakenStep> {
  const { source, answer, version, definition, step, files } = taking
  const before = answer?.values ?? {}
  const known = new Set(definition.questions.map((q) => q.id))
  const shownBefore = step.shown.filter((id) => known.has(id))
  const page = nextPage(definition, before, new Set(shownBefore)) ?? lastPage(definition, before)
  const read: { values: Values; problems: StepProblem[] } = readForm(page.questions, step.form)
  for (const question of page.questions.filter((q) => q.type === 'file')) takeFile(question.id, question.required === true, before, files, read)
  const ofPage = new Set(page.questions.flatMap((q) => [q.id, `${q.id}.other`]))
  const values = keepVisible(definition, { ...Object.fromEntries(Object.entries(before).filter(([id]) => !ofPage.has(id))), ...read.values })
  const opened = openedSurvey(source, version, definition, values, shownBefore)
  // Going back keeps what is right and asks for nothing that is missing.
  if (read.problems.length > 0 && !step.back) return { opened, outcome: 'problems', values: { ...before, ...read.values }, problems: read.problems, page, shown: shownBefore, answerId: answer?.id ?? null }

  const shown = [...new Set([...shownBefore, ...page.questions.map((q) => q.id)])]
  const next = step.back ? pageBefore(definition, values, page) : nextPage(definition, values, new Set(shown))
  const finished = next === null
  const answerId = !saysSomething(values) && answer === null ? null : await store(tx, taking, values, finished ? 'finished' : 'partial')
  const earlier = step.back && next !== null ? pagesOf(definition, values).slice(0, next.index).flat().map((q) => q.id) : shown
  return { opened, outcome: finished ? 'finished' : 'next', values, problems: [], page: next, shown: earlier, answerId }
}

/** A box that nobody ticked is what an empty form looks like. */
const saysSomething = (values: Values): boolean => Object.values(values).some((value) => value !== false)

async function store(tx: Tx, { source, by, answer, version, definition, step, files }: Taking, values: Values, state: 'partial' | 'finished'): Promise<string> {
  await recordFiles(tx, files.stored)
  const save = (before: StoredAnswer | null) => saveAnswer(tx, {
    surveyId: source.surveyId, version, definition, anonymous: source.survey.anonymous, road: source.road, invitationId: source.invitationId, linkId: source.linkId, kioskId: null, key: 'key' in by ? by.key : null,
    about: source.about, customerName: source.customerName, language: pickLanguage(definition, [step.language, source.language]), values, state, at: new Date(), timeZone: source.timeZone, imported: false,
  }, before)
  // The same page sent twice at once: the second waits for the first and goes on from it.
  const saved = (await save(answer)) ?? (await save(await findAnswer(tx, source.surveyId, by, true)))
  if (source.invitationId !== null) await noteProgress(tx, source, state === 'finished')
  return saved!.answerId
}

/** The token is spent on finishing. */
async function noteProgress(tx: Tx, source: SourceRow, finished: boolean): Promise<void> {
  if (source.opened && source.started && !finished) return
  // Of an anonymous survey the hour stays unknown, or it would lead from the answer to the invitation.
  const now = source.survey.anonymous ? `date_trunc('day', clock_timestamp())` : 'clock_timestamp()'
  await tx.query(
    `update survey_invitation set opened_at = coalesce(opened_at, ${now}), started_at = coalesce(started_at, ${now}), finished_at = case when $3 then ${now} else finished_at end where org_id = $1 and id = $2`,
    [tx.orgId, source.invitationId, finished], source.survey.anonymous ? 'note-progress-anonymous' : 'note-progress')
  await noteSteps(tx, [source.invitationId!], ...(source.opened ? [] : ['opened'] as const), ...(source.started ? [] : ['started'] as const), ...(finished ? ['finished'] as const : []))
}

/** An old or foreign page of an open link: nothing is taken, the first page is shown anew. */
async function renewed(platform: Platform, tx: Tx, source: SourceRow): Promise<TakenStep | ClosedSurvey> {
  const closed = whyClosed(source, false)
  if (closed !== null) return closedSurvey(source, closed, null)
  const definition = await definitionOf(platform, source, source.survey.version, tx)
  return { opened: openedSurvey(source, source.survey.version, definition, {}, []), outcome: 'next', values: {}, problems: [], page: nextPage(definition, {}, new Set()), shown: [], answerId: null }
}

const knownVersion = (asked: number | null, newest: number): number => (asked !== null && Number.isInteger(asked) && asked >= 1 && asked <= newest ? asked : newest)

/** After "back" from thanks, or when the definition has nothing further: the last page is sent again. */
function lastPage(definition: SurveyDefinition, values: Values): NextPage {
  const pages = pagesOf(definition, values)
  return { questions: pages.at(-1) ?? [], index: Math.max(0, pages.length - 1), remaining: 0 }
}

function pageBefore(definition: SurveyDefinition, values: Values, page: NextPage): NextPage {
  const pages = pagesOf(definition, values)
  const first = page.questions[0]?.id
  const here = Math.max(0, pages.findIndex((p) => p.some((q) => q.id === first)))
  const index = Math.max(0, here - 1)
  return { questions: pages[index] ?? [], index, remaining: pages.length - index - 1 }
}

interface StoredFiles { stored: StoredBlob[]; byQuestion: Map<string, Values[string]>; problems: Map<string, FileProblem> }

/** Bytes first: a row names only what is safe in the store. */
async function storeFiles(platform: Platform, orgId: number, given: ReadonlyMap<string, GivenFile>): Promise<StoredFiles> {
  const result: StoredFiles = { stored: [], byQuestion: new Map(), problems: new Map() }
  for (const [questionId, file] of given) {
    const checked = checkFile(file)
    if ('code' in checked) {
      result.problems.set(questionId, checked.code)
      continue
    }
    const blob = await storeBytes(platform.files, orgId, file.bytes)
    result.stored.push(blob)
    result.byQuestion.set(questionId, { sha256: blob.sha256, size: blob.size, name: checked.name, type: checked.type })
  }
  return result
}

function takeFile(id: string, required: boolean, before: Values, files: StoredFiles, read: { values: Values; problems: StepProblem[] }): void {
  const code = files.problems.get(id)
  const file = files.byQuestion.get(id) ?? before[id]
  read.problems = read.problems.filter((p) => p.questionId !== id)
  if (code !== undefined) read.problems.push({ questionId: id, code })
  else if (file !== undefined) read.values[id] = file
  else if (required) read.problems.push({ questionId: id, code: 'required' })
}
