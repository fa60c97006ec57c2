import type { Static } from 'typebox'
import type { SurveyLinkPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { isId } from '../../../../platform/id.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { refuseUnknownLocation } from '../refuse-unknown.ts'
import { takeLinkName } from './create-links.ts'
import type { LinkRoad, LinkRow } from './link-row.ts'
import { takeSettings } from './rules/website-settings.ts'

type Locked = Pick<LinkRow, 'survey_id' | 'road' | 'name' | 'location_id' | 'place' | 'settings' | 'active' | 'retired'>

/** Its code never changes: it hangs on walls. Answers given keep the place and location they had. @throws Refusal */
export async function changeLink(tx: Tx, actor: Actor, id: string, patch: Static<typeof SurveyLinkPatch>): Promise<void> {
  const [before] = isId(id)
    ? await tx.query<Locked>('select survey_id, road, name, location_id, place, settings, active, retired_at is not null as retired from survey_link where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-survey-link')
    : []
  if (before === undefined) throw notFound('link')
  const retired = patch.retired ?? before.retired
  if (retired && patch.active === true) throw new Refusal('cannot-do', `The link "${before.name}" is retired: bring it back before it is switched on.`, { active: 'the link is retired' })
  if (patch.settings !== undefined && !isOnWebsite(before.road)) throw new Refusal('invalid-input', 'Settings are of a survey on a website: this is a link or a QR code.', { settings: 'belong to a website' })
  if (patch.locationId !== undefined && patch.locationId !== null) await refuseUnknownLocation(tx, patch.locationId)
  const next = {
    name: patch.name === undefined ? before.name : takeLinkName(patch.name), locationId: patch.locationId === undefined ? before.location_id : patch.locationId,
    place: patch.place === undefined ? before.place : storable(patch.place).trim(), settings: patch.settings === undefined ? before.settings : takeSettings(patch.settings, before.settings), active: patch.active ?? before.active,
  }
  await tx.query(
    `update survey_link set name = $3, location_id = $4, place = $5, settings = $6, active = $7, retired_at = case when $8 then coalesce(retired_at, now()) end where org_id = $1 and id = $2`,
    [tx.orgId, id, next.name, next.locationId, next.place, JSON.stringify(next.settings), next.active, retired], 'change-survey-link')
  await audit(tx, actor, retired && !before.retired ? 'survey-link.retired' : 'survey-link.changed', { kind: 'survey', id: before.survey_id }, {
    link: before.name, fields: Object.keys(patch).sort(), ...(next.name === before.name ? {} : { name: [before.name, next.name] }), ...(next.active === before.active ? {} : { active: [before.active, next.active] }),
  })
  tx.publish({ name: 'feedback.surveyChanged', ids: { surveyId: before.survey_id } })
}

const isOnWebsite = (road: LinkRoad): boolean => road === 'website' || road === 'embedded'
