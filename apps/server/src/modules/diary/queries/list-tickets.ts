// Lists of tickets by keyset. Every filter here has an index that serves it in the order asked
// (list-tickets.test.ts looks at the plans): a filter without one would read the whole table to fill a page.
import type { TicketQuery } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { presentTicket, ticketColumns, ticketJoins, type TicketRow } from '../present-ticket.ts'
import { findTicketsByWords } from './search-tickets.ts'

const categories = ['new', 'open', 'waiting', 'closed']
const sorts = {
  createdAt: { column: 't.created_at', type: 'timestamptz' }, updatedAt: { column: 't.updated_at', type: 'timestamptz' }, number: { column: 't.number', type: 'bigint' },
} as const

export async function listTickets(tx: Tx, query: TicketQuery, staffId: string) {
  const statement = await ticketListStatement(tx, query, staffId)
  if (statement === null) return { items: [], next: null }
  const rows = await tx.query<TicketRow>(statement.text, statement.values, statement.name)
  return toPage(rows, query.limit ?? 50, presentTicket, (row) => [row.sort_key, row.id])
}

/** The statement of one page; null when the filter can match nothing. */
export async function ticketListStatement(tx: Tx, query: TicketQuery, staffId: string): Promise<{ text: string; values: unknown[]; name: string } | null> {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = ['t.org_id = $1']
  const shape: string[] = []
  const add = (name: string, condition: string) => { where.push(condition); shape.push(name) }

  const wanted = categoriesOf(query)
  // "active" is written as the partial index has it, so that the planner can use it.
  if (wanted === 'active') add('active', `t.status_category <> 'closed'`)
  else if (wanted !== null) add(`category${wanted.length}`, wanted.length === 1 ? `t.status_category = ${bind(wanted[0])}` : `t.status_category = any (${bind(wanted)})`)
  if (query.assigneeId === 'none') add('unassigned', 't.assignee_id is null')
  else if (query.assigneeId !== undefined) {
    const assignee = query.assigneeId === 'me' ? staffId : query.assigneeId
    if (!isId(assignee)) return null
    add('assignee', `t.assignee_id = ${bind(assignee)}`)
  }
  for (const [field, column] of [['queueId', 'queue_id'], ['customerId', 'customer_id'], ['mailboxId', 'mailbox_id']] as const) {
    const id = query[field]
    if (id === undefined) continue
    if (!isId(id)) return null
    add(field, `t.${column} = ${bind(id)}`)
  }
  if (query.channel !== undefined) add('channel', `t.channel = ${bind(query.channel)}`)
  if (query.priority !== undefined) add('priority', `t.priority = ${bind(query.priority)}`)
  if (query.number !== undefined) add('number', `t.number = ${bind(query.number)}`)
  if (query.q !== undefined && query.q.trim() !== '') {
    const found = await findTicketsByWords(tx, query.q.trim())
    if (found.length === 0) return null
    add('q', `t.id = any (${bind(found)})`)
  }

  const given = query.sort ?? '-updatedAt'
  const direction = given.startsWith('-') ? 'desc' : 'asc'
  const sort = sorts[given.replace('-', '') as keyof typeof sorts]
  const key = sort.type === 'bigint' ? `${sort.column}::text` : `(extract(epoch from ${sort.column}) * 1000000)::bigint::text`
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (!/^-?\d+$/.test(String(at)) || !isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    const value = sort.type === 'bigint' ? `${bind(String(at))}::bigint` : `timestamptz 'epoch' + ${bind(String(at))}::bigint * interval '1 microsecond'`
    add('after', `(${sort.column}, t.id) ${direction === 'desc' ? '<' : '>'} (${value}, ${bind(id)}::uuid)`)
  }
  // The page is cut before the joins, so that they run for its rows alone.
  const text = `select ${ticketColumns}, t.sort_key from (
      select t.*, ${key} as sort_key from ticket t where ${where.join(' and ')} order by ${sort.column} ${direction}, t.id ${direction} limit ${bind((query.limit ?? 50) + 1)}
    ) t ${ticketJoins} order by ${sort.column} ${direction}, t.id ${direction}`
  return { text, values, name: `list-tickets ${given} ${shape.join(' ')}` }
}

function categoriesOf(query: TicketQuery): string[] | 'active' | null {
  if (query.status !== undefined) return [query.status]
  if (query.statusCategory === undefined) return null
  if (query.statusCategory === 'active') return 'active'
  const given = query.statusCategory.split(',').map((c) => c.trim())
  const wrong = given.find((c) => !categories.includes(c))
  if (wrong !== undefined) throw new Refusal('invalid-input', `statusCategory: "${wrong}" is not known, choose from ${categories.join(', ')} or active.`, { statusCategory: 'is not known' })
  return [...new Set(given)]
}
