// Feedback of a demonstration company: two surveys, when and where they are asked, and three months of answers, drawn from a fixed seed.
// Every answer takes the road of all answers (facts, diary), only its time is in the past.
import type { SurveyDefinition, Values } from '@kontuar/survey'
import { surveyTemplates, textIn, toneOf } from '@kontuar/survey'
import type { Locale } from '@kontuar/contracts'
import { newCode, nothingThen, noteSteps, saveAnswer, type Then } from '../modules/feedback/index.ts'
import type { Database, Tx } from '../platform/db/database.ts'
import { newId } from '../platform/id.ts'
import type { DemoCompany } from './company.ts'
import { comments } from './feedback-words.ts'
import { seeded } from './seeded.ts'

const day = 86_400_000
const timeZone = 'Europe/Warsaw'

interface Asked { id: string; definition: SurveyDefinition }

export async function tellFeedback(db: Database, orgId: number, adminId: string, company: DemoCompany): Promise<void> {
  const random = seeded(company.name.length * 104_729)
  const { afterTicket, touchpointId, visit, links } = await db.write(orgId, async (tx) => {
    const afterTicket = await buildSurvey(tx, adminId, 'after-ticket')
    const visit = await buildSurvey(tx, adminId, company.desk.locations.length > 1 ? 'relationship-nps' : 'after-visit')
    const touchpointId = await buildTouchpoint(tx, afterTicket.id)
    return { afterTicket, touchpointId, visit, links: await buildLinks(tx, visit.id, company) }
  })
  await db.write(orgId, (tx) => answerTickets(tx, afterTicket, touchpointId, random))
  for (let age = 90; age > 0; age -= 15) await db.write(orgId, (tx) => answerLinks(tx, visit, links, age, random))
}

async function buildSurvey(tx: Tx, adminId: string, key: string): Promise<Asked> {
  const template = surveyTemplates.find((t) => t.key === key)!
  const id = newId()
  const definition = JSON.stringify(template.definition)
  await tx.query(`insert into survey (org_id, id, name, template, state, draft, version, created_by, created_at) values ($1, $2, $3, $4, 'active', $5, 1, $6, now() - interval '91 days')`, [tx.orgId, id, textIn(template.name, 'pl', 'pl'), key, definition, adminId])
  await tx.query(`insert into survey_version (org_id, survey_id, version, definition, published_at, published_by) values ($1, $2, 1, $3, now() - interval '91 days', $4)`, [tx.orgId, id, definition, adminId])
  return { id, definition: template.definition }
}

const whenClosed = { interactionKinds: [], channels: [], conditions: null, roads: ['email', 'sms'], delayMinutes: 60, sampleShare: 1, restDays: null, exclude: { openComplaint: true, minors: true } }

async function buildTouchpoint(tx: Tx, surveyId: string): Promise<string> {
  const id = newId()
  await tx.query(`insert into touchpoint (org_id, id, survey_id, name, trigger, definition, position) values ($1, $2, $3, 'Godzinę po zamknięciu zgłoszenia', 'ticket-closed', $4, 1)`, [tx.orgId, id, surveyId, JSON.stringify(whenClosed)])
  return id
}

interface Link { id: string; locationId: string; place: string; /** How good the place is, 0 to 1. */ good: number; weight: number }

async function buildLinks(tx: Tx, surveyId: string, company: DemoCompany): Promise<Link[]> {
  const locations = await tx.query<{ id: string; name: string }>('select id, name from location where org_id = $1 order by id', [tx.orgId])
  const links = locations.flatMap(({ id: locationId, name }, i) => ['Kasa', 'Wejście'].map((place, p): Link & { name: string } => ({ id: newId(), locationId, place, name: `${name}, ${place.toLowerCase()}`, good: 0.78 - 0.13 * (i % 3) - 0.04 * p, weight: company.desk.locations.length > 1 ? 9 - 2 * i : 12 })))
  for (const link of links) await tx.query(`insert into survey_link (org_id, id, code, survey_id, road, name, location_id, place, created_at) values ($1, $2, $3, $4, 'qr', $5, $6, $7, now() - interval '91 days')`, [tx.orgId, link.id, newCode(), surveyId, link.name, link.locationId, link.place])
  return links
}

interface ClosedTicket { id: string; customer_id: string; name: string; subject: string; closed_at: Date; staff_id: string | null; team_id: string | null; queue_id: string | null; location_id: string | null; reason_id: string | null; result: string | null; language: string | null; email: string }

/** Three in five are answered; the rest were asked all the same. */
async function answerTickets(tx: Tx, survey: Asked, touchpointId: string, random: () => number): Promise<void> {
  const tickets = await tx.query<ClosedTicket>(
    `select t.id, t.customer_id, c.name, t.subject, t.closed_at, t.assignee_id as staff_id, (select min(m.team_id::text)::uuid from team_member m where m.org_id = t.org_id and m.staff_id = t.assignee_id) as team_id,
       t.queue_id, t.location_id, t.reason_id, t.result, t.language, (select i.address from identity i where i.org_id = t.org_id and i.customer_id = c.id and i.kind = 'email' limit 1) as email
     from ticket t join customer c on c.org_id = t.org_id and c.id = t.customer_id where t.org_id = $1 and t.status_category = 'closed' and t.closed_at is not null order by t.closed_at, t.id`, [tx.orgId])
  for (const ticket of tickets) {
    const invitationId = newId()
    const sentAt = new Date(Math.min(ticket.closed_at.getTime() + 3_600_000, Date.now() - 60_000))
    const answered = random() < 0.6
    const opened = answered || random() < 0.4
    await tx.query(
      `insert into survey_invitation (org_id, id, survey_id, version, customer_id, road, address, language, cause, ticket_id, staff_id, team_id, queue_id, location_id, reason_id, channel, ticket_result, state, send_at, sent_at, expires_at, opened_at, started_at, finished_at, created_at, touchpoint_id)
       values ($1, $2, $3, 1, $4, 'email', $5, $6, $7, $8, $9, $10, $11, $12, $13, 'email', $14, 'sent', $15, $15, $15::timestamptz + interval '30 days', $16, $17, $17, $15, $18)`,
      [tx.orgId, invitationId, survey.id, ticket.customer_id, ticket.email, ticket.language, `ticket:${ticket.id}:demo`, ticket.id, ticket.staff_id, ticket.team_id, ticket.queue_id, ticket.location_id, ticket.reason_id, ticket.result, sentAt, opened ? sentAt : null, answered ? sentAt : null, touchpointId])
    await noteSteps(tx, [invitationId], 'planned', 'sent', ...(opened ? ['opened'] as const : []), ...(answered ? ['started', 'finished'] as const : []))
    if (!answered) continue
    const good = /reklamacja|uczulenie|nie działa|brak/i.test(ticket.subject) ? 0.45 : 0.8
    const language = (['pl', 'ru', 'en'] as const).find((l) => l === ticket.language) ?? 'pl'
    const at = new Date(Math.min(sentAt.getTime() + random() * day, Date.now() - 30_000))
    await answer(tx, survey, {
      road: 'email', invitationId, linkId: null, customerName: ticket.name, language, at, values: valuesOf(survey.definition, good, language, random),
      about: { ...nothingThen, touchpointId, customerId: ticket.customer_id, ticketId: ticket.id, staffId: ticket.staff_id, teamId: ticket.team_id, queueId: ticket.queue_id, locationId: ticket.location_id, reasonId: ticket.reason_id, channel: 'email', ticketResult: ticket.result },
    })
  }
}

async function answerLinks(tx: Tx, survey: Asked, links: readonly Link[], age: number, random: () => number): Promise<void> {
  for (const link of links) {
    const many = Math.max(1, Math.round(link.weight * (0.7 + 0.6 * random())))
    for (let i = 0; i < many; i++) {
      const language: Locale = random() < 0.86 ? 'pl' : random() < 0.5 ? 'ru' : 'en'
      const at = new Date(Math.min(Date.now() - age * day + random() * 15 * day, Date.now() - 60_000))
      // The second location has been getting better lately.
      const good = link.good + (link.good < 0.7 && age < 45 ? 0.12 : 0)
      await answer(tx, survey, { road: 'qr', invitationId: null, linkId: link.id, customerName: '', language, at, values: valuesOf(survey.definition, good, language, random), about: { ...nothingThen, locationId: link.locationId, place: link.place } })
    }
  }
}

interface Told { road: 'email' | 'qr'; invitationId: string | null; linkId: string | null; customerName: string; language: Locale; at: Date; values: Values; about: Then }

async function answer(tx: Tx, survey: Asked, told: Told): Promise<void> {
  await saveAnswer(tx, { ...told, surveyId: survey.id, version: 1, definition: survey.definition, anonymous: false, kioskId: null, key: null, state: 'finished', timeZone, imported: false }, null)
}

/** Around how good it was; what follows a low score is answered too, and two in five write something. */
function valuesOf(definition: SurveyDefinition, good: number, language: Locale, random: () => number): Values {
  const score = definition.questions.find((q) => q.id === 'score')!
  const top = score.type === 'nps' ? 10 : (score.points ?? 5)
  const drawn = Math.round((random() < good ? 0.82 + 0.18 * random() : random() * 0.75) * top)
  const value = Math.min(top, Math.max(score.type === 'nps' ? 0 : 1, drawn))
  const tone = toneOf(score, value) ?? 'middle'
  const values: Values = { score: value }
  for (const question of definition.questions) {
    const pick = question.options?.[Math.floor(random() * question.options.length)]?.id
    if (question.type === 'single' && pick !== undefined) values[question.id] = tone === 'high' ? question.options![0]!.id : pick
    if (question.type === 'reasons' && pick !== undefined && tone === 'low') values[question.id] = [pick]
    const words = comments[tone][language]
    if (question.type === 'text' && random() < (tone === 'low' ? 0.7 : 0.3)) values[question.id] = words[Math.floor(random() * words.length)]!
  }
  return values
}
