import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { audit } from '../../identity/index.ts'
import { cancelPlanned } from '../asking/index.ts'

/** Nobody further is asked; twice is once. Its touchpoint has done its work and is retired. @throws Refusal `not-found` */
export async function stopSurveyList(tx: Tx, actor: Actor, id: string): Promise<void> {
  const [list] = isId(id) ? await tx.query<{ survey_id: string; touchpoint_id: string; state: string }>('select survey_id, touchpoint_id, state from survey_list where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-survey-list') : []
  if (list === undefined) throw notFound('list')
  if (list.state === 'stopped') return
  await tx.query(`update survey_list set state = 'stopped' where org_id = $1 and id = $2`, [tx.orgId, id], 'stop-survey-list')
  await tx.query('update touchpoint set active = false, retired_at = coalesce(retired_at, now()), updated_at = clock_timestamp() where org_id = $1 and id = $2', [tx.orgId, list.touchpoint_id], 'retire-touchpoint-of-list')
  const calledOff = await cancelPlanned(tx, { listId: id }, 'list-stopped')
  await audit(tx, actor, 'survey-list.stopped', { kind: 'survey-list', id }, { calledOff })
  tx.publish({ name: 'feedback.surveyListChanged', ids: { surveyListId: id, surveyId: list.survey_id } }, { name: 'feedback.touchpointChanged', ids: { touchpointId: list.touchpoint_id, surveyId: list.survey_id } })
}
