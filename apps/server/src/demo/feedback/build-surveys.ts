// The surveys of a demonstration company: published before the half-year began, with what asks for them.
import { surveyTemplates, textIn, type SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import { newCode } from '../../modules/feedback/index.ts'
import { toldDays } from '../days.ts'

export interface Asked { id: string; definition: SurveyDefinition }

const began = `now() - interval '${toldDays + 1} days'`

/** By the key of its template. */
export async function buildSurveys(tx: Tx, keys: readonly string[], adminId: string): Promise<Map<string, Asked>> {
  const built = new Map<string, Asked>()
  for (const key of new Set(keys)) {
    const template = surveyTemplates.find((t) => t.key === key)!
    const id = newId()
    const definition = JSON.stringify(template.definition)
    await tx.query(`insert into survey (org_id, id, name, template, state, draft, version, created_by, created_at) values ($1, $2, $3, $4, 'active', $5, 1, $6, ${began})`, [tx.orgId, id, textIn(template.name, 'pl', 'pl'), key, definition, adminId])
    await tx.query(`insert into survey_version (org_id, survey_id, version, definition, published_at, published_by) values ($1, $2, 1, $3, ${began}, $4)`, [tx.orgId, id, definition, adminId])
    built.set(key, { id, definition: template.definition })
  }
  return built
}

export async function buildTouchpoint(tx: Tx, surveyId: string, name: string, trigger: 'ticket-closed' | 'list', channels: readonly string[], position: number): Promise<string> {
  const id = newId()
  const definition = { interactionKinds: [], channels, conditions: null, roads: ['email', 'sms'], delayMinutes: 60, sampleShare: 1, restDays: null, exclude: { openComplaint: true, minors: true } }
  await tx.query(`insert into touchpoint (org_id, id, survey_id, name, trigger, definition, position, created_at) values ($1, $2, $3, $4, $5, $6, $7, ${began})`, [tx.orgId, id, surveyId, name, trigger, JSON.stringify(definition), position])
  return id
}

export async function buildLink(tx: Tx, surveyId: string, location: { id: string; name: string }, place: string): Promise<string> {
  const id = newId()
  await tx.query(`insert into survey_link (org_id, id, code, survey_id, road, name, location_id, place, created_at) values ($1, $2, $3, $4, 'qr', $5, $6, $7, ${began})`, [tx.orgId, id, newCode(), surveyId, `${location.name}, ${place.toLowerCase()}`, location.id, place])
  return id
}
