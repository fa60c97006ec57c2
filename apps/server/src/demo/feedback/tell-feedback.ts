// Feedback of a demonstration company: surveys, when and where they are asked, and half a year of answers. Every answer takes the road of all
// answers (facts, diary), only its time is in the past.
import type { Locale } from '@kontuar/contracts'
import { nothingThen, saveAnswer, type Then } from '../../modules/feedback/index.ts'
import type { Database, Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import { chanceOf, steadily, type Chance } from '../chance.ts'
import type { DemoCompany } from '../company.ts'
import { timeZone, type Day } from '../days.ts'
import { hourOf } from '../life/life.ts'
import type { Mailbox } from '../past/ground.ts'
import { acquaint } from '../past/settle-past.ts'
import { buildLink, buildSurveys, buildTouchpoint, type Asked } from './build-surveys.ts'
import { drawValues, type Mood } from './draw-values.ts'
import { readAskable, readClosed, type ClosedTicket } from './read-asked.ts'
import { writeInvitations, type Invited } from './write-invitations.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

export interface FeedbackGround { adminId: string; mailbox: Mailbox; locationIds: readonly string[]; days: readonly Day[]; now: number }
interface Told { survey: Asked; road: 'email' | 'qr'; invitationId: string | null; linkId: string | null; customerName: string; language: Locale; at: number; good: number; about: Then }

/** @param db that tells no subscriber */
export async function tellFeedback(db: Database, orgId: number, { asking, name, desk }: DemoCompany, ground: FeedbackGround): Promise<void> {
  const chance = chanceOf(name.length * 104_729)
  const { afterTickets, links, lists } = asking
  const answers: Told[] = []
  await db.write(orgId, async (tx) => {
    const surveys = await buildSurveys(tx, [...afterTickets, ...links, ...lists].map((a) => a.survey), ground.adminId)
    const closed = await readClosed(tx, ground.locationIds)
    for (const [i, ask] of afterTickets.entries()) {
      const survey = surveys.get(ask.survey)!
      const touchpointId = await buildTouchpoint(tx, survey.id, ask.touchpoint, 'ticket-closed', ask.channels, i + 1)
      answers.push(...await afterClosing(tx, survey, touchpointId, closed, ask, ground, chance))
    }
    for (const [i, ask] of lists.entries()) {
      const survey = surveys.get(ask.survey)!
      const touchpointId = await buildTouchpoint(tx, survey.id, ask.touchpoint, 'list', [], afterTickets.length + i + 1)
      answers.push(...await ofList(tx, survey, touchpointId, ask, ground, chance))
    }
    for (const ask of links) {
      const survey = surveys.get(ask.survey)!
      for (const [location, id] of ground.locationIds.entries()) {
        const linkId = await buildLink(tx, survey.id, { id, name: desk.locations[location]! }, ask.place)
        answers.push(...atLink(survey, linkId, ask, location, ground, chance))
      }
    }
  })
  await writeAnswers(db, orgId, answers.toSorted((a, b) => a.at - b.at), chance)
}

type AfterTickets = DemoCompany['asking']['afterTickets'][number]

/** An hour after the closing; most answer within the day. */
async function afterClosing(tx: Tx, survey: Asked, touchpointId: string, closed: readonly ClosedTicket[], ask: AfterTickets, { mailbox, now }: FeedbackGround, chance: Chance): Promise<Told[]> {
  const asked = closed.filter((ticket) => ask.channels.includes(ticket.channel) && ticket.closedAt + hourMs < now && chance.happens(ask.asked)).map((ticket) => ({ ticket, invited: invite({ id: ticket.customerId, name: ticket.name, address: ticket.address, language: ticket.language }, `ticket:${ticket.id}:demo`, ticket.closedAt + hourMs, ask.answered, now, chance, ticket) }))
  await writeInvitations(tx, survey, touchpointId, mailbox, asked.map((a) => a.invited))
  return asked.flatMap(({ ticket, invited }): Told[] => (invited.answeredAt === null ? [] : [{
    survey, road: 'email', invitationId: invited.id, linkId: null, customerName: ticket.name, language: ticket.language, at: invited.answeredAt, good: ask.good({ age: (now - ticket.closedAt) / dayMs, reason: ticket.reasonKey, location: ticket.locationPlace, waitHours: ticket.waitHours, subject: ticket.subject }),
    about: { ...nothingThen, touchpointId, customerId: ticket.customerId, ticketId: ticket.id, staffId: ticket.staff, teamId: ticket.team, queueId: ticket.queue, locationId: ticket.location, reasonId: ticket.reason, channel: ticket.channel, ticketResult: ticket.result },
  }]))
}

async function ofList(tx: Tx, survey: Asked, touchpointId: string, ask: DemoCompany['asking']['lists'][number], { mailbox, days, now }: FeedbackGround, chance: Chance): Promise<Told[]> {
  const told: Told[] = []
  const invitations: Invited[] = []
  for (const day of days.filter((d) => d.age % ask.everyDays === 0 && d.at(10) < now)) {
    for (const customer of await readAskable(tx, day.at(10), Math.floor(day.age / 7) % 13, ask.many)) {
      const invited = invite(customer, `list:demo:${day.date}:${customer.id}`, day.at(10), ask.answered, now, chance, null)
      invitations.push(invited)
      if (invited.answeredAt !== null) told.push({ survey, road: 'email', invitationId: invited.id, linkId: null, customerName: customer.name, language: customer.language, at: invited.answeredAt, good: ask.good(day.age), about: { ...nothingThen, touchpointId, customerId: customer.id } })
    }
  }
  await writeInvitations(tx, survey, touchpointId, mailbox, invitations)
  return told
}

function invite(customer: Invited['customer'], cause: string, sentAt: number, answered: number, now: number, chance: Chance, ticket: Invited['ticket']): Invited {
  const at = sentAt + Math.round(chance.wait(4, 1) * hourMs)
  const answeredAt = chance.happens(answered) && at < now ? at : null
  return { id: newId(), cause, customer, sentAt, opened: answeredAt !== null || chance.happens(0.4), answeredAt, ticket }
}

function atLink(survey: Asked, linkId: string, ask: DemoCompany['asking']['links'][number], location: number, { days, now, locationIds }: FeedbackGround, chance: Chance): Told[] {
  const countOf = steadily(chance)
  return days.filter((day) => !day.holiday && day.weekday !== 7).flatMap((day) => Array.from({ length: countOf(ask.perDay[location]! * (day.weekday === 6 ? 1.5 : 0.9)) }, (): Told => ({
    survey, road: 'qr', invitationId: null, linkId, customerName: '', language: chance.weighted({ pl: 86, ru: 7, en: 7 }), at: day.at(hourOf(chance, 10, [1, 1, 1, 1, 1, 1, 1.3, 1.3, 1])), good: ask.good(location, day.age),
    about: { ...nothingThen, locationId: locationIds[location]!, place: ask.place },
  }))).filter((told) => told.at < now)
}

/**
 * Of each kind the share that is meant, also of a few dozen: drawn one by one they would now and then tell a fall that nobody meant, and
 * another one each day.
 */
function evenly(chance: Chance) {
  const owed = new Map<string, number>()
  return (kind: string, good: number): boolean => {
    const sum = (owed.get(kind) ?? chance.next()) + good + chance.between(-0.25, 0.25)
    owed.set(kind, sum >= 1 ? sum - 1 : sum)
    return sum >= 1
  }
}

/** Many at once on one connection: each is three statements, and none waits for another. */
async function writeAnswers(db: Database, orgId: number, answers: readonly Told[], chance: Chance) {
  const [isContent, isGlad] = [evenly(chance), evenly(chance)]
  const moodOf = (kind: string, good: number): Mood => (isContent(kind, good) ? (isGlad(kind, 0.78) ? 'glad' : 'fine') : 'sorry')
  const values = answers.map(({ survey, good, language, about }) => drawValues(survey.definition, moodOf(`${survey.id} ${about.touchpointId} ${about.locationId}`, good), language, chance))
  for (let i = 0; i < answers.length; i += 200) {
    await db.write(orgId, (tx) => Promise.all(answers.slice(i, i + 200).map(({ survey, good: _, at, ...told }, n) => saveAnswer(tx, {
      ...told, surveyId: survey.id, version: 1, definition: survey.definition, at: new Date(at), values: values[i + n]!, anonymous: false, kioskId: null, key: null, state: 'finished', timeZone, imported: false,
    }, null))))
    if (i === 0) await acquaint(db, orgId, ['survey_invitation', 'answer', 'feedback_fact', 'feedback_fact_waiting', 'interaction'])
  }
}
