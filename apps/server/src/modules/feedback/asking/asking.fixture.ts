// An organization that asks: a published survey, touchpoints, people with addresses, tickets that are closed.
import type { SurveyDefinition } from '@kontuar/survey'
import type { TouchpointDefinition, Trigger } from '@kontuar/contracts'
import type { TestKontuar, TestOrganization } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { buildSendingMailbox } from '../../channels/sending/testing.ts'
import { receiveMessages } from '../../diary/index.ts'
import { buildMessage } from '../../diary/testing.ts'
import { completeDefinition } from './touchpoints/touchpoint-row.ts'

export const definition: SurveyDefinition = {
  languages: ['pl', 'en', 'ru'], defaultLanguage: 'pl', title: { pl: 'Ocena', en: 'Rating', ru: 'Оценка' }, intro: {},
  questions: [{ id: 'nps', type: 'nps', title: { pl: '{{customer.firstName}}, czy polecisz nas?', en: 'Would you recommend us?', ru: 'Порекомендуете ли вы нас?' }, required: true }],
  thanks: { pl: 'Dziękujemy', en: 'Thank you', ru: 'Спасибо' }, whatNext: {}, reviewLinks: [],
}

export interface AskingOrganization { org: TestOrganization; mailboxId: string; surveyId: string; token: string }

/** Asks at every hour, and sends through the given SMTP port. */
export async function buildAskingOrganization(kontuar: TestKontuar, smtpPort = 1): Promise<AskingOrganization> {
  const org = await buildOrganization(kontuar.platform.db)
  const made = await kontuar.platform.db.write(org.orgId, async (tx) => {
    const mailboxId = await buildSendingMailbox(tx, smtpPort)
    const surveyId = await buildSurvey(tx)
    await tx.query(`insert into feedback_setting (org_id, send_from, send_until) values ($1, '00:00', '00:00')`, [tx.orgId])
    return { mailboxId, surveyId }
  })
  return { org, ...made, token: await kontuar.tokenOf('administrator', org) }
}

export async function buildSurvey(tx: Tx, given: { state?: string; quota?: number | null; definition?: SurveyDefinition } = {}): Promise<string> {
  const id = newId()
  await tx.query(`insert into survey (org_id, id, name, state, draft, version, quota) values ($1, $2, 'Ocena', $3, $4, 1, $5)`, [tx.orgId, id, given.state ?? 'active', JSON.stringify(given.definition ?? definition), given.quota ?? null])
  await tx.query('insert into survey_version (org_id, survey_id, version, definition) values ($1, $2, 1, $3)', [tx.orgId, id, JSON.stringify(given.definition ?? definition)])
  return id
}

export async function buildTouchpoint(tx: Tx, surveyId: string, trigger: Trigger, given: Partial<TouchpointDefinition> & { position?: number } = {}): Promise<string> {
  const { position = 0, ...wish } = given
  const id = newId()
  await tx.query('insert into touchpoint (org_id, id, survey_id, name, trigger, definition, position) values ($1, $2, $3, $4, $5, $6, $7)', [tx.orgId, id, surveyId, trigger, trigger, JSON.stringify(completeDefinition({ delayMinutes: 0, ...wish })), position])
  return id
}

export async function buildCustomer(tx: Tx, given: { name?: string; email?: string | null; phone?: string | null; language?: string | null } = {}): Promise<string> {
  const id = newId()
  await tx.query('insert into customer (org_id, id, name, language) values ($1, $2, $3, $4)', [tx.orgId, id, given.name ?? 'Anna Nowak', given.language ?? null])
  const email = given.email === undefined ? `anna-${id.slice(-8)}@klient.example` : given.email
  for (const [kind, address] of [['email', email], ['phone', given.phone ?? null]] as const) {
    if (address !== null) await tx.query('insert into identity (org_id, id, customer_id, kind, address, address_key) values ($1, $2, $3, $4, $5, $5)', [tx.orgId, newId(), id, kind, address])
  }
  return id
}

/** A ticket that began with a mail of the customer at this address. */
export async function buildMatter(tx: Tx, mailboxId: string, address = `anna-${newId().slice(-8)}@klient.example`, given: Parameters<typeof buildMessage>[2] = {}): Promise<{ ticketId: string; customerId: string; address: string }> {
  const [received] = await receiveMessages(tx, [await buildMessage(tx, mailboxId, { from: { name: 'Anna Nowak', address }, ...given })])
  return { ticketId: received!.ticketId, customerId: received!.customerId, address }
}

export interface InvitationRow {
  id: string; touchpoint_id: string | null; survey_id: string; customer_id: string; cause: string; state: string; reason: string | null; detail: Record<string, unknown> | null; road: string | null; address: string | null; language: string | null; version: number | null
  ticket_id: string | null; source_interaction_id: string | null; purchase_id: string | null; staff_id: string | null; team_id: string | null; queue_id: string | null; location_id: string | null; reason_id: string | null; channel: string | null; ticket_result: string | null
  interaction_id: string | null; token_hash: Buffer | null; sent_at: Date | null; expires_at: Date | null; send_at: Date; facts: Record<string, string>
}
export const invitationsOf = (kontuar: TestKontuar, { org }: AskingOrganization): Promise<InvitationRow[]> => kontuar.platform.db.read(org.orgId, (tx) => tx.query<InvitationRow>('select * from survey_invitation where org_id = $1 order by id', [tx.orgId]))
