// Facts of tickets, brought in line: a fixed number of statements for all of them together.
import type { Tx } from '../../../../platform/db/database.ts'
import { readTicketStories } from '../../../routing/index.ts'
import { closingsOf } from '../derive/closings.ts'
import type { CountingRules } from '../derive/counting-rules.ts'
import { isFromCustomer } from '../derive/entry-facts.ts'
import { lateMs, windowAfter } from '../derive/resolution-facts.ts'
import { ticketFacts } from '../derive/ticket-facts.ts'
import type { TicketGround } from '../derive/ticket-ground.ts'
import { askForCompanyOf } from './ask-for-company.ts'
import { bringInLine, lockSubjects, type Difference } from './bring-in-line.ts'
import { readCompany } from './read-company.ts'
import { readReadings } from './read-readings.ts'
import { readRules, staffOf } from './read-rules.ts'

export async function deriveTickets(tx: Tx, ticketIds: readonly string[]): Promise<Difference> {
  if (ticketIds.length === 0) return { added: [], takenBack: [] }
  await lockSubjects(tx, ticketIds)
  const { grounds, rules, fromCustomerIds } = await readGrounds(tx, ticketIds)
  const difference = await bringInLine(tx, [...ticketIds, ...fromCustomerIds], grounds.flatMap((ground) => ticketFacts(ground, rules)))
  await keepDue(tx, ticketIds, grounds, rules)
  // A contact written down long after it came may fall into windows that have been settled, and a complaint of then goes before later ones.
  const late = new Set(difference.added.filter((f) => (f.measures['contact-in'] === 1 || f.kind === 'complaint') && f.at < rules.now - lateMs).map((f) => f.ticketId!))
  await askForCompanyOf(tx, [...late])
  return difference
}

async function readGrounds(tx: Tx, ticketIds: readonly string[]): Promise<{ grounds: TicketGround[]; rules: CountingRules; fromCustomerIds: string[] }> {
  const told = await readTicketStories(tx, ticketIds)
  const fromCustomerIds = told.stories.flatMap((s) => s.entries.filter(isFromCustomer).map((e) => e.id))
  const [rules, readings] = await Promise.all([readRules(tx, told, staffOf(told.stories)), readReadings(tx, fromCustomerIds)])
  const around = await readCompany(tx, told.stories, rules)
  return { rules, fromCustomerIds, grounds: told.stories.map((story) => ({ story, ...around.get(story.id)!, readings })) }
}

/** Tickets whose window is open are looked at again when it has ended. */
async function keepDue(tx: Tx, ticketIds: readonly string[], grounds: readonly TicketGround[], rules: CountingRules): Promise<void> {
  const due = grounds.flatMap(({ story }) => {
    const { last } = closingsOf(story, rules.categoryOf)
    const at = last === null ? null : windowAfter(last, rules).settledAt
    return at === null || at <= rules.now ? [] : [{ id: story.id, at: new Date(at).toISOString() }]
  })
  await tx.query(
    `with gone as (delete from fact_due where org_id = $1 and ticket_id = any ($2::uuid[]) and not ticket_id = any ($3::uuid[]))
     insert into fact_due (org_id, ticket_id, due_at) select $1, d.id, d.at from unnest($3::uuid[], $4::timestamptz[]) d (id, at)
     on conflict (org_id, ticket_id) do update set due_at = excluded.due_at where fact_due.due_at <> excluded.due_at`,
    [tx.orgId, ticketIds, due.map((d) => d.id), due.map((d) => d.at)], 'keep-fact-due')
}
