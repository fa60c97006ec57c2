// Surveys, invitations and links for tests of answering.
import type { SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { newCode, newToken } from './tokens.ts'

const low = (points: number) => ({ combinator: 'and' as const, rules: [{ field: 'q:nps', operator: '<=', value: points }] })

/** NPS first; a low score asks why on a second page, with a comment. */
export const afterTicket: SurveyDefinition = {
  languages: ['pl', 'en', 'ru'], defaultLanguage: 'pl', title: { pl: 'Po rozmowie', en: 'After the call', ru: 'После разговора' }, intro: { pl: 'Jedno pytanie.' }, thanks: { pl: 'Dziękujemy.' }, whatNext: { pl: 'Przeczytamy.' }, reviewLinks: [],
  questions: [
    { id: 'nps', type: 'nps', title: { pl: 'Czy nas Pani poleci, {{customer.firstName}}?' }, required: true },
    { id: 'why', type: 'reasons', title: { pl: 'Co poszło nie tak?' }, options: [{ id: 'wait', label: { pl: 'Czekanie' } }, { id: 'price', label: { pl: 'Cena' } }], other: true, condition: low(6) },
    { id: 'text', type: 'text', title: { pl: 'Co jeszcze?' }, maxLength: 5000, condition: low(8) },
  ],
}

export async function buildSurvey(tx: Tx, given: { definition?: SurveyDefinition; state?: string; anonymous?: boolean; quota?: number; endsAt?: Date; startsAt?: Date } = {}): Promise<string> {
  const id = newId()
  const definition = JSON.stringify(given.definition ?? afterTicket)
  await tx.query('insert into survey (org_id, id, name, state, anonymous, draft, version, quota, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9)',
    [tx.orgId, id, 'Po zgłoszeniu', given.state ?? 'active', given.anonymous ?? false, definition, given.quota ?? null, given.startsAt ?? null, given.endsAt ?? null])
  await tx.query('insert into survey_version (org_id, survey_id, version, definition) values ($1, $2, 1, $3)', [tx.orgId, id, definition])
  return id
}

/** The next version of it. */
export async function publishAgain(tx: Tx, surveyId: string, definition: SurveyDefinition): Promise<void> {
  await tx.query('update survey set version = version + 1, draft = $3 where org_id = $1 and id = $2', [tx.orgId, surveyId, JSON.stringify(definition)])
  await tx.query('insert into survey_version (org_id, survey_id, version, definition) select org_id, id, version, draft from survey where org_id = $1 and id = $2', [tx.orgId, surveyId])
}

/** Answers the token, which stands nowhere else. */
export async function buildInvitation(tx: Tx, surveyId: string, given: { customerId: string; ticketId?: string; state?: string; expiresAt?: Date; version?: number; staffId?: string; locationId?: string } ): Promise<{ id: string; token: string }> {
  const { token, hash } = newToken()
  const id = newId()
  await tx.query(
    `insert into survey_invitation (org_id, id, survey_id, version, customer_id, road, address, language, cause, ticket_id, staff_id, location_id, channel, ticket_result, state, send_at, sent_at, token_hash, expires_at)
     values ($1, $2, $3, $4, $5, 'email', 'anna@klient.example', 'pl', $6, $7, $8, $9, 'email', 'solved', $10, now(), now(), $11, coalesce($12, now() + interval '30 days'))`,
    [tx.orgId, id, surveyId, given.version ?? 1, given.customerId, `test:${id}`, given.ticketId ?? null, given.staffId ?? null, given.locationId ?? null, given.state ?? 'sent', hash, given.expiresAt ?? null])
  return { id, token }
}

export async function buildLink(tx: Tx, surveyId: string, given: { road?: string; place?: string; active?: boolean } = {}): Promise<{ id: string; code: string }> {
  const id = newId()
  const code = newCode()
  await tx.query(`insert into survey_link (org_id, id, code, survey_id, road, name, place, active) values ($1, $2, $3, $4, $5, 'Stolik', $6, $7)`, [tx.orgId, id, code, surveyId, given.road ?? 'qr', given.place ?? '', given.active ?? true])
  return { id, code }
}
