// A ticket with a past, for tests of clocks: its entries are written with the times the test wants.
import type { SlaDefinition } from '@kontuar/contracts'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { buildSendingMailbox } from '../../channels/sending/testing.ts'
import { buildTicket } from '../../diary/testing.ts'

export const hour = 3600
export const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)

/** A ticket whose customer wrote so many seconds ago; nothing has been told of it to anybody. */
export async function pastTicket(db: Database, orgId: number, secondsAgo: number, columns: { queueId?: string; assigneeId?: string; priority?: string } = {}): Promise<string> {
  return db.write(orgId, async (tx) => {
    // Nothing listens on port 1: answers are written and never leave.
    const mailbox = await buildSendingMailbox(tx, 1, { address: `${newId()}@salon.example` })
    const { ticketId } = await buildTicket(tx, mailbox, { at: ago(secondsAgo), from: { name: 'Anna', address: `anna-${newId()}@klient.example` }, subject: 'Buty' })
    await tx.query(`update ticket set created_at = $3, queue_id = coalesce($4, queue_id), assignee_id = $5, priority = coalesce($6, priority) where org_id = $1 and id = $2`, [orgId, ticketId, ago(secondsAgo), columns.queueId ?? null, columns.assigneeId ?? null, columns.priority ?? null])
    return ticketId
  })
}

/** The one policy that fits every ticket gets this definition, as if it had always been so. */
export async function setPolicy(db: Database, orgId: number, definition: Partial<SlaDefinition>): Promise<string> {
  return db.write(orgId, async (tx) => {
    const whole = { conditions: { combinator: 'and', rules: [] }, calendarId: null, warnAt: 0.5, pausesIn: ['waiting'], escalations: [], ...definition, targets: { firstResponse: null, nextResponse: null, resolution: null, statuses: {}, ...definition.targets } }
    const [policy] = await tx.query<{ id: string }>('update sla_policy set definition = $2 where org_id = $1 returning id', [orgId, JSON.stringify(whole)])
    await tx.query(`insert into sla_policy_version (org_id, policy_id, version, definition, valid_from) values ($1, $2, 1000, $3, now() - interval '30 years')`, [orgId, policy!.id, JSON.stringify(whole)])
    await tx.query('update sla_policy set version = 1000 where org_id = $1', [orgId])
    return policy!.id
  })
}

export interface ClockRow { id: string; kind: string; cycle: number; state: string; started_at: Date; due_at: Date | null; warn_at: Date | null; stopped_at: Date | null; used_seconds: number | null; warned_at: Date | null; breached_at: Date | null; escalated: number; next_fire_at: Date | null; policy_version: number; target_seconds: number }
export const clocksOf = (db: Database, orgId: number, ticketId: string) => db.read(orgId, (tx) => tx.query<ClockRow>('select * from sla_clock where org_id = $1 and ticket_id = $2 order by kind, cycle', [orgId, ticketId]))
export const eventsOf = (db: Database, orgId: number, ticketId: string) => db.read(orgId, async (tx) => (await tx.query<{ event: { name: string; detail: Record<string, unknown> } }>(`select event from interaction where org_id = $1 and ticket_id = $2 and kind = 'event' order by at, id`, [orgId, ticketId])).map((r) => r.event))
export const noticesOf = (db: Database, orgId: number, ticketId: string) => db.read(orgId, (tx) => tx.query<{ staff_id: string; kind: string; detail: Record<string, unknown> }>('select staff_id, kind, detail from notification where org_id = $1 and ticket_id = $2 order by id', [orgId, ticketId]))

/** An entry of the diary at a time of the test's choice. */
export async function addEntry(tx: Tx, ticketId: string, entry: { kind: string; direction: string; at: Date; event?: object; automatic?: boolean; staffId?: string }): Promise<void> {
  await tx.query(`insert into interaction (org_id, id, ticket_id, kind, direction, channel, at, created_at, event, automatic, staff_id) values ($1, $2, $3, $4, $5, 'email', $6, $6, $7, $8, $9)`,
    [tx.orgId, newId(), ticketId, entry.kind, entry.direction, entry.at, entry.event ? JSON.stringify(entry.event) : null, entry.automatic ?? false, entry.staffId ?? null])
}
