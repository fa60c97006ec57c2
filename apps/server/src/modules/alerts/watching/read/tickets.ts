// What became of tickets: opened, opened again, a complaint. Merged ones happened too.
import type { Tx } from '../../../../platform/db/database.ts'
import { factsAfter, factsAt, type Facts, type TicketStory } from '../../../routing/index.ts'
import type { Occurrence } from '../occurrence.ts'
import { clockFace } from './clock-face.ts'
import { readTicketsThen, type TicketsThen } from './tickets-then.ts'
import { isNothing, whichName, whichValues, type Which } from './which.ts'

/** A mail that waited to be read changes its ticket when it is read, later than it came. */
const writtenLaterDays = 3
/** Of a period all tickets something may have happened to in it: their stories say what. */
const selectPast = `select t.id from ticket t where t.org_id = $1 and t.created_at >= $2 and t.created_at < $3
  union select i.ticket_id from interaction i where i.org_id = $1 and i.at >= $2::timestamptz - interval '${writtenLaterDays} days' and i.at < $3 and i.ticket_id is not null and (i.event->'detail' ? 'status' or i.event->'detail' ? 'queueId')
  union select l.ticket_id from legal_deadline l where l.org_id = $1 and l.created_at >= $2 and l.created_at < $3`

export async function readTickets(tx: Tx, which: Which, zone: string): Promise<Occurrence[]> {
  if (isNothing(which)) return []
  const ids = 'ids' in which ? which.ids : (await tx.query<{ id: string }>(selectPast, [tx.orgId, ...whichValues(which)], `alert-tickets-${whichName(which)}`)).map((r) => r.id)
  const tickets = await readTicketsThen(tx, ids)
  const found = ids.flatMap((id) => {
    const story = tickets.story(id)
    return story === undefined ? [] : happenedTo(story, tickets, zone)
  })
  return 'ids' in which ? found : found.filter(({ at }) => at >= which.from && at < which.to)
}

function happenedTo(story: TicketStory, tickets: TicketsThen, zone: string): Occurrence[] {
  const occurrence = (happened: string, mark: string, at: number, state: Facts, interactionId: string | null): Occurrence =>
    ({ ...tickets.dimensions(story, state, at, null) as Occurrence, ...clockFace(at, zone), subject: 'ticket', id: `ticket:${story.id}:${mark}`, key: `ticket:${story.id}`, at, knownAt: at, happened, interactionId })
  const opening = factsAfter(story, story.createdAt, story.transaction)
  const isClosed = ({ status }: Facts) => tickets.categoryOf(status) === 'closed'
  return [
    occurrence('opened', 'opened', story.createdAt, opening, null),
    ...story.turns.filter((t) => isClosed(t.before) && !isClosed(t.after)).map((t) => occurrence('reopened', `reopened:${t.entryId}`, t.at, t.after, t.entryId)),
    ...(story.complaint === null ? [] : [occurrence('complaint', 'complaint', story.complaint.at, story.complaint.transaction === null ? factsAt(story, story.complaint.at) : factsAfter(story, story.complaint.at, story.complaint.transaction), null)]),
  ]
}
