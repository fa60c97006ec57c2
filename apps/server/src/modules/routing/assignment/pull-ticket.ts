// "Next ticket": the first of one's queues that nobody has. Two who ask at once get two.
import type { AssignmentRules, Ticket } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { isId } from '../../../platform/id.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { changeTicket, getTicket } from '../../diary/index.ts'
import { lockAssignment } from './assign-waiting.ts'
import { orderOfWork, waitsForOwner } from './order-of-work.ts'
import { readAgents } from './read-agents.ts'
import { hasSkills, roomOf, seesLocation, type Agent } from './rules/choose-agent.ts'
import { servingSql } from './serving.ts'

/** Looked at in each queue: enough for many who ask at once, and for those who cannot take every ticket. */
const mostOfQueue = 200

/** Null when nothing waits. @throws Refusal when the asker has as much in hand as they may */
export async function pullTicket(tx: Tx, actor: Actor, queueId: string | undefined): Promise<Ticket | null> {
  await lockAssignment(tx, 'among-others')
  // A person's own pulls come one after another, or two would both find the last free place.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' pull ' || $2, 0))`, [tx.orgId, actor.staffId], 'lock-puller')
  const queueIds = await pullable(tx, actor, queueId)
  await tx.seeEverything()
  const me = (await readAgents(tx, [actor.staffId])).get(actor.staffId)
  if (me === undefined || queueIds.length === 0) return null
  if (me.capacity.total !== null && me.open.total >= me.capacity.total) {
    throw new Refusal('cannot-do', `You have ${me.open.total} open tickets, and may have ${me.capacity.total} at once: finish or hand over one first.`)
  }
  for (;;) {
    const found = await candidates(tx, queueIds, me)
    if (found.length === 0) return null
    const [taken] = await tx.query<{ id: string }>(
      `select t.id from ticket t where t.org_id = $1 and t.id = any ($2) and ${waitsForOwner('t')} order by array_position($2::uuid[], t.id) limit 1 for update skip locked`, [tx.orgId, found], 'take-next')
    if (taken === undefined) {
      // All of them are just being taken by others: once the first is done, what is left is looked at again.
      await tx.query('select from ticket where org_id = $1 and id = $2 for update', [tx.orgId, found[0]], 'wait-for-taker')
      continue
    }
    await changeTicket(tx, actor, taken.id, { assigneeId: actor.staffId }, { because: { code: 'pull' } })
    return getTicket(tx, taken.id)
  }
}

async function pullable(tx: Tx, actor: Actor, queueId: string | undefined): Promise<string[]> {
  if (queueId !== undefined && !isId(queueId)) throw notFound('queue')
  const rows = await tx.query<{ queue_id: string }>(`select queue_id from (${servingSql('true')}) x where staff_id = $2`, [tx.orgId, actor.staffId], 'queues-to-pull')
  const served = rows.map((r) => r.queue_id)
  if (queueId === undefined) return served
  if (served.includes(queueId.toLowerCase())) return [queueId]
  const known = await tx.query(`select 1 from queue q where q.org_id = $1 and q.id = $2 and q.retired_at is null and ((select viewer() is null) or q.id = any ((select viewer_queues())::uuid[]))`, [tx.orgId, queueId], 'known-queue')
  if (known.length === 0) throw notFound('queue')
  throw new Refusal('cannot-do', 'You do not serve this queue: choose one of yours, or ask to be added to it.', { queueId: 'is not one of yours' })
}

interface Row { id: string; channel: string; language: string | null; location_id: string | null; product_ids: string[]; assignment: AssignmentRules }
const [k1, k2, k3] = orderOfWork('t', 'q.order_of_work')
/** The best of each queue by its own order; among queues urgent before overdue before the oldest. */
const readCandidates = `select t.id, t.channel, t.language, t.location_id, q.assignment,
    array(select x::text from unnest(t.tag_ids) x where exists (select from staff_skill k where k.org_id = $1 and k.kind = 'product' and k.value = x::text)) as product_ids
  from queue q cross join lateral (
    select t.*, row_number() over (order by ${k1}, ${k2}, ${k3}, t.id) as rank from ticket t where t.org_id = $1 and t.queue_id = q.id and ${waitsForOwner('t')} order by ${k1}, ${k2}, ${k3}, t.id limit $3) t
  where q.org_id = $1 and q.id = any ($2)
  order by t.priority <> 'urgent', t.due_at is null or t.due_at > now(), t.rank, t.queued_at, t.id`

async function candidates(tx: Tx, queueIds: readonly string[], me: Agent): Promise<string[]> {
  const rows = await tx.query<Row>(readCandidates, [tx.orgId, queueIds, mostOfQueue], 'next-candidates')
  return rows.filter((t) => {
    const needs = { channel: t.channel, language: t.language, locationId: t.location_id, productIds: t.product_ids }
    return seesLocation(me, needs) && hasSkills(me, needs, t.assignment.skills) && roomOf(me, t.channel) > 0
  }).map((t) => t.id)
}
