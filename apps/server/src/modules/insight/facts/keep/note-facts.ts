// Of what may change facts, writes down whose. It derives nothing: of a hundred messages that come together their facts are derived
// together (derive-facts.ts). What an event says is only where to look: facts are made of the diary, so that late and doubled events do
// no harm.
import type { Event } from '../../../../platform/events.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { askFor, orderDerivation, type Subject } from './ask-for.ts'
import { askForCompanyOf } from './ask-for-company.ts'
import { handledWithin } from './derive-at-work.ts'
import { orderRecount } from '../recount/order-recount.ts'

/** @param read whose texts have just been read */
export async function noteFacts(tx: Tx, events: readonly Event[], read: readonly Pick<Event, 'name' | 'ids'>[]): Promise<void> {
  await askFor(tx, [...events, ...read].flatMap(subjectsOf))
  await askForCompanyOf(tx, [...new Set(events.filter(touchesOthers).flatMap((e) => [e.ids['ticketId'], e.ids['mergedId']].filter((id) => id !== undefined)))])
  await askForHandled(tx, idsOf(events, 'diary.interactionRecorded', 'interactionId'))
  await askForPresence(tx, events.filter((e) => e.name === 'routing.presenceChanged'))
  for (const surveyId of idsOf(events, 'feedback.answersImported', 'surveyId')) orderRecount(tx, { walk: 'answers', surveyId })
  for (const reasonId of idsOf(events, 'vocabulary.reasonMerged', 'reasonId')) orderRecount(tx, { walk: 'reason', reasonId })
  // Pieces of time at work are cut at the hours of the organization's zone.
  if (events.some((e) => e.name === 'identity.organizationChanged')) orderRecount(tx, { walk: 'presence' })
}

const idsOf = (events: readonly Event[], name: string, id: string) => [...new Set(events.filter((e) => e.name === name).flatMap((e) => e.ids[id] ?? []))]

function subjectsOf({ name, ids }: Pick<Event, 'name' | 'ids'>): Subject[] {
  const subject = (kind: Subject['kind'], id: string | undefined): Subject[] => (id === undefined ? [] : [{ kind, id }])
  if (name === 'feedback.invitationChanged') return subject('invitation', ids['invitationId'])
  if (name === 'recovery.recoveryOpened' || name === 'recovery.recoveryChanged') return subject('recovery', ids['recoveryId'])
  return [...subject('ticket', ids['ticketId']), ...subject('ticket', ids['mergedId']), ...subject('answer', ids['answerId'])]
}

/** Other tickets are counted by this, and time alone does not tell them (ask-for-company.ts). */
const touchesOthers = ({ name, detail }: Event) => name === 'diary.ticketMerged' || name === 'diary.ticketUnmerged' || name === 'diary.ticketReopened' || (name === 'diary.ticketChanged' && ('reasonId' in detail || 'takenBack' in detail))

/** Time spent on a call is not time ready for work: stays of those who took these. */
async function askForHandled(tx: Tx, interactionIds: readonly string[]): Promise<void> {
  if (interactionIds.length === 0) return
  const asked = await tx.query(
    `insert into fact_to_derive (org_id, kind, subject_id) select distinct s.org_id, 'at-work', s.id from interaction i join presence_stay s on s.org_id = i.org_id and s.staff_id = i.staff_id
     where i.org_id = $1 and i.id = any ($2) and ${handledWithin('i', 's')} returning 1`, [tx.orgId, interactionIds], 'ask-for-handled')
  if (asked.length > 0) orderDerivation(tx)
}

/** The stay that ended then, and the one that began. Clocks of two machines differ by less than an hour. */
async function askForPresence(tx: Tx, events: readonly Event[]): Promise<void> {
  const told = events.filter((e) => e.ids['staffId'] !== undefined)
  if (told.length === 0) return
  const asked = await tx.query(
    `insert into fact_to_derive (org_id, kind, subject_id) select distinct s.org_id, 'at-work', s.id from unnest($2::uuid[], $3::timestamptz[]) e (staff_id, at) join presence_stay s on s.org_id = $1 and s.staff_id = e.staff_id
       and s.since < e.at + interval '1 hour' and (s.until is null or s.until > e.at - interval '1 hour') returning 1`, [tx.orgId, told.map((e) => e.ids['staffId']), told.map((e) => e.at)], 'ask-for-presence')
  if (asked.length > 0) orderDerivation(tx)
}
