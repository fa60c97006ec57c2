// The port of the live feed: what people who may not see every ticket are told. The same rule as row-level security
// (migrations 0015 and 0022), asked once a batch for all of them.
import type { Sight } from '../platform/live/sight.ts'

export const sight: Sight = async (tx, staffIds, events) => {
  const ticketIds = [...new Set(events.flatMap((e) => (e.ids['ticketId'] === undefined ? [] : [e.ids['ticketId']])))]
  // Of what happened in no ticket, or does not name it, the entry says where it belongs.
  const entryIds = [...new Set(events.flatMap((e) => (e.ids['ticketId'] !== undefined || e.ids['interactionId'] === undefined ? [] : [e.ids['interactionId']])))]
  const rows = await tx.query<{ staff_id: string; queues: string[]; tickets: string[]; entries: string[] }>(
    `select p.staff_id, p.queues, array(
       select t.id from ticket t where t.org_id = $1 and t.id = any ($3) and t.queue_id = any (p.queues) and (p.locations is null or t.location_id is null or t.location_id = any (p.locations))) as tickets, array(
       select i.id from interaction i left join ticket t on t.org_id = i.org_id and t.id = i.ticket_id where i.org_id = $1 and i.id = any ($4) and cardinality(p.queues) > 0
         and case when i.ticket_id is null then i.queue_id is null or i.queue_id = any (p.queues) else t.queue_id = any (p.queues) end
         and (p.locations is null or coalesce(t.location_id, i.location_id) is null or coalesce(t.location_id, i.location_id) = any (p.locations))) as entries
     from (select s as staff_id, queues_seen_by(s) as queues, locations_seen_by(s) as locations from unnest($2::uuid[]) s offset 0) p`,
    [tx.orgId, staffIds, ticketIds, entryIds], 'who-sees-tickets')
  const sightOf = new Map(rows.map((r) => [r.staff_id, { queues: new Set(r.queues), tickets: new Set(r.tickets), entries: new Set(r.entries) }]))
  return (staffId, { ids }) => {
    const seen = sightOf.get(staffId)
    if (ids['ticketId'] === undefined) return ids['interactionId'] === undefined || seen?.entries.has(ids['interactionId']) === true
    // Who saw it leave is told, so that it leaves their list too.
    return seen !== undefined && (seen.tickets.has(ids['ticketId']) || (ids['fromQueueId'] !== undefined && seen.queues.has(ids['fromQueueId'])))
  }
}
