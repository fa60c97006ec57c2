import type { Static } from 'typebox'
import type { NewKiosk } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable, storableJson } from '../../../../platform/db/storable.ts'
import { newId } from '../../../../platform/id.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { newToken } from '../../answering/index.ts'
import { refuseUnknownLocation, refuseUnknownSurvey } from '../refuse-unknown.ts'
import { usualKiosk, type KioskSettings } from './kiosk-row.ts'

/** The token stands nowhere but in the answer. @throws Refusal */
export async function createKiosk(tx: Tx, actor: Actor, given: Static<typeof NewKiosk>): Promise<{ id: string; token: string }> {
  const name = takeKioskName(given.name)
  await refuseUnknownSurvey(tx, given.surveyId)
  if (given.locationId !== undefined && given.locationId !== null) await refuseUnknownLocation(tx, given.locationId)
  const settings: KioskSettings = { ...usualKiosk, idleSeconds: given.idleSeconds ?? usualKiosk.idleSeconds, attract: takeAttract(given.attract ?? {}) }
  const { token, hash } = newToken()
  const id = newId()
  await tx.query('insert into kiosk (org_id, id, name, survey_id, location_id, token_hash, settings) values ($1, $2, $3, $4, $5, $6, $7)', [tx.orgId, id, name, given.surveyId, given.locationId ?? null, hash, storableJson(settings)], 'create-kiosk')
  await audit(tx, actor, 'kiosk.created', { kind: 'kiosk', id }, { name, surveyId: given.surveyId })
  tx.publish({ name: 'feedback.surveyChanged', ids: { surveyId: given.surveyId } })
  return { id, token }
}

/** @throws Refusal */
export function takeKioskName(given: string): string {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: say where the tablet stands, for example "counter by the door".', { name: 'is empty' })
  return name
}

/** Empty ones fall back to the survey's title. */
export const takeAttract = (given: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).flatMap(([language, text]) => (text.trim() === '' ? [] : [[language.toLowerCase(), storable(text).trim()]])))
