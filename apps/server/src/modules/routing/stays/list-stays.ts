import type { TicketStay } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { readStays } from './rebuild-stays.ts'

/** Asked of the diary itself, so that nobody waits for the job that keeps the table. @throws Refusal `not-found` */
export async function listStays(tx: Tx, ticketId: string, now = new Date()): Promise<TicketStay[]> {
  const stays = isId(ticketId) ? (await readStays(tx, [ticketId])).get(ticketId.toLowerCase()) : undefined
  if (stays === undefined) throw notFound('ticket')
  const [queues, staff] = await Promise.all([
    namesOf(tx, 'queue', stays.flatMap((s) => s.queueId ?? [])),
    namesOf(tx, 'staff', stays.flatMap((s) => s.assigneeId ?? [])),
  ])
  return stays.map((s) => ({
    queueId: s.queueId, queueName: queues.get(s.queueId ?? '') ?? null, assigneeId: s.assigneeId, assigneeName: staff.get(s.assigneeId ?? '') ?? null,
    enteredAt: s.enteredAt.toISOString(), leftAt: s.leftAt?.toISOString() ?? null, seconds: Math.max(0, Math.round(((s.leftAt ?? now).getTime() - s.enteredAt.getTime()) / 1000)),
  }))
}

async function namesOf(tx: Tx, table: 'queue' | 'staff', ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; name: string }>(`select id, name from ${table} where org_id = $1 and id = any ($2)`, [tx.orgId, [...new Set(ids)]], `names-of-${table}`)
  return new Map(rows.map((r) => [r.id, r.name]))
}
