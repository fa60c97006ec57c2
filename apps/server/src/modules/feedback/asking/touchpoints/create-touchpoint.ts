import type { Static } from 'typebox'
import type { NewTouchpoint } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { isId, newId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { checkDefinition } from './check-definition.ts'
import { completeDefinition } from './touchpoint-row.ts'

/** It asks last of all, until somebody moves it. Answers its id. @throws Refusal */
export async function createTouchpoint(tx: Tx, actor: Doer, given: Static<typeof NewTouchpoint>): Promise<string> {
  const name = takeName(given.name)
  const found = isId(given.surveyId) ? await tx.query('select 1 from survey where org_id = $1 and id = $2 and retired_at is null for key share', [tx.orgId, given.surveyId], 'survey-of-touchpoint') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such survey, or it has been retired: choose another one.', { surveyId: 'is not in use' })
  const definition = await checkDefinition(tx, given.trigger, completeDefinition(given.definition ?? {}))
  await lockOrder(tx)
  const id = newId()
  await tx.query(
    `insert into touchpoint (org_id, id, survey_id, name, trigger, definition, position, active)
     values ($1, $2, $3, $4, $5, $6, (select coalesce(max(position) + 1, 0) from touchpoint where org_id = $1 and retired_at is null), $7)`,
    [tx.orgId, id, given.surveyId, name, given.trigger, JSON.stringify(definition), given.active ?? true], 'create-touchpoint')
  await audit(tx, actor, 'touchpoint.created', { kind: 'touchpoint', id }, { name, trigger: given.trigger, surveyId: given.surveyId })
  tx.publish({ name: 'feedback.touchpointChanged', ids: { touchpointId: id, surveyId: given.surveyId } })
  return id
}

/** @throws Refusal */
export function takeName(given: string): string {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: say when is asked, for example "after a visit".', { name: 'is empty' })
  return name
}

/** Positions of an organization change one after the other. */
export const lockOrder = (tx: Tx) => tx.query(`select pg_advisory_xact_lock(hashtextextended('touchpoint-order ' || $1::text, 0))`, [tx.orgId], 'lock-touchpoint-order')
