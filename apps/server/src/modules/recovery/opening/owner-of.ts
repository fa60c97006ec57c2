// Whose a loop is: the first of those named by the settings who is there and may see the matter.
import type { Recipient } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { peopleInCharge, type PersonInCharge } from '../../identity/index.ts'
import { serversOf } from '../../routing/index.ts'
import type { LowAnswer } from './read-low-answers.ts'

type Matter = Pick<LowAnswer, 'ticket_id' | 'location_id' | 'queue_id' | 'team_id' | 'staff_id' | 'assignee_id'>

/** Of several who are meant alike it is the one with the fewest open loops: else the first of the list would get all of them. */
export async function ownerOf(tx: Tx, owners: readonly Recipient[], matter: Matter): Promise<PersonInCharge | null> {
  const people = await peopleInCharge(tx, owners, {
    locationId: matter.location_id, teamId: matter.team_id, staffId: matter.staff_id, ownerIds: matter.assignee_id === null ? [] : [matter.assignee_id],
    queueServerIds: matter.queue_id !== null && owners.some((o) => o.to === 'queue-servers') ? await serversOf(tx, matter.queue_id) : [],
  }, matter.ticket_id === null ? (ids) => seersOfPlace(tx, ids, matter) : (ids) => seersOfTicket(tx, ids, matter.ticket_id!))
  const [first] = people
  if (first === undefined || first.because.code === 'staff') return first ?? null
  const alike = people.filter((p) => p.because.code === first.because.code && p.because.name === first.because.name)
  if (alike.length === 1) return first
  const freest = await freestOf(tx, alike.map((p) => p.staffId))
  return alike.find((p) => p.staffId === freest) ?? first
}

/** Equals by their ids. */
async function freestOf(tx: Tx, staffIds: readonly string[]): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select s as id from unnest($2::uuid[]) s left join recovery r on r.org_id = $1 and r.owner_id = s and r.closed_at is null group by s order by count(r.id), s limit 1`, [tx.orgId, staffIds], 'freest-owner')
  return row?.id
}

const seersOfTicket = async (tx: Tx, staffIds: readonly string[], ticketId: string) => new Set((await tx.query<{ id: string }>(
  'select s as id from unnest($1::uuid[]) s where may_see_ticket(s, $2)', [staffIds, ticketId], 'seers-of-recovery-ticket')).map((r) => r.id))

/** Who is held to places sees an answer without a ticket where its place is theirs. */
const seersOfPlace = async (tx: Tx, staffIds: readonly string[], { queue_id, location_id }: Matter) => new Set((await tx.query<{ id: string }>(
  `select s.id from staff s where s.org_id = $1 and s.id = any ($2) and (s.access = 'everything' or (($3::uuid is null or $3 = any (queues_seen_by(s.id)))
     and ($4::uuid is null or locations_seen_by(s.id) is null or $4 = any (locations_seen_by(s.id)))))`, [tx.orgId, staffIds, queue_id, location_id], 'seers-of-recovery-place')).map((r) => r.id))
