// Surveys, versions and facts for tests.
import type { SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import type { Counted } from './note-facts.ts'

export const definition: SurveyDefinition = {
  languages: ['pl', 'en', 'ru'], defaultLanguage: 'pl', title: { pl: 'Po rozmowie', en: 'After the call', ru: 'После разговора' }, intro: {}, thanks: {}, whatNext: {}, reviewLinks: [],
  questions: [
    { id: 'nps', type: 'nps', title: { pl: 'Czy polecisz nas?', en: 'Would you recommend us?', ru: 'Посоветуете нас?' } },
    { id: 'why', type: 'multiple', title: { pl: 'Dlaczego?', en: 'Why?' }, options: [{ id: 'wait', label: { pl: 'Czekanie', en: 'Waiting' } }, { id: 'price', label: { pl: 'Cena', en: 'Price' } }, { id: 'staff', label: { pl: 'Obsługa', en: 'Service' } }], other: true },
    { id: 'parts', type: 'matrix', title: { pl: 'Jak oceniasz?', en: 'How were they?' }, rows: [{ id: 'shop', label: { pl: 'Sklep', en: 'Shop' } }, { id: 'web', label: { pl: 'Strona', en: 'Website' } }], options: [{ id: 'good', label: { pl: 'Dobrze', en: 'Good' } }, { id: 'bad', label: { pl: 'Źle', en: 'Bad' } }] },
    { id: 'text', type: 'text', title: { pl: 'Coś jeszcze?', en: 'Anything else?' } },
  ],
}

/** A published survey. */
export async function buildSurvey(tx: Tx, given: { anonymous?: boolean; definition?: SurveyDefinition; name?: string } = {}): Promise<string> {
  const id = newId()
  const json = JSON.stringify(given.definition ?? definition)
  await tx.query(`insert into survey (org_id, id, name, state, anonymous, draft, version) values ($1, $2, $3, 'active', $4, $5, 1)`, [tx.orgId, id, given.name ?? 'Po rozmowie', given.anonymous ?? false, json])
  await tx.query('insert into survey_version (org_id, survey_id, version, definition) values ($1, $2, 1, $3)', [tx.orgId, id, json])
  return id
}

export const countedOnce = (given: Partial<Counted> & { surveyId: string; counted: Counted['counted'] }): Counted => ({
  day: '2030-01-10', answerId: newId(), invitationId: null, version: 1, road: 'email', channel: null, language: 'pl', staffId: null, teamId: null, queueId: null, locationId: null, touchpointId: null, ...given,
})
