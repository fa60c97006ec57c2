// The decision of the planning, taken again: between it and now a person may have objected, been asked by another survey, the ticket
// been opened again. Once before composing, to compose nothing in vain, and once behind the locks, which is the one that counts.
import type { Tx } from '../../../../platform/db/database.ts'
import { readGround, readSurveys, type AskedSurvey, type Ground } from '../planning/read-ground.ts'
import { addressesFor, readPersons, readUsedAddresses, type Person } from '../planning/read-persons.ts'
import { chooseRoad } from '../planning/rules/choose-road.ts'
import { decideAsking, restDaysOf } from '../planning/rules/decide-asking.ts'
import { isSameMatter, type Matter } from '../planning/rules/same-matter.ts'
import { settleRivals, type GivenWay } from '../planning/rules/settle-rivals.ts'
import type { Suppressed } from '../planning/store-planned.ts'
import type { DueInvitation } from './due-invitations.ts'

export interface ToSend { due: DueInvitation; person: Person; road: 'email' | 'sms'; address: string; version: number }
export interface DueDecision {
  ground: Ground
  send: ToSend[]
  suppressed: Suppressed[]
  /** Their touchpoint has been switched off. */
  cancelled: string[]
  /** It is night by now. */
  later: { id: string; sendAt: Date }[]
}

export async function decideDue(tx: Tx, dues: readonly DueInvitation[]): Promise<DueDecision> {
  const [ground, persons, used, surveys] = await Promise.all([
    readGround(tx), readPersons(tx, [...new Set(dues.map((d) => d.customer_id))]), readUsedAddresses(tx, [...new Set(dues.flatMap((d) => d.ticket_id ?? []))]), readSurveys(tx, [...new Set(dues.map((d) => d.survey_id))]),
  ])
  const decision: DueDecision = { ground, send: [], suppressed: [], cancelled: [], later: [] }
  const givenWay = new Map<string, GivenWay>()
  for (const person of persons.values()) for (const gone of rivalsOf(person, ground)) givenWay.set(gone.id, gone)
  /** Several of one person in one batch: the first that is sent is the last asking for the others. */
  const askedNow = new Set<string>()
  for (const due of dues) decideOne(due, { ground, persons, used, surveys, givenWay, askedNow }, decision)
  return decision
}

interface Known { ground: Ground; persons: Map<string, Person>; used: Map<string, string>; surveys: Map<string, AskedSurvey>; givenWay: Map<string, GivenWay>; askedNow: Set<string> }

function decideOne(due: DueInvitation, { ground, persons, used, surveys, givenWay, askedNow }: Known, decision: DueDecision): void {
  if (due.touchpoint?.off) {
    decision.cancelled.push(due.id)
    return
  }
  const person = persons.get(due.customer_id)!
  const survey = surveys.get(due.survey_id)!
  const gone = givenWay.get(due.id)
  const roads = due.road !== null ? [due.road] : (due.touchpoint?.definition.roads ?? (['email', 'sms'] as const))
  const verdict = decideAsking({
    survey,
    // Its conditions, its channels and its share were asked when it happened.
    touchpoint: due.touchpoint === null ? null : { definition: { ...due.touchpoint.definition, channels: [] }, conditionsHold: true, sampled: true },
    happening: { channel: due.channel, automatic: false, reopened: due.ticket !== null && due.ticket.open && (due.touchpoint?.trigger === 'ticket-closed' || due.touchpoint?.trigger === 'complaint-decided') },
    wishedAt: due.send_at,
    person: { ...person, lastAskedAt: gone === undefined && askedNow.has(person.id) ? ground.now : (person.asked[0]?.sentAt ?? null), askedOfThis: person.asked.some((a) => a.surveyId === due.survey_id && isSameMatter(a, matterOf(due))) },
    reach: chooseRoad(roads, addressesFor(person, due.ticket_id === null ? undefined : used.get(due.ticket_id)), ground.senders),
    settings: ground.settings, now: ground.now,
  })
  if (!verdict.ask) decision.suppressed.push({ id: due.id, reason: verdict.reason, detail: verdict.detail })
  else if (gone !== undefined) decision.suppressed.push({ id: due.id, reason: gone.reason, detail: { invitationId: gone.to.id, surveyId: gone.to.surveyId, sendAt: gone.to.sendAt.toISOString() } })
  else if (verdict.at.getTime() > ground.now.getTime()) decision.later.push({ id: due.id, sendAt: verdict.at })
  else {
    askedNow.add(person.id)
    decision.send.push({ due, person, road: verdict.road as 'email' | 'sms', address: verdict.address!, version: survey.version })
  }
}

const matterOf = (due: DueInvitation): Matter => ({ trigger: due.touchpoint?.trigger ?? null, ticketId: due.ticket_id, interactionId: due.source_interaction_id, purchaseId: due.purchase_id, cause: due.cause })

const rivalsOf = (person: Person, ground: Ground) => settleRivals(person.planned.map((p) => ({ ...p, restDays: restDaysOf(p, ground.settings.restDays) })))
