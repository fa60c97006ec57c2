// All SQL that reads surveys.
import type { SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { decodeCursor } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

export interface SurveyRow {
  id: string; name: string; template: string | null; state: 'draft' | 'active' | 'paused' | 'ended'; anonymous: boolean
  draft: SurveyDefinition; version: number; changed: boolean
  starts_at: Date | null; ends_at: Date | null; quota: number | null; mailbox_id: string | null
  last_answer_at: Date | null; retired: boolean; created_at: Date; updated_at: Date
}

// The newest answer by its index, one step for each survey.
const select = `select s.id, s.name, s.template, s.state, s.anonymous, s.draft, s.version, v.definition is null or v.definition <> s.draft as changed, s.starts_at, s.ends_at, s.quota, s.mailbox_id,
    (select a.at from answer a where a.org_id = s.org_id and a.survey_id = s.id order by a.at desc limit 1) as last_answer_at, s.retired_at is not null as retired, s.created_at, s.updated_at
  from survey s left join survey_version v on v.org_id = s.org_id and v.survey_id = s.id and v.version = s.version`

/** The newest first, one more than `limit`. @throws Refusal `invalid-cursor` */
export async function listSurveyRows(tx: Tx, query: { limit: number; cursor?: string; state?: string; retired?: boolean }): Promise<SurveyRow[]> {
  const [before] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, 1)
  return tx.query<SurveyRow>(
    `${select} where s.org_id = $1 and ($2::uuid is null or s.id < $2) and ($3::text is null or s.state = $3) and (s.retired_at is not null) = $4 order by s.id desc limit $5`,
    [tx.orgId, typeof before === 'string' && isId(before) ? before : null, query.state ?? null, query.retired ?? false, query.limit + 1], 'list-surveys')
}

/** @throws Refusal `not-found` */
export async function getSurveyRow(tx: Tx, id: string): Promise<SurveyRow> {
  const [row] = isId(id) ? await tx.query<SurveyRow>(`${select} where s.org_id = $1 and s.id = $2`, [tx.orgId, id], 'get-survey') : []
  if (row === undefined) throw notFound('survey')
  return row
}

/** The same, held until the transaction ends: of two who change or publish it the second waits. @throws Refusal `not-found` */
export async function lockSurvey(tx: Tx, id: string): Promise<SurveyRow> {
  if (isId(id)) await tx.query('select 1 from survey where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-survey')
  return getSurveyRow(tx, id)
}

export interface VersionRow { version: number; definition: SurveyDefinition; published_at: Date; published_by: string | null }

/** The newest first. */
export const listVersionRows = (tx: Tx, surveyId: string): Promise<VersionRow[]> => tx.query<VersionRow>(
  `select v.version, v.definition, v.published_at, p.name as published_by from survey_version v left join staff p on p.org_id = v.org_id and p.id = v.published_by
   where v.org_id = $1 and v.survey_id = $2 order by v.version desc limit 200`, [tx.orgId, surveyId], 'survey-versions')

/** Whether anybody has answered, also what is invalid now: a promise given to them holds. */
export async function hasAnswers(tx: Tx, surveyId: string): Promise<boolean> {
  return (await tx.query('select 1 from answer where org_id = $1 and survey_id = $2 limit 1', [tx.orgId, surveyId], 'survey-has-answers')).length > 0
}

export async function readOrganization(tx: Tx): Promise<{ name: string; locale: string }> {
  const [row] = await tx.query<{ name: string; locale: string }>('select name, locale from org where id = $1', [tx.orgId], 'organization-of-survey')
  return row!
}
