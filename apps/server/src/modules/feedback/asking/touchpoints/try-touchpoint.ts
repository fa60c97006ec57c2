/*
 * A back-test: whom would this touchpoint have asked in the past days? Nothing is stored. The same decision as ever, at each moment of the
 * past, with what is known today of people and tickets: a ticket closed twice counts at its last closing, a complaint decided since does
 * not hold anybody back. The survey is taken as active, and other touchpoints as asking what they really asked.
 */
import type { Static } from 'typebox'
import type { TouchpointDefinition, Trigger, tryTouchpoint as route } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Happening } from '../planning/happening.ts'
import { readFitting, isMeant, wishedAt } from '../planning/plan-invitations.ts'
import { readInteractionHappenings, readPurchaseHappenings, readTicketHappenings } from '../planning/read-happenings.ts'
import { readGround, type Ground } from '../planning/read-ground.ts'
import { addressesFor, readPersons, readUsedAddresses, type Person } from '../planning/read-persons.ts'
import { chooseRoad } from '../planning/rules/choose-road.ts'
import { dayMs, decideAsking, type Verdict } from '../planning/rules/decide-asking.ts'
import { isSampled } from '../planning/rules/sample.ts'
import { askingPorts } from '../ports.ts'
import { checkDefinition } from './check-definition.ts'
import { completeDefinition } from './touchpoint-row.ts'

type Trial = Static<NonNullable<typeof route.response>>

const usualDays = 30
/** The newest; then fewer days are looked at, and the answer says so. */
const mostHappenings = 5000
const atOnce = 500
/** Stands in for the id the touchpoint will have: another one draws another sample of the same share. */
const trialId = 'trial'

export async function tryTouchpoint(tx: Tx, given: { trigger: Trigger; definition?: Partial<TouchpointDefinition>; days?: number }): Promise<Trial> {
  const definition = await checkDefinition(tx, given.trigger, completeDefinition(given.definition ?? {}))
  const touchpoint = { id: trialId, trigger: given.trigger, definition }
  const ground = await readGround(tx)
  const days = given.days ?? usualDays
  const past = await readPast(tx, given.trigger, new Date(ground.now.getTime() - days * dayMs))
  const happenings = past.filter((h) => isMeant(touchpoint, h)).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const trial: Trial = { days: past.length < mostHappenings ? days : Math.ceil((ground.now.getTime() - Math.min(...past.map((h) => h.at.getTime()))) / dayMs), happened: happenings.length, asked: 0, suppressed: {} }

  /** When each person would have been asked by this touchpoint. */
  const wouldHave = new Map<string, Date>()
  for (let from = 0; from < happenings.length; from += atOnce) {
    const some = happenings.slice(from, from + atOnce)
    const [persons, used, fitting] = await Promise.all([
      readPersons(tx, [...new Set(some.map((h) => h.customerId))]), readUsedAddresses(tx, [...new Set(some.flatMap((h) => h.ticketId ?? []))]), readFitting(tx, some.map((happening) => ({ happening, touchpoint: touchpoint as never }))),
    ])
    for (const happening of some) {
      const person = persons.get(happening.customerId)!
      const verdict = decideThen(happening, definition, person, { used, fits: fitting.get(trialId) ?? new Set(), ground, askedBefore: wouldHave.get(person.id) ?? null })
      if (verdict.ask) {
        trial.asked++
        wouldHave.set(person.id, verdict.at)
      } else trial.suppressed[verdict.reason] = (trial.suppressed[verdict.reason] ?? 0) + 1
    }
  }
  return trial
}

async function readPast(tx: Tx, trigger: Trigger, since: Date): Promise<Happening[]> {
  const inParts = async <T>(ids: readonly T[], read: (some: readonly T[]) => Promise<Happening[]>) => {
    const found: Happening[] = []
    for (let from = 0; from < ids.length; from += atOnce) found.push(...(await read(ids.slice(from, from + atOnce))))
    return found
  }
  const ticketCauses = (rows: readonly { id: string; at: Date }[]) => rows.map(({ id, at }) => ({ cause: `ticket:${id}`, trigger, ticketId: id, entryId: null, at }))
  if (trigger === 'ticket-closed') {
    const rows = await tx.query<{ id: string; at: Date }>(
      // Whoever was closed since has been changed since: that is what the index knows.
      `select id, closed_at as at from ticket where org_id = $1 and status_category = 'closed' and updated_at >= $2 and closed_at >= $2 and merged_into_id is null order by updated_at desc limit $3`, [tx.orgId, since, mostHappenings], 'closed-since')
    return inParts(ticketCauses(rows), (some) => readTicketHappenings(tx, some))
  }
  if (trigger === 'complaint-decided') return inParts(ticketCauses(await askingPorts().decidedComplaints(tx, since, mostHappenings)), (some) => readTicketHappenings(tx, some))
  if (trigger === 'interaction-recorded') {
    const rows = await tx.query<{ id: string }>(
      `select id from interaction where org_id = $1 and at >= $2 and by_hand is not null and kind in ('call', 'visit', 'message') order by at desc, id desc limit $3`, [tx.orgId, since, mostHappenings], 'recorded-since')
    return inParts(rows.map((r) => r.id), (some) => readInteractionHappenings(tx, some))
  }
  if (trigger === 'purchase' || trigger === 'delivery') {
    const rows = await tx.query<{ id: string }>('select id from purchase where org_id = $1 and kind = $2 and at >= $3 order by id desc limit $4', [tx.orgId, trigger, since, mostHappenings], 'purchases-since')
    return inParts(rows.map((r) => r.id), (some) => readPurchaseHappenings(tx, some))
  }
  // By hand, by a program, by a list: nothing happens of itself.
  return []
}

function decideThen(happening: Happening, definition: TouchpointDefinition, person: Person, known: { used: Map<string, string>; fits: Set<string>; ground: Ground; askedBefore: Date | null }): Verdict {
  const { used, fits, ground, askedBefore } = known
  const wished = wishedAt(happening, definition.delayMinutes)
  const really = person.asked.find((a) => a.sentAt.getTime() <= wished.getTime())?.sentAt ?? null
  return decideAsking({
    survey: { state: 'active', version: 1, retired: false, startsAt: null, endsAt: null, full: false },
    touchpoint: { definition, conditionsHold: definition.conditions === null || (happening.ticketId !== null && fits.has(happening.ticketId)), sampled: isSampled(trialId, happening.cause, definition.sampleShare) },
    happening: { ...happening, reopened: false }, wishedAt: wished,
    person: { ...person, lastAskedAt: really === null || (askedBefore !== null && askedBefore.getTime() > really.getTime()) ? askedBefore : really, askedOfThis: false },
    reach: chooseRoad(definition.roads, addressesFor(person, happening.ticketId === null ? undefined : used.get(happening.ticketId)), ground.senders),
    settings: ground.settings, now: happening.at,
  })
}
