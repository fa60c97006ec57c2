import type { Tx } from '../../../../platform/db/database.ts'
import { orderDerivation } from './ask-for.ts'

/** As far back as a window may reach (contracts/metrics.ts: repeatWindowDays). */
const longestWindowDays = 60

/**
 * Tickets of the same customers whose windows, chains or complaints these tickets may touch. Asked for where something changed that other
 * tickets are counted by and time does not tell them: a reason, a merge, an opening again, a contact written down late. A new contact or
 * ticket is not among these: the windows it falls into are still open, and are looked at when they end.
 */
export async function askForCompanyOf(tx: Tx, ticketIds: readonly string[]): Promise<void> {
  if (ticketIds.length === 0) return
  const asked = await tx.query(
    `insert into fact_to_derive (org_id, kind, subject_id) select distinct t.org_id, 'ticket', o.id
     from ticket t join ticket o on o.org_id = t.org_id and o.customer_id = t.customer_id and o.id <> t.id and o.merged_into_id is null
       and (o.closed_at is null or o.closed_at >= least(t.created_at, (select min(i.at) from interaction i where i.org_id = t.org_id and i.ticket_id = t.id)) - interval '${longestWindowDays} days')
     where t.org_id = $1 and t.id = any ($2) returning 1`, [tx.orgId, ticketIds], 'ask-for-company')
  if (asked.length > 0) orderDerivation(tx)
}
