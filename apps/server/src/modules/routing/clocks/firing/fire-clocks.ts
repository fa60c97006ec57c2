/*
 * Tells what is due: warnings, breaches, escalation steps, reminders of complaints. The mark that something was told is
 * committed with the telling, so a killed worker loses none and doubles none. Tickets that somebody holds just now are
 * left for the next look.
 */
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { keepClocks } from '../keep/keep-clocks.ts'

const batch = 200

/** Answers the ids of tickets with something due, locked in the order of their ids. */
async function takeDue(tx: Tx, without: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(takeDueStatement, [tx.orgId, without], 'take-due-clocks')
  return rows.map((r) => r.id)
}

// An array, not a join: what is due is few whatever the planner believes, and the tickets are found by their keys.
export const takeDueStatement = `select t.id from ticket t where t.org_id = $1 and t.id = any (array(
       select d.ticket_id from (
         (select c.ticket_id, c.next_fire_at as at from sla_clock c where c.org_id = $1 and c.next_fire_at <= now() and c.ticket_id <> all ($2) order by c.next_fire_at limit ${batch})
         union all (select l.ticket_id, l.next_reminder_at from legal_deadline l where l.org_id = $1 and l.next_reminder_at <= now() and l.ticket_id <> all ($2) order by l.next_reminder_at limit ${batch})) d))
     order by t.id for update skip locked`

/** Somebody holds a ticket with something due: not worth waiting for, nor for the sweep. */
async function lookAgainSoon(tx: Tx, without: readonly string[]): Promise<void> {
  const left = await tx.query(
    `select from sla_clock where org_id = $1 and next_fire_at <= now() and ticket_id <> all ($2) union all select from legal_deadline where org_id = $1 and next_reminder_at <= now() and ticket_id <> all ($2) limit 1`,
    [tx.orgId, without], 'due-but-held')
  if (left.length > 0) tx.enqueue('routing.fireClocks', {}, { runAt: new Date(Date.now() + 1000).toISOString() })
}

export interface FireReport { tickets: number; told: number; failed: { ticketId: string; error: unknown }[] }

/** Until nothing is due any more. A ticket that cannot be served does not hold up the others. */
export async function fireClocks(db: Database, orgId: number): Promise<FireReport> {
  const report: FireReport = { tickets: 0, told: 0, failed: [] }
  // What told nothing was only put right; it is not looked at twice.
  const idle: string[] = []
  for (;;) {
    const without = [...idle, ...report.failed.map((f) => f.ticketId)]
    let taken: string[] = []
    try {
      const told = await db.write(orgId, async (tx) => {
        taken = await takeDue(tx, without)
        if (taken.length === 0) await lookAgainSoon(tx, without)
        return (await keepClocks(tx, taken, { fire: true })).fired
      })
      report.told += told
      if (told === 0) idle.push(...taken)
    } catch (error) {
      if (taken.length === 0) throw error
      for (const ticketId of taken) {
        await db.write(orgId, async (tx) => { report.told += (await keepClocks(tx, [ticketId], { fire: true })).fired }).catch((alone: unknown) => report.failed.push({ ticketId, error: alone }))
      }
    }
    report.tickets += taken.length
    if (taken.length === 0) return report
  }
}
