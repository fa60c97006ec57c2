// Rules and what they judge, for tests alone.
import type { AlertDeliveryWish, AlertRuleDefinition } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'

import { nothingThen, saveAnswer, type Then } from '../../feedback/index.ts'
import { afterTicket, buildSurvey } from '../../feedback/answering/testing.ts'
import { countRulesUp } from '../watching/compile/known-rules.ts'

export const toldToManagers: AlertDeliveryWish = { recipients: [{ to: 'role', role: 'manager' }], roads: ['app'], destinationIds: [], urgent: false, when: 'at-once', groupMinutes: 0, escalation: [], calendarId: null, task: null }

/** Past the check and the first glance: as it would stand. */
export async function buildRule(tx: Tx, definition: AlertRuleDefinition, given: { since?: Date; name?: string; delivery?: Partial<AlertDeliveryWish>; id?: string } = {}): Promise<string> {
  const id = given.id ?? newId()
  await tx.query('insert into alert_rule (org_id, id, name, since, definition, delivery) values ($1, $2, $3, coalesce($4, now()), $5, $6)', [tx.orgId, id, given.name ?? id, given.since ?? null, JSON.stringify(definition), JSON.stringify({ ...toldToManagers, ...given.delivery })])
  await countRulesUp(tx)
  return id
}

export const buildNpsSurvey = (tx: Tx): Promise<string> => buildSurvey(tx)

/** An answer by the road of all answers: with its facts and events. `takenAt`: when the program got it, where that was later. */
export async function giveAnswer(tx: Tx, surveyId: string, given: { score: number; at: Date; takenAt?: Date; comment?: string; imported?: boolean; about?: Partial<Then> }): Promise<string> {
  const saved = await saveAnswer(tx, {
    surveyId, version: 1, definition: afterTicket, anonymous: false, road: given.imported === true ? 'import' : 'link', invitationId: null, linkId: null, kioskId: null, key: null, about: { ...nothingThen, ...given.about }, customerName: '', language: 'pl',
    values: { nps: given.score, ...(given.comment === undefined ? {} : { text: given.comment }) }, state: 'finished', at: given.at, timeZone: 'Europe/Warsaw', imported: given.imported ?? false,
  }, null)
  await tx.query('update answer set created_at = $3 where org_id = $1 and id = $2', [tx.orgId, saved!.answerId, given.takenAt ?? given.at])
  return saved!.answerId
}

export interface PastAnswer { id: string; score: number; at: number; takenAt: number; imported: boolean; locationId: string | null; channel: string | null }

/** Thousands at once: rows alone, without facts, entries or events. */
export async function giveAnswers(tx: Tx, surveyId: string, answers: readonly PastAnswer[]): Promise<void> {
  await tx.query(
    `insert into answer (org_id, id, survey_id, version, road, location_id, channel, language, values, state, metric, score, scale_min, scale_max, tone, at, finished_at, imported, created_at, updated_at)
     select $1, a.id, $2, 1, case when a.imported then 'import' else 'link' end, a.location, a.channel, 'pl', jsonb_build_object('nps', a.score), 'finished', 'nps', a.score, 0, 10, case when a.score <= 6 then 'low' when a.score <= 8 then 'middle' else 'high' end,
       a.at, a.at, a.imported, a.taken, a.taken from jsonb_to_recordset($3) a (id uuid, score integer, location uuid, channel text, at timestamptz, taken timestamptz, imported boolean)`,
    [tx.orgId, surveyId, JSON.stringify(answers.map((a) => ({ id: a.id, score: a.score, location: a.locationId, channel: a.channel, at: new Date(a.at).toISOString(), taken: new Date(a.takenAt).toISOString(), imported: a.imported })))])
}
