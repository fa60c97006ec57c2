// Lists of tickets by keyset. Every usual filter here has an index that serves it in the order asked
// (list-tickets.test.ts looks at the plans): a filter without one would read the whole table to fill a page.
// Saved views, conditions, and orders with empty values are module routing's (views/list).
import type { TicketQuery } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { presentTicket, ticketColumns, ticketJoins, type TicketRow } from '../present-ticket.ts'
import { askPatiently } from './patient-query.ts'
import { ticketFilters } from './ticket-filters.ts'

const sorts = {
  createdAt: { column: 't.created_at', type: 'timestamptz' }, updatedAt: { column: 't.updated_at', type: 'timestamptz' }, number: { column: 't.number', type: 'bigint' },
} as const

/** Whether the diary alone can answer it. */
export const isPlainList = (query: TicketQuery): boolean =>
  query.viewId === undefined && query.conditions === undefined && query.group === undefined && (query.sort ?? '-updatedAt').replace('-', '') in sorts

/** @param query one that isPlainList */
export async function listTickets(tx: Tx, query: TicketQuery, staffId: string) {
  const statement = await ticketListStatement(tx, query, staffId)
  if (statement === null) return { items: [], next: null }
  const ask = () => tx.query<TicketRow>(statement.text, statement.values, statement.name)
  const rows = await (statement.unaided ? askPatiently(tx, ask) : ask())
  return toPage(rows, query.limit ?? 50, presentTicket, (row) => [row.sort_key, row.id])
}

/** The statement of one page; null when the filter can match nothing. */
export async function ticketListStatement(tx: Tx, query: TicketQuery, staffId: string): Promise<{ text: string; values: unknown[]; name: string; unaided: boolean } | null> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const filters = await ticketFilters(tx, query, staffId, bind)
  if (filters === null) return null
  const { where, shape, unaided } = filters

  const given = query.sort ?? '-updatedAt'
  const direction = given.startsWith('-') ? 'desc' : 'asc'
  const sort = sorts[given.replace('-', '') as keyof typeof sorts]
  const key = sort.type === 'bigint' ? `${sort.column}::text` : `(extract(epoch from ${sort.column}) * 1000000)::bigint::text`
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (!/^-?\d{1,18}$/.test(String(at)) || !isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    const value = sort.type === 'bigint' ? `${bind(String(at))}::bigint` : `timestamptz 'epoch' + ${bind(String(at))}::bigint * interval '1 microsecond'`
    where.push(`(${sort.column}, t.id) ${direction === 'desc' ? '<' : '>'} (${value}, ${bind(id)}::uuid)`)
    shape.push('after')
  }
  // The page is cut before the joins, so that they run for its rows alone.
  const text = `select ${ticketColumns}, t.sort_key from (
      select t.*, ${key} as sort_key from ticket t where ${where.join(' and ')} order by ${sort.column} ${direction}, t.id ${direction} limit ${bind((query.limit ?? 50) + 1)}
    ) t ${ticketJoins} order by ${sort.column} ${direction}, t.id ${direction}`
  return { text, values, name: `list-tickets ${given} ${shape.join(' ')}`, unaided }
}
