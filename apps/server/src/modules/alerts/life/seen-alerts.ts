/*
 * Which alerts somebody sees, as a condition on `alert a`. Who is held to queues and locations: those of tickets they may see, and without
 * a ticket those of their places; agents besides only what they were told of or whose ticket they see. Whoever was told of something keeps
 * seeing it, unless it is of a ticket that they may not see any more. Row-level security hides tickets from whom it must.
 */
import type { Reader } from './reader.ts'

export function seenAlerts({ role, access, staffId }: Pick<Reader, 'role' | 'access' | 'staffId'>, bind: (value: unknown) => string): string {
  if (access === 'everything' && role !== 'agent') return 'true'
  const me = bind(staffId)
  const told = `exists (select from alert_delivery d where d.org_id = a.org_id and d.alert_id = a.id and d.staff_id = ${me}::uuid)`
  const ofTicket = `(select true from ticket t where t.org_id = a.org_id and t.id = a.ticket_id)`
  if (role === 'agent') return `case when a.ticket_id is not null then coalesce(${ofTicket}, false) else ${told} end`
  return `case when a.ticket_id is not null then coalesce(${ofTicket}, false) else ${told}
    or ((a.location_id is not null or a.queue_id is not null) and (a.location_id is null or locations_seen_by(${me}) is null or a.location_id = any (locations_seen_by(${me}))) and (a.queue_id is null or a.queue_id = any (queues_seen_by(${me})))) end`
}
