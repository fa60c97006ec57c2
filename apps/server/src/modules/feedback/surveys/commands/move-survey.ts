import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { lockSurvey } from '../queries.ts'

/** Paused and ended ones ask nobody and take no answer; both can go on. @throws Refusal `cannot-do` */
export async function moveSurvey(tx: Tx, doer: Doer, id: string, state: 'active' | 'paused' | 'ended'): Promise<void> {
  const row = await lockSurvey(tx, id)
  if (row.state === state) return
  if (row.version === 0) throw new Refusal('cannot-do', 'This survey was never published, so there is nothing to pause or end: publish it first.', { state: 'needs a published version' })
  if (state === 'active' && row.retired) throw new Refusal('cannot-do', 'This survey is put away: bring it back first.', { state: 'belongs to a survey that is put away' })
  if (state === 'active' && row.ends_at !== null && row.ends_at <= new Date()) throw new Refusal('cannot-do', 'The end of this survey has passed: choose a later end or none, then let it go on.', { state: 'is past its end' })
  await tx.query(`update survey set state = $3, updated_at = greatest(clock_timestamp(), updated_at + interval '1 ms') where org_id = $1 and id = $2`, [tx.orgId, row.id, state], 'move-survey')
  await audit(tx, doer, 'survey.moved', { kind: 'survey', id: row.id }, { state: [row.state, state] })
  tx.publish({ name: 'feedback.surveyChanged', ids: { surveyId: row.id } })
}
