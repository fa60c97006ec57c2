// What a link or a kiosk names must be there and in use.
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/** @throws Refusal `invalid-input` */
export async function refuseUnknownSurvey(tx: Tx, id: string): Promise<void> {
  const found = isId(id) ? await tx.query('select 1 from survey where org_id = $1 and id = $2 and retired_at is null for key share', [tx.orgId, id], 'survey-of-road') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such survey, or it has been retired: choose another one.', { surveyId: 'is not in use' })
}

/** @throws Refusal `invalid-input` */
export async function refuseUnknownLocation(tx: Tx, id: string): Promise<void> {
  const found = isId(id) ? await tx.query('select 1 from location where org_id = $1 and id = $2 for key share', [tx.orgId, id], 'location-of-road') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such location: choose another one, or none.', { locationId: 'does not exist' })
}
