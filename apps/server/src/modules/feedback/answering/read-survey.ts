// The survey of an answer that comes as a whole, and who, where and what stood behind it.
import type { SurveyDefinition } from '@kontuar/survey'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { readVersion } from '../surveys/index.ts'
import type { SurveyStanding } from './source-rows.ts'

export interface SurveyToAnswer { id: string; name: string; standing: SurveyStanding; timeZone: string; locale: string }

/** @throws Refusal `not-found` */
export async function getSurveyToAnswer(tx: Tx, id: string): Promise<SurveyToAnswer> {
  const [row] = isId(id)
    ? await tx.query<{ name: string; time_zone: string; locale: string; state: SurveyStanding['state']; anonymous: boolean; version: number; quota: number | null; too_early: boolean; too_late: boolean; retired: boolean }>(
      `select s.name, o.time_zone, o.locale, s.state, s.anonymous, s.version, s.quota, coalesce(s.starts_at > clock_timestamp(), false) as too_early, coalesce(s.ends_at <= clock_timestamp(), false) as too_late, s.retired_at is not null as retired
       from survey s join org o on o.id = s.org_id where s.org_id = $1 and s.id = $2`, [tx.orgId, id], 'survey-to-answer')
    : []
  if (row === undefined) throw notFound('survey')
  return { id, name: row.name, timeZone: row.time_zone, locale: row.locale, standing: { state: row.state, anonymous: row.anonymous, version: row.version, quota: row.quota, tooEarly: row.too_early, tooLate: row.too_late, retired: row.retired } }
}

/** @throws Refusal `cannot-do` when it was never published, `invalid-input` for a version there is not */
export async function versionToAnswer(db: Database, orgId: number, survey: SurveyToAnswer, asked: number | undefined, within?: Tx): Promise<{ version: number; definition: SurveyDefinition }> {
  if (survey.standing.version === 0) throw new Refusal('cannot-do', 'The survey is not published: publish it first.')
  const version = asked ?? survey.standing.version
  if (version > survey.standing.version) throw new Refusal('invalid-input', `The survey has ${survey.standing.version} version(s): name one of them, or none for the newest.`, { version: 'does not exist' })
  return { version, definition: await readVersion(db, orgId, survey.id, version, within) }
}
