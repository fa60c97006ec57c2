/*
 * Something happened: who is asked about it, when, and who is not and why. Each happening leaves one row for each touchpoint that
 * listens to it, and the same happening told again leaves none. Whatever is decided about a person is decided while their row is held.
 */
import type { SuppressionReason } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { activeTouchpoints, touchpointsById, type TouchpointRow } from '../touchpoints/touchpoint-row.ts'
import { askingPorts } from '../ports.ts'
import type { Happening } from './happening.ts'
import { readGround, readSurveys, type AskedSurvey, type Ground } from './read-ground.ts'
import { addressesFor, lockPersons, readPersons, readUsedAddresses, type Person } from './read-persons.ts'
import { chooseRoad } from './rules/choose-road.ts'
import { decideAsking, restDaysOf, type Verdict } from './rules/decide-asking.ts'
import { isSameMatter, type Matter } from './rules/same-matter.ts'
import { isSampled } from './rules/sample.ts'
import { settleRivals, type Rival } from './rules/settle-rivals.ts'
import { storePlanned, suppressPlanned, type NewInvitation } from './store-planned.ts'

export interface PlannedInvitation { id: string; touchpointId: string | null; cause: string; state: 'planned' | 'suppressed'; reason: SuppressionReason | null }

/** A happening before one touchpoint (null: by hand or by a program, without one). */
export interface Candidate { happening: Happening; touchpoint: TouchpointRow | null; surveyId: string }

/** So many at once: a bulk change closes thousands of tickets in one transaction. */
const atOnce = 500

/** Idempotent by touchpoint and cause. Answers the new ones. */
export async function planInvitations(tx: Tx, happenings: readonly Happening[]): Promise<PlannedInvitation[]> {
  const planned: PlannedInvitation[] = []
  for (let from = 0; from < happenings.length; from += atOnce) planned.push(...(await planSome(tx, happenings.slice(from, from + atOnce))))
  return planned
}

async function planSome(tx: Tx, happenings: readonly Happening[]): Promise<PlannedInvitation[]> {
  const listening = await touchpointsOf(tx, happenings)
  const candidates = happenings.flatMap((happening) => listening.filter((t) => isMeant(t, happening)).map((touchpoint): Candidate => ({ happening, touchpoint, surveyId: touchpoint.survey_id })))
  if (candidates.length === 0) return []
  await lockPersons(tx, [...new Set(candidates.map((c) => c.happening.customerId))])
  return planCandidates(tx, await withoutKnown(tx, candidates))
}

async function touchpointsOf(tx: Tx, happenings: readonly Happening[]): Promise<TouchpointRow[]> {
  const named = [...new Set(happenings.flatMap((h) => h.touchpointId ?? []))]
  const [active, byName] = await Promise.all([activeTouchpoints(tx, [...new Set(happenings.filter((h) => h.touchpointId === undefined).map((h) => h.trigger))]), named.length === 0 ? [] : touchpointsById(tx, named)])
  return [...active, ...byName.filter((t) => !active.some((a) => a.id === t.id))]
}

export function isMeant(touchpoint: Pick<TouchpointRow, 'id' | 'trigger' | 'definition'>, happening: Happening): boolean {
  if (happening.touchpointId !== undefined) return happening.touchpointId === touchpoint.id
  const { interactionKinds } = touchpoint.definition
  return touchpoint.trigger === happening.trigger && (happening.interactionKind === null || interactionKinds.length === 0 || (interactionKinds as string[]).includes(happening.interactionKind))
}

/** What was told before has its row. */
async function withoutKnown(tx: Tx, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const asked = candidates.filter((c) => c.touchpoint !== null)
  if (asked.length === 0) return [...candidates]
  const rows = await tx.query<{ touchpoint_id: string; cause: string }>(
    `select i.touchpoint_id, i.cause from unnest($2::uuid[], $3::text[]) g (touchpoint_id, cause) join survey_invitation i on i.org_id = $1 and i.touchpoint_id = g.touchpoint_id and i.cause = g.cause`,
    [tx.orgId, asked.map((c) => c.touchpoint!.id), asked.map((c) => c.happening.cause)], 'known-causes')
  const seen = new Set(rows.map((r) => `${r.touchpoint_id} ${r.cause}`))
  return candidates.filter(({ touchpoint, happening }) => {
    if (touchpoint === null) return true
    const key = `${touchpoint.id} ${happening.cause}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** For candidates whose people are locked (`lockPersons`). */
export async function planCandidates(tx: Tx, candidates: readonly Candidate[]): Promise<PlannedInvitation[]> {
  if (candidates.length === 0) return []
  const known = await readFor(tx, candidates)
  const decided = candidates.map((candidate) => ({ candidate, verdict: decide(candidate, known) }))
  const invitations = decided.map(({ candidate, verdict }) => toInvitation(candidate, verdict))
  const gaveWay = settle(decided, invitations, known)
  await storePlanned(tx, invitations)
  await suppressPlanned(tx, gaveWay)
  // What is due later is found by the minute's sweep.
  if (invitations.some((i) => i.state === 'planned' && i.sendAt.getTime() <= known.ground.now.getTime())) orderSending(tx)
  return invitations.map((i) => ({ id: i.id, touchpointId: i.touchpointId, cause: i.cause, state: i.state, reason: i.reason }))
}

/** One run of an organization at a time: a second one would compose the same mails. Right it is without. */
export const orderSending = (tx: Tx) => tx.enqueue('feedback.sendInvitations', {}, { queue: `feedback.sendInvitations:${tx.orgId}`, key: `feedback.sendInvitations:${tx.orgId}` })

interface Known { ground: Ground; persons: Map<string, Person>; used: Map<string, string>; surveys: Map<string, AskedSurvey>; fitting: Map<string, Set<string>> }

async function readFor(tx: Tx, candidates: readonly Candidate[]): Promise<Known> {
  const ticketIds = [...new Set(candidates.flatMap((c) => c.happening.ticketId ?? []))]
  const [ground, persons, used, surveys, fitting] = await Promise.all([
    readGround(tx), readPersons(tx, [...new Set(candidates.map((c) => c.happening.customerId))]), readUsedAddresses(tx, ticketIds), readSurveys(tx, [...new Set(candidates.map((c) => c.surveyId))]), readFitting(tx, candidates),
  ])
  return { ground, persons, used, surveys, fitting }
}

/** By touchpoint with conditions: the tickets that meet them. */
export async function readFitting(tx: Tx, candidates: readonly Pick<Candidate, 'touchpoint' | 'happening'>[]): Promise<Map<string, Set<string>>> {
  const conditioned = candidates.filter((c) => c.touchpoint?.definition.conditions && c.happening.ticketId !== null)
  const fitting = new Map<string, Set<string>>()
  for (const [touchpoint, of] of Map.groupBy(conditioned, (c) => c.touchpoint!)) {
    fitting.set(touchpoint.id, await askingPorts().matchTickets(tx, touchpoint.definition.conditions, [...new Set(of.map((c) => c.happening.ticketId!))]))
  }
  return fitting
}

function decide({ happening, touchpoint, surveyId }: Candidate, { ground, persons, used, surveys, fitting }: Known): Verdict {
  const person = persons.get(happening.customerId)!
  const roads = happening.road !== undefined ? [happening.road] : (touchpoint?.definition.roads ?? (['email', 'sms'] as const))
  return decideAsking({
    survey: surveys.get(surveyId)!,
    touchpoint: touchpoint === null ? null : {
      definition: touchpoint.definition, conditionsHold: !touchpoint.definition.conditions || (happening.ticketId !== null && (fitting.get(touchpoint.id)?.has(happening.ticketId) ?? false)),
      sampled: isSampled(touchpoint.id, happening.cause, touchpoint.definition.sampleShare),
    },
    happening,
    wishedAt: wishedAt(happening, touchpoint?.definition.delayMinutes ?? 0),
    person: { ...person, lastAskedAt: person.asked[0]?.sentAt ?? null, askedOfThis: person.asked.some((a) => a.surveyId === surveyId && isSameMatter(a, matterOf(happening, touchpoint))) },
    reach: chooseRoad(roads, addressesFor(person, happening.ticketId === null ? undefined : used.get(happening.ticketId)), ground.senders),
    settings: ground.settings, now: ground.now,
  })
}

export function wishedAt({ at, notBefore }: Pick<Happening, 'at' | 'notBefore'>, delayMinutes: number): Date {
  const after = at.getTime() + delayMinutes * 60_000
  return new Date(Math.max(after, notBefore?.getTime() ?? after))
}

const matterOf = ({ ticketId, interactionId, purchaseId, cause }: Pick<Happening, 'ticketId' | 'interactionId' | 'purchaseId' | 'cause'>, touchpoint: TouchpointRow | null): Matter => ({ trigger: touchpoint?.trigger ?? null, ticketId, interactionId, purchaseId, cause })

const toInvitation = ({ happening, touchpoint, surveyId }: Candidate, verdict: Verdict): NewInvitation => ({
  ...happening, id: newId(), surveyId, touchpointId: touchpoint?.id ?? null, sendAt: verdict.at,
  state: verdict.ask ? 'planned' : 'suppressed', reason: verdict.ask ? null : verdict.reason, detail: verdict.ask ? null : verdict.detail,
})

/** Marks the new ones that give way; answers the older ones that do. */
function settle(decided: readonly { candidate: Candidate; verdict: Verdict }[], invitations: NewInvitation[], { ground, persons }: Known) {
  const older: { id: string; reason: 'already-asked' | 'other-survey-first'; detail: Record<string, unknown> }[] = []
  const asking = invitations.flatMap((invitation, i) => (invitation.state === 'planned' ? [{ invitation, touchpoint: decided[i]!.candidate.touchpoint }] : []))
  for (const [customerId, own] of Map.groupBy(asking, (a) => a.invitation.customerId)) {
    const before = persons.get(customerId)!.planned
    const rivals: Rival[] = [
      ...before.map((p) => ({ ...p, restDays: p.restDays ?? ground.settings.restDays })),
      ...own.map(({ invitation: i, touchpoint }) => ({ ...matterOf(i, touchpoint), id: i.id, surveyId: i.surveyId, position: touchpoint?.position ?? -1, sendAt: i.sendAt, restDays: restDaysOf(touchpoint?.definition ?? null, ground.settings.restDays) })),
    ]
    for (const { id, reason, to } of settleRivals(rivals)) {
      const detail = { invitationId: to.id, surveyId: to.surveyId, sendAt: to.sendAt.toISOString() }
      const fresh = own.find((o) => o.invitation.id === id)
      if (fresh === undefined) older.push({ id, reason, detail })
      else Object.assign(fresh.invitation, { state: 'suppressed', reason, detail })
    }
  }
  return older
}
