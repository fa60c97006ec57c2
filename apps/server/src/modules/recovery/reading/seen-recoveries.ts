/*
 * Which loops somebody sees, as a condition on `recovery r`: the same as of alerts. Who sees everything and is no agent sees all; agents
 * their own and those whose ticket they see; who is held to queues and locations those of tickets and places they see. A ticket that is
 * hidden hides its loop from its owner too.
 */
import type { Actor } from '../../../platform/http/actor.ts'

export type Reader = Pick<Actor, 'staffId' | 'role' | 'access' | 'permissions'>

export function seenRecoveries({ role, access, staffId }: Reader, bind: (value: unknown) => string): string {
  if (access === 'everything' && role !== 'agent') return 'true'
  const me = `${bind(staffId)}::uuid`
  const ofTicket = `coalesce((select true from ticket t where t.org_id = r.org_id and t.id = r.ticket_id), false)`
  const own = `(r.owner_id = ${me} or r.staff_id = ${me})`
  if (role === 'agent') return `case when r.ticket_id is not null then ${ofTicket} else ${own} end`
  return `case when r.ticket_id is not null then ${ofTicket} else ${own}
    or ((r.location_id is not null or r.queue_id is not null) and (r.location_id is null or locations_seen_by(${me}) is null or r.location_id = any (locations_seen_by(${me}))) and (r.queue_id is null or r.queue_id = any (queues_seen_by(${me})))) end`
}
