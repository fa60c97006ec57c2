/*
 * A merge taken back takes along the term it had brought: of a ticket that was no complaint itself nothing stays, of one that was its own term
 * stands again, or the earliest of those that other merged tickets still bring. Else somebody's question about opening hours would be a
 * complaint for ever, only because it once was merged with one by mistake.
 */
import type { Tx } from '../../../../platform/db/database.ts'
import type { TicketState } from '../keep/read-histories.ts'
import type { Settings } from '../keep/rules.ts'
import { writeEvents, type DiaryEvent } from '../keep/write-events.ts'
import { lookAgain } from './look-again.ts'
import { readBases, readLegalRows, type LegalTermRow, type StoredLegalRow, termOf } from './legal-rows.ts'
import { unanswered } from './reminders.ts'

/** Answers what stands now where something was taken back: null where nothing does. Tickets that are merged themselves wait until they no longer are. */
export async function takeBackBrought(tx: Tx, tickets: readonly TicketState[], rows: ReadonlyMap<string, StoredLegalRow>, { timeZone }: Settings, now: number): Promise<Map<string, StoredLegalRow | null>> {
  const brought = tickets.filter((t) => t.history.now.mergedIntoId === null && (rows.get(t.id)?.brought_by ?? null) !== null)
  if (brought.length === 0) return new Map()
  const merged = await tx.query<{ id: string; into: string }>(
    'select id, merged_into_id as "into" from ticket where org_id = $1 and merged_into_id = any ($2)', [tx.orgId, brought.map((t) => t.id)], 'merged-into-complaints')
  const intoOf = new Map(merged.map((m) => [m.id, m.into]))
  const gone = brought.filter((t) => intoOf.get(rows.get(t.id)!.brought_by!) !== t.id)
  if (gone.length === 0) return new Map()

  const others = await readLegalRows(tx, merged.map((m) => m.id))
  const offers = gone.map((ticket) => ({ ticket, term: earliest(rows.get(ticket.id)!.own_term, others.filter((o) => intoOf.get(o.ticket_id) === ticket.id).flatMap((o) => offerOf(o, intoOf) ?? [])) }))
  const bases = await readBases(tx, [...new Set(offers.flatMap((o) => o.term?.basis_code ?? []))])
  const standingNow = new Map(offers.map(({ ticket, term }): [string, StoredLegalRow | null] => [ticket.id, term === null ? null : standing(ticket.id, term, rows.get(ticket.id)!.own_term, bases.find((b) => b.code === term.basis_code && b.version === term.basis_version)!.remind_days, timeZone, now)]))
  await tx.query('select take_back_brought_terms($1)', [offers.filter((o) => o.term === null).map((o) => o.ticket.id)], 'take-back-brought-terms')
  await tell(tx, offers.map(({ ticket, term }) => ({ ticket, before: rows.get(ticket.id)!, to: term?.last_day ?? null })))
  return standingNow
}

type Offer = LegalTermRow & { broughtBy: string | null }

/** What a merged ticket brings: its term, and its own one where the ticket that brought it that is no longer here. */
function offerOf(row: StoredLegalRow, intoOf: ReadonlyMap<string, string>): Offer | null {
  if (row.brought_by === null) return { ...termOf(row), broughtBy: row.ticket_id }
  if (intoOf.get(row.brought_by) === intoOf.get(row.ticket_id)) return { ...termOf(row), broughtBy: row.brought_by }
  return row.own_term === null ? null : { ...row.own_term, broughtBy: row.ticket_id }
}

const earliest = (own: LegalTermRow | null, offers: readonly Offer[]): Offer | null =>
  [...(own === null ? [] : [{ ...own, broughtBy: null }]), ...offers].reduce<Offer | null>((first, o) => (first === null || o.last_day < first.last_day ? o : first), null)

function standing(ticketId: string, { broughtBy, ...term }: Offer, own: LegalTermRow | null, remindDays: number[], timeZone: string, now: number): StoredLegalRow {
  return { ...term, ticket_id: ticketId, remind_days: remindDays, brought_by: broughtBy, own_term: broughtBy === null ? null : own, ...unanswered({ ...term, remind_days: remindDays }, timeZone, now) }
}

async function tell(tx: Tx, changes: readonly { ticket: TicketState; before: StoredLegalRow; to: string | null }[]): Promise<void> {
  const events = changes.map(({ ticket, before, to }): DiaryEvent => ({
    ticketId: ticket.id, customerId: ticket.customerId, channel: ticket.channel, name: 'legal-deadline-changed', detail: { from: before.last_day, to, because: { code: 'unmerged', ticketId: before.brought_by } },
  }))
  const entryIds = await writeEvents(tx, events)
  events.forEach(({ ticketId, customerId }, i) => { tx.publish({ name: 'routing.legalDeadlineChanged', ids: { ticketId, interactionId: entryIds[i]!, customerId } }) })
}

/** Tickets that hold a term one of these brought, and that no event names: by way of a ticket that was merged further on. */
export async function lookAtBrought(tx: Tx, tickets: readonly TicketState[], now: number): Promise<void> {
  const back = tickets.filter((t) => t.history.now.mergedIntoId === null && t.history.entries.some((e) => e.changes?.['mergedIntoId'] !== undefined))
  if (back.length === 0) return
  const holders = await tx.query<{ id: string }>('select ticket_id as id from legal_deadline where org_id = $1 and brought_by = any ($2) and ticket_id <> all ($3)', [tx.orgId, back.map((t) => t.id), tickets.map((t) => t.id)], 'holders-of-brought-terms')
  lookAgain(tx, holders.map(({ id }) => id), now)
}
