// A public page is opened. Opening stores no answer: mail scanners open every link, and some run its scripts. That an invitation was
// opened, and which point of the scale was clicked, is noted beside it and counted nowhere.
import { keepVisible, pagesOf, pickLanguage, type SurveyDefinition, type Values } from '@kontuar/survey'
import type { Platform } from '../../../platform/platform.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { readVersion } from '../surveys/index.ts'
import { findAnswer, type StoredAnswer } from './answer-rows.ts'
import { isFull } from './quota.ts'
import type { Asker, ClosedReason, ClosedSurvey, OpenedSurvey } from './opened-survey.ts'
import { noteOpening } from './note-openings.ts'
import { whyClosed } from './rules/why-closed.ts'
import { readInvitation, readLink, type SourceRow } from './source-rows.ts'
import { digestKey, hashToken, isCode } from './tokens.ts'

export const unknownSurvey: ClosedSurvey = { closed: 'unknown', asker: null, definition: null, language: null, facts: {} }

/**
 * @param given.note false for HEAD and previews: nothing at all is written
 * @param given.clicked the point clicked in the mail (`?v=9`)
 */
export async function openInvitation(platform: Platform, token: string, given: { note: boolean; clicked: string | null }): Promise<OpenedSurvey | ClosedSurvey> {
  const place = await findByToken(platform, token)
  if (place === null) return unknownSurvey
  const { db } = platform
  const { source, answer, full } = await db.read(place.orgId, async (tx) => {
    const source = await readInvitation(tx, place.id)
    if (source === null) return { source, answer: null, full: false }
    const answer = source.started ? await findAnswer(tx, source.surveyId, answerOf(source, token), false) : null
    return { source, answer, full: await isFull(tx, source) }
  })
  if (source === null) return unknownSurvey
  const closed = whyClosed(source, full)
  if (closed === null && given.note && (!source.opened || (given.clicked !== null && given.clicked !== source.clickedValue))) await noteOpening(db, place.orgId, { invitationId: place.id, clicked: given.clicked })
  return present(platform, source, closed, answer)
}

export async function openLink(platform: Platform, code: string): Promise<OpenedSurvey | ClosedSurvey> {
  const place = await findByCode(platform, code)
  if (place === null) return unknownSurvey
  const { source, full } = await platform.db.read(place.orgId, async (tx) => {
    const source = await readLink(tx, place.id)
    return { source, full: source !== null && (await isFull(tx, source)) }
  })
  return source === null ? unknownSurvey : present(platform, source, whyClosed(source, full), null)
}

export async function findByToken({ db }: Platform, token: string): Promise<{ orgId: number; id: string } | null> {
  const hash = hashToken(token)
  if (hash === null) return null
  const [row] = await db.query<{ org_id: number; id: string }>('select org_id, id from find_survey_invitation($1)', [hash], 'find-survey-invitation')
  return row === undefined ? null : { orgId: row.org_id, id: row.id }
}

export async function findByCode({ db }: Platform, code: string): Promise<{ orgId: number; id: string } | null> {
  if (!isCode(code)) return null
  const [row] = await db.query<{ org_id: number; id: string }>('select org_id, id from find_survey_link($1)', [code], 'find-survey-link')
  return row === undefined ? null : { orgId: row.org_id, id: row.id }
}

/** The answer of an anonymous survey does not name its invitation: only whoever holds the token finds it again. */
export const answerOf = (source: SourceRow, token: string): { invitationId: string } | { key: string } => (source.survey.anonymous ? { key: digestKey('invitation', token) } : { invitationId: source.invitationId! })

const askerOf = (source: SourceRow): Asker => ({ orgId: source.orgId, organization: source.organization, locale: source.locale, look: source.look })

export const definitionOf = (platform: Platform, source: SourceRow, version: number, within?: Tx): Promise<SurveyDefinition> => readVersion(platform.db, source.orgId, source.surveyId, version, within)

async function present(platform: Platform, source: SourceRow, closed: ClosedReason | null, answer: StoredAnswer | null): Promise<OpenedSurvey | ClosedSurvey> {
  const version = answer?.version ?? source.version ?? source.survey.version
  const definition = closed === 'unknown' || version === 0 ? null : await definitionOf(platform, source, version)
  if (closed !== null || definition === null) return closedSurvey(source, closed ?? 'unknown', definition)
  return openedSurvey(source, version, definition, answer?.values ?? {}, answer === null ? [] : shownUpTo(definition, answer.values))
}

/** Of what is not there nothing is told, not even whose it would be. */
export const closedSurvey = (source: SourceRow, closed: ClosedReason, definition: SurveyDefinition | null): ClosedSurvey => (
  { closed, asker: closed === 'unknown' ? null : askerOf(source), definition, language: source.language, facts: source.facts, origins: source.origins })

export function openedSurvey(source: SourceRow, version: number, definition: SurveyDefinition, values: Values, shown: string[]): OpenedSurvey {
  return {
    asker: askerOf(source), surveyId: source.surveyId, version, definition, anonymous: source.survey.anonymous, road: source.road, language: source.language === null ? null : pickLanguage(definition, [source.language]),
    facts: source.facts, saved: withoutTexts(definition, values), shown, origins: source.origins,
  }
}

/** The pages up to the last one of which something was answered. */
function shownUpTo(definition: SurveyDefinition, values: Values): string[] {
  const pages = pagesOf(definition, keepVisible(definition, values))
  const last = pages.findLastIndex((page) => page.some((q) => values[q.id] !== undefined))
  return pages.slice(0, last + 1).flat().map((q) => q.id)
}

function withoutTexts(definition: SurveyDefinition, values: Values): Values {
  const open = new Set(definition.questions.filter((q) => q.type === 'text' || q.type === 'file').map((q) => q.id))
  return Object.fromEntries(Object.entries(values).filter(([id]) => !open.has(id) && !id.endsWith('.other')))
}
