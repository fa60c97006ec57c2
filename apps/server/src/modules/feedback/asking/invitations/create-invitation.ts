/*
 * One person is asked by hand or by a program. The rules hold here too: who has objected, is a minor, has just been asked or cannot be
 * reached is not asked, and the row says why. What a person judges better than a rule (conditions, share) is asked only of a touchpoint
 * that is named.
 */
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { isId, newId } from '../../../../platform/id.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { learnPerson } from '../../../customers/index.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../../../identity/index.ts'
import { newToken } from '../../answering/tokens.ts'
import { noteSteps } from '../../counting/index.ts'
import { planCandidates } from '../planning/plan-invitations.ts'
import { readHandHappening } from '../planning/read-happenings.ts'
import { lockPersons } from '../planning/read-persons.ts'
import { readSettings } from '../settings/read-settings.ts'
import { touchpointsById, type TouchpointRow } from '../touchpoints/touchpoint-row.ts'

export interface InvitationWish {
  surveyId: string
  touchpointId?: string
  ticketId?: string
  interactionId?: string
  customerId?: string
  customer?: { name?: string; email?: string; phone?: string }
  /** `link` is handed out by whoever asks, and told once. Absent: the first road that reaches the person. */
  road?: 'email' | 'sms' | 'link'
  language?: string
  /** RFC 3339; absent: now. */
  sendAt?: string
  facts?: Record<string, string>
  locationId?: string | null
  staffId?: string | null
}
/** `token` of road `link`, when it was not suppressed: nobody can read it again. */
export interface MadeInvitation { id: string; token: string | null }

/** @param by a person at the desk, or a program @throws Refusal */
export async function createInvitation(tx: Tx, by: 'hand' | 'api', wish: InvitationWish): Promise<MadeInvitation> {
  const place = await findPlace(tx, wish)
  // Seen by whoever asks; what follows may concern others of this person's invitations.
  await tx.seeEverything()
  await refuseUnknownSurvey(tx, wish.surveyId)
  const touchpoint = wish.touchpointId === undefined ? null : await findTouchpoint(tx, wish.touchpointId, wish.surveyId)
  const sendAt = takeSendAt(wish)
  if (wish.locationId) await refuseUnknownStructure(tx, 'location', [wish.locationId], 'locationId')
  if (wish.staffId) await refuseUnknownPeople(tx, [wish.staffId], 'staffId')
  const customerId = place.customerId ?? (await findCustomer(tx, wish))
  await lockPersons(tx, [customerId])
  const happening = await readHandHappening(tx, { cause: `${by}:${newId()}`, trigger: by, ticketId: place.ticketId, interactionId: place.interactionId, customerId, at: new Date() })
  const [made] = await planCandidates(tx, [{
    surveyId: wish.surveyId, touchpoint,
    happening: {
      ...happening, facts: { ...happening.facts, ...takeFacts(wish.facts) }, ...(wish.language === undefined ? {} : { language: storable(wish.language) }),
      ...(sendAt === null ? {} : { notBefore: sendAt }), ...(wish.road === undefined ? {} : { road: wish.road }),
      ...(wish.locationId === undefined ? {} : { locationId: wish.locationId }), ...(wish.staffId === undefined ? {} : { staffId: wish.staffId, teamId: null }),
    },
  }])
  const { id, state } = made!
  return { id, token: wish.road === 'link' && state === 'planned' ? await handOut(tx, id) : null }
}

interface Place { customerId: string | null; ticketId: string | null; interactionId: string | null }

/** Looked for as the asker sees. */
async function findPlace(tx: Tx, { ticketId, interactionId, customerId }: InvitationWish): Promise<Place> {
  const place: Place = { customerId: null, ticketId: null, interactionId: null }
  if (interactionId !== undefined) {
    const [row] = isId(interactionId) ? await tx.query<{ ticket_id: string | null; customer_id: string | null }>('select ticket_id, customer_id from interaction where org_id = $1 and id = $2', [tx.orgId, interactionId], 'interaction-to-ask-about') : []
    if (row === undefined) throw notFound('interaction')
    Object.assign(place, { interactionId, ticketId: row.ticket_id, customerId: row.customer_id })
  }
  if (ticketId !== undefined) {
    const [row] = isId(ticketId) ? await tx.query<{ customer_id: string }>('select customer_id from ticket where org_id = $1 and id = $2', [tx.orgId, ticketId], 'ticket-to-ask-about') : []
    if (row === undefined) throw notFound('ticket')
    if (place.ticketId !== null && place.ticketId !== ticketId.toLowerCase()) throw new Refusal('invalid-input', 'The interaction stands in another ticket: name one of the two.', { interactionId: 'is of another ticket' })
    Object.assign(place, { ticketId, customerId: row.customer_id })
  }
  if (place.customerId !== null && customerId !== undefined && place.customerId !== customerId.toLowerCase()) throw new Refusal('invalid-input', 'The ticket is of another customer: leave out the customer, or the ticket.', { customerId: 'is not of the ticket' })
  return place
}

async function findCustomer(tx: Tx, { customerId, customer }: InvitationWish): Promise<string> {
  if (customerId !== undefined) {
    const found = isId(customerId) ? await tx.query<{ id: string }>('select id from customer where org_id = $1 and id = $2', [tx.orgId, customerId], 'customer-to-ask') : []
    if (found.length === 0) throw notFound('customer')
    return found[0]!.id
  }
  if (!customer?.email?.trim() && !customer?.phone?.trim()) throw new Refusal('invalid-input', 'Say whom to ask: a customer, a ticket, or a person with an e-mail address or phone number.', { customerId: 'is missing' })
  const { name, email, phone } = customer
  return learnPerson(tx, { name: name?.trim() || email?.trim() || phone!.trim(), ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) })
}

async function refuseUnknownSurvey(tx: Tx, id: string): Promise<void> {
  const found = isId(id) ? await tx.query('select 1 from survey where org_id = $1 and id = $2', [tx.orgId, id], 'survey-to-ask') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such survey: choose one from the list.', { surveyId: 'is unknown' })
}

async function findTouchpoint(tx: Tx, id: string, surveyId: string): Promise<TouchpointRow> {
  const [found] = isId(id) ? await touchpointsById(tx, [id]) : []
  if (found === undefined || found.retired) throw new Refusal('invalid-input', 'There is no such touchpoint, or it has been retired: choose another one, or leave it out.', { touchpointId: 'is not in use' })
  if (found.survey_id !== surveyId.toLowerCase()) throw new Refusal('invalid-input', `"${found.name}" asks another survey: name the survey that it asks.`, { touchpointId: 'asks another survey' })
  if (!found.active) throw new Refusal('cannot-do', `"${found.name}" is switched off: switch it on, or ask without it.`, { touchpointId: 'is switched off' })
  return found
}

const furthestDays = 366

function takeSendAt({ sendAt, road }: InvitationWish): Date | null {
  if (sendAt === undefined) return null
  if (road === 'link') throw new Refusal('invalid-input', 'A link is handed out now: leave out the time, or let it be sent.', { sendAt: 'does not apply to a link' })
  const at = new Date(sendAt)
  if (at.getTime() > Date.now() + furthestDays * 86_400_000) throw new Refusal('invalid-input', 'That is more than a year away: choose an earlier time.', { sendAt: 'is too far away' })
  return at
}

const mostFacts = 20

function takeFacts(facts: Record<string, string> = {}): Record<string, string> {
  const given = Object.entries(facts)
  if (given.length > mostFacts) throw new Refusal('invalid-input', `More than ${mostFacts} facts: send only those that the survey names.`, { facts: 'are too many' })
  return Object.fromEntries(given.map(([name, value]) => [storable(name), storable(value)]))
}

/** Asked from this moment on; the address is told to whoever hands it out. */
async function handOut(tx: Tx, id: string): Promise<string> {
  const { token, hash } = newToken()
  const { expireDays } = await readSettings(tx)
  await tx.query(
    `update survey_invitation i set state = 'sent', version = s.version, token_hash = $3, sent_at = clock_timestamp(), expires_at = clock_timestamp() + $4 * interval '1 day'
     from survey s where i.org_id = $1 and i.id = $2 and s.org_id = i.org_id and s.id = i.survey_id`, [tx.orgId, id, hash, expireDays], 'hand-out-invitation')
  await noteSteps(tx, [id], 'sent')
  return token
}
