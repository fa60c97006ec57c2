// The tickets the messages of a batch may belong to, locked so that none is closed or merged meanwhile.
import type { Tx } from '../../../platform/db/database.ts'
import { emailKey } from '../../customers/index.ts'
import { takesPart, type CandidateTicket, type Candidates, type MessageClues } from '../rules/match-ticket.ts'

interface TicketRow { id: string; number: number; customer_id: string; subject: string; status: string; status_category: CandidateTicket['statusCategory']; closed_at: Date | null; merged_into_id: string | null }

export async function findCandidates(tx: Tx, clues: readonly MessageClues[]): Promise<{ candidates: Candidates; reopenDays: number }> {
  const messageIds = [...new Set(clues.flatMap((c) => [...c.inReplyTo, ...c.references, ...(c.bounceOf ? [c.bounceOf] : [])]))].filter((id) => id !== '')
  const numbers = [...new Set(clues.flatMap((c) => [c.replyAddressTicket, c.bodyMarkerTicket, c.subjectNumber]))].filter((n) => n !== null)
  if (messageIds.length === 0 && numbers.length === 0) return { candidates: { byMessageId: new Map(), byNumber: new Map() }, reopenDays: 0 }

  const [org] = await tx.query<{ reopen_days: number }>('select reopen_days from org where id = $1', [tx.orgId], 'reopen-days')
  // A reply to what stands in no ticket (an invitation to a survey) begins one.
  const referred = messageIds.length === 0 ? [] : await tx.query<{ message_id: string; ticket_id: string }>(
    'select message_id, ticket_id from interaction where org_id = $1 and message_id = any ($2) and ticket_id is not null', [tx.orgId, messageIds], 'find-by-message-id')
  const rows = await tx.query<TicketRow>(
    `select id, number, customer_id, subject, status, status_category, closed_at, merged_into_id from ticket
     where org_id = $1 and (id = any ($2) or number = any ($3)) order by id for update`, [tx.orgId, referred.map((r) => r.ticket_id), numbers], 'lock-candidates')
  const targets = await followMerges(tx, rows)
  const participants = await findParticipants(tx, [...rows, ...targets.values()], clues)

  // Under its own number and messages stands the ticket a merged one went into; who took part in either takes part in it.
  const tickets = new Map(rows.map((own): [string, CandidateTicket] => {
    const r = targets.get(own.merged_into_id ?? '') ?? own
    return [own.id, {
      id: r.id, number: r.number, customerId: r.customer_id, subject: r.subject, status: r.status, statusCategory: r.status_category, closedAt: r.closed_at,
      participants: new Set([...(participants.get(r.id) ?? []), ...(participants.get(own.id) ?? [])]),
    }]
  }))
  return {
    reopenDays: org!.reopen_days,
    candidates: {
      byMessageId: new Map(referred.map((r) => [r.message_id, tickets.get(r.ticket_id)!])),
      byNumber: new Map(rows.map((r) => [r.number, tickets.get(r.id)!])),
    },
  }
}

async function followMerges(tx: Tx, rows: readonly TicketRow[]): Promise<Map<string, TicketRow>> {
  const ids = rows.flatMap((r) => (r.merged_into_id === null ? [] : [r.merged_into_id]))
  if (ids.length === 0) return new Map()
  const targets = await tx.query<TicketRow>('select id, number, customer_id, subject, status, status_category, closed_at, merged_into_id from ticket where org_id = $1 and id = any ($2) order by id for update', [tx.orgId, ids], 'lock-merge-targets')
  return new Map(targets.map((t) => [t.id, t]))
}

/** Asked only when some sender is not the ticket's customer: the usual reply needs no look into the ticket. */
async function findParticipants(tx: Tx, tickets: readonly TicketRow[], clues: readonly MessageClues[]): Promise<Map<string, Set<string>>> {
  const result = new Map<string, Set<string>>()
  const bare = (t: TicketRow) => ({ customerId: t.customer_id, participants: new Set<string>() }) as never
  const asked = tickets.filter((t) => t.merged_into_id !== null || clues.some((c) => !takesPart(c, bare(t))))
  if (asked.length === 0) return result
  const rows = await tx.query<{ ticket_id: string; address: string }>(
    `select distinct i.ticket_id, a.address from interaction i
     cross join lateral (
       select i.from_address as address where i.direction = 'in'
       union all select r->>'address' from jsonb_array_elements(coalesce(i.recipients->'to', '[]') || coalesce(i.recipients->'cc', '[]') || coalesce(i.recipients->'bcc', '[]')) r
     ) a where i.org_id = $1 and i.ticket_id = any ($2) and i.kind = 'message' and a.address <> ''`,
    [tx.orgId, asked.map((t) => t.id)], 'find-participants')
  for (const { ticket_id, address } of rows) {
    const key = emailKey(address)
    if (key === null) continue
    const keys = result.get(ticket_id) ?? new Set<string>()
    keys.add(key)
    result.set(ticket_id, keys)
  }
  return result
}
