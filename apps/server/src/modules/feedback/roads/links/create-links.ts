// A new link to a survey, or one for each table at once.
import type { Static } from 'typebox'
import type { NewSurveyLink } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { newId } from '../../../../platform/id.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { newCode } from '../../answering/index.ts'
import { refuseUnknownLocation, refuseUnknownSurvey } from '../refuse-unknown.ts'
import { takeSettings } from './rules/website-settings.ts'

/** Answers the ids, in the order of the places. @throws Refusal */
export async function createLinks(tx: Tx, actor: Actor, given: Static<typeof NewSurveyLink>): Promise<string[]> {
  const name = takeLinkName(given.name)
  const onWebsite = given.road === 'website' || given.road === 'embedded'
  if (given.settings !== undefined && !onWebsite) throw new Refusal('invalid-input', 'Settings are of a survey on a website: leave them out for a link or a QR code.', { settings: 'belong to a website' })
  if (given.places !== undefined && given.place !== undefined) throw new Refusal('invalid-input', 'Name one place, or several of which each gets its own link, but not both.', { places: 'stand beside a single place' })
  const settings = onWebsite ? takeSettings(given.settings ?? {}) : {}
  await refuseUnknownSurvey(tx, given.surveyId)
  if (given.locationId !== undefined && given.locationId !== null) await refuseUnknownLocation(tx, given.locationId)
  const places = takePlaces(given.places ?? [given.place ?? ''])
  const links = places.map((place) => ({ id: newId(), code: newCode(), place }))
  await tx.query(
    `insert into survey_link (org_id, id, code, survey_id, road, name, location_id, place, settings)
     select $1, l.id, l.code, $2, $3, $4, $5, l.place, $6 from unnest($7::uuid[], $8::text[], $9::text[]) with ordinality l (id, code, place, position) order by l.position`,
    [tx.orgId, given.surveyId, given.road, name, given.locationId ?? null, JSON.stringify(settings), links.map((l) => l.id), links.map((l) => l.code), links.map((l) => l.place)], 'create-survey-links')
  await audit(tx, actor, 'survey-link.created', { kind: 'survey', id: given.surveyId }, { name, road: given.road, count: links.length })
  tx.publish({ name: 'feedback.surveyChanged', ids: { surveyId: given.surveyId } })
  return links.map((l) => l.id)
}

/** @throws Refusal */
export function takeLinkName(given: string): string {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: say where the link is used, for example "tables in the garden".', { name: 'is empty' })
  return name
}

function takePlaces(given: readonly string[]): string[] {
  const places = given.map((place) => storable(place).trim())
  const twice = places.find((place, i) => places.indexOf(place) !== i)
  if (twice !== undefined) throw new Refusal('invalid-input', `The place "${twice}" is named twice: give each its own name, so that its answers can be told apart.`, { places: 'are named twice' })
  if (places.length > 1 && places.includes('')) throw new Refusal('invalid-input', 'One of the places has no name: name each, or leave it out.', { places: 'one is empty' })
  return places
}

