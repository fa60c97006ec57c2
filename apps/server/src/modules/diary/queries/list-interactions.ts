// The diary read back: the timeline of a ticket, of a customer, of everything.
import type { InteractionQuery, Rating } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { diaryPorts } from '../ports.ts'
import { interactionColumns, interactionJoins, presentInteraction, type InteractionRow } from '../present-interaction.ts'

type Query = Static<typeof InteractionQuery>

/** @param options.seesRatings the asker may read feedback */
export async function listInteractions(tx: Tx, query: Query, options: { seesRatings: boolean; defaultSort?: 'at' | '-at' }) {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  // A message taken back before it left stays in the ledger but is no contact.
  const where = ['i.org_id = $1', `not exists (select 1 from outgoing_mail x where x.org_id = i.org_id and x.interaction_id = i.id and x.state = 'cancelled')`,
    `not (i.channel = 'sms' and exists (select 1 from outgoing_sms x where x.org_id = i.org_id and x.interaction_id = i.id and x.state = 'cancelled'))`]
  if (query.customerId !== undefined) {
    if (!isId(query.customerId)) return { items: [], next: null }
    where.push(`i.customer_id = ${bind(query.customerId)}`)
  }
  if (query.ticketId !== undefined) {
    if (!isId(query.ticketId)) return { items: [], next: null }
    const merged = await tx.query<{ id: string }>('select id from ticket where org_id = $1 and merged_into_id = $2', [tx.orgId, query.ticketId], 'merged-into')
    where.push(merged.length === 0 ? `i.ticket_id = ${bind(query.ticketId)}` : `i.ticket_id = any (${bind([query.ticketId, ...merged.map((m) => m.id)])})`)
  }
  for (const [field, column] of [['channel', 'channel'], ['kind', 'kind'], ['direction', 'direction'], ['messageId', 'message_id']] as const) {
    if (query[field] !== undefined) where.push(`i.${column} = ${bind(field === 'messageId' ? query[field].replace(/^<|>$/g, '') : query[field])}`)
  }
  if (query.before !== undefined) {
    const before = new Date(query.before)
    if (Number.isNaN(before.getTime())) throw new Refusal('invalid-input', 'That moment does not exist: send "before" as RFC 3339, for example 2026-05-04T10:30:00Z.', { before: 'is no moment' })
    // Entries are told in whole milliseconds and stored in finer ones: the one that happened "at" the moment told belongs to it.
    where.push(`i.at < ${bind(before)}::timestamptz + interval '1 millisecond'`)
  }
  const direction = (query.sort ?? options.defaultSort ?? '-at') === '-at' ? 'desc' : 'asc'
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (!/^-?\d+$/.test(String(at)) || !isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`(i.at, i.id) ${direction === 'desc' ? '<' : '>'} (timestamptz 'epoch' + ${bind(String(at))}::bigint * interval '1 microsecond', ${bind(id)}::uuid)`)
  }
  const limit = query.limit ?? 50
  const rows = await tx.query<InteractionRow & { sort_key: string }>(
    `select ${interactionColumns}, i.sort_key from (
       select i.*, (extract(epoch from i.at) * 1000000)::bigint::text as sort_key from interaction i where ${where.join(' and ')} order by i.at ${direction}, i.id ${direction} limit ${bind(limit + 1)}
     ) i ${interactionJoins} order by i.at ${direction}, i.id ${direction}`, values)
  const ratings = await describe(tx, rows.slice(0, limit), options.seesRatings)
  return toPage(rows, limit, (row) => presentInteraction(row, ratings.get(row.id) ?? null), (row) => [row.sort_key, row.id])
}

/**
 * @param seesRatings the asker may read feedback; matters for ratings alone
 * @throws Refusal `not-found`.
 */
export async function getInteraction(tx: Tx, id: string, seesRatings = false) {
  if (!isId(id)) throw notFound('interaction')
  const [row] = await tx.query<InteractionRow>(`select ${interactionColumns} from interaction i ${interactionJoins} where i.org_id = $1 and i.id = $2`, [tx.orgId, id], 'get-interaction')
  if (row === undefined) throw notFound('interaction')
  return presentInteraction(row, (await describe(tx, [row], seesRatings)).get(row.id) ?? null)
}

async function describe(tx: Tx, rows: readonly InteractionRow[], seesRatings: boolean): Promise<Map<string, Rating>> {
  const ids = rows.filter((r) => r.kind === 'rating').map((r) => r.id)
  return ids.length === 0 ? new Map() : diaryPorts().describeRatings(tx, ids, seesRatings)
}
