import type { Static } from 'typebox'
import type { KioskPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storableJson } from '../../../../platform/db/storable.ts'
import { isId } from '../../../../platform/id.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { newToken } from '../../answering/index.ts'
import { refuseUnknownLocation, refuseUnknownSurvey } from '../refuse-unknown.ts'
import { takeAttract, takeKioskName } from './create-kiosk.ts'
import { usualKiosk, type KioskSettings } from './kiosk-row.ts'

interface Locked { name: string; survey_id: string; location_id: string | null; settings: Partial<KioskSettings>; retired: boolean }

/** More than any tablet has shown while it held an answer. */
const mostEarlier = 20

/** The tablet shows the change the next time it stands idle with a network. @throws Refusal */
export async function changeKiosk(tx: Tx, actor: Actor, id: string, patch: Static<typeof KioskPatch>): Promise<void> {
  const before = await lockKiosk(tx, id)
  const retired = patch.retired ?? before.retired
  if (patch.surveyId !== undefined && patch.surveyId !== before.survey_id) await refuseUnknownSurvey(tx, patch.surveyId)
  if (patch.locationId !== undefined && patch.locationId !== null) await refuseUnknownLocation(tx, patch.locationId)
  const was = { ...usualKiosk, ...before.settings }
  const next = { name: patch.name === undefined ? before.name : takeKioskName(patch.name), surveyId: patch.surveyId ?? before.survey_id, locationId: patch.locationId === undefined ? before.location_id : patch.locationId }
  const earlier = next.surveyId === before.survey_id ? was.earlier : [before.survey_id, ...was.earlier.filter((survey) => survey !== before.survey_id && survey !== next.surveyId)].slice(0, mostEarlier)
  const settings: KioskSettings = { idleSeconds: patch.idleSeconds ?? was.idleSeconds, attract: patch.attract === undefined ? was.attract : takeAttract(patch.attract), earlier }
  await tx.query(
    `update kiosk set name = $3, survey_id = $4, location_id = $5, settings = $6, retired_at = case when $7 then coalesce(retired_at, now()) end where org_id = $1 and id = $2`,
    [tx.orgId, id, next.name, next.surveyId, next.locationId, storableJson(settings), retired], 'change-kiosk')
  await audit(tx, actor, retired && !before.retired ? 'kiosk.retired' : 'kiosk.changed', { kind: 'kiosk', id }, {
    fields: Object.keys(patch).sort(), ...(next.name === before.name ? {} : { name: [before.name, next.name] }), ...(next.surveyId === before.survey_id ? {} : { surveyId: [before.survey_id, next.surveyId] }),
  })
  for (const surveyId of new Set([before.survey_id, next.surveyId])) tx.publish({ name: 'feedback.surveyChanged', ids: { surveyId } })
}

/** A tablet that is lost, or whose address got about. Answers the new token. @throws Refusal */
export async function renewKiosk(tx: Tx, actor: Actor, id: string): Promise<string> {
  const before = await lockKiosk(tx, id)
  if (before.retired) throw new Refusal('cannot-do', `The kiosk "${before.name}" is retired: bring it back before its address is renewed.`)
  const { token, hash } = newToken()
  await tx.query('update kiosk set token_hash = $3 where org_id = $1 and id = $2', [tx.orgId, id, hash], 'renew-kiosk')
  await audit(tx, actor, 'kiosk.renewed', { kind: 'kiosk', id }, { name: before.name })
  return token
}

async function lockKiosk(tx: Tx, id: string): Promise<Locked> {
  const [row] = isId(id) ? await tx.query<Locked>('select name, survey_id, location_id, settings, retired_at is not null as retired from kiosk where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-kiosk') : []
  if (row === undefined) throw notFound('kiosk')
  return row
}
