import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { hasAnswers, listVersionRows, lockSurvey, type SurveyRow } from '../queries.ts'
import { lostIds } from '../rules/keep-ids.ts'
import { toPublished } from '../rules/refuse-problems.ts'

/**
 * The draft becomes the version that is asked from now on; whoever is answering stays with the one they saw. Published
 * again unchanged, it stays the version it is. @throws Refusal `cannot-do` with all that keeps it from being published
 */
export async function publishSurvey(tx: Tx, doer: Doer, id: string): Promise<void> {
  const row = await lockSurvey(tx, id)
  if (row.retired) throw new Refusal('cannot-do', 'This survey is put away: bring it back first.')
  const definition = toPublished(row.draft)
  if (!row.changed) return
  await refuseLostIds(tx, row, definition)
  const version = row.version + 1
  await tx.query('insert into survey_version (org_id, survey_id, version, definition, published_by) values ($1, $2, $3, $4, $5)', [tx.orgId, row.id, version, JSON.stringify(definition), doer?.staffId ?? null], 'insert-survey-version')
  await tx.query(`update survey set version = $3, draft = $4, state = case state when 'draft' then 'active' else state end, updated_at = greatest(clock_timestamp(), updated_at + interval '1 ms') where org_id = $1 and id = $2`, [tx.orgId, row.id, version, JSON.stringify(definition)], 'publish-survey')
  await audit(tx, doer, 'survey.published', { kind: 'survey', id: row.id }, { version })
  tx.publish({ name: 'feedback.surveyChanged', ids: { surveyId: row.id } })
}

/** While nobody has answered, an id has no past. */
async function refuseLostIds(tx: Tx, row: SurveyRow, definition: SurveyRow['draft']): Promise<void> {
  if (row.version === 0) return
  await tx.seeEverything()
  if (!await hasAnswers(tx, row.id)) return
  const lost = lostIds(definition, (await listVersionRows(tx, row.id)).map((v) => v.definition))
  if (lost.length > 0) throw new Refusal('cannot-do', `The survey cannot be published yet. ${lost.slice(0, 3).map((l) => l.sentence).join(' ')}`, Object.fromEntries(lost.map((l) => [['draft', ...l.path].join('.'), l.sentence])))
}
