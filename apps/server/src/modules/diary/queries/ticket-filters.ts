// The filters of the ticket list, by field. `shape` names what was asked without its values: equal shapes share a prepared statement.
import type { TicketQuery } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { findTicketsByWords } from './search-tickets.ts'

const categories = ['new', 'open', 'waiting', 'closed']
export type Bind = (value: unknown) => string
/** `unaided`: some filter has no index, so the list may have to read far to fill a page. */
export interface TicketFilters { where: string[]; shape: string[]; unaided: boolean }

/** Conditions over `ticket t`, the organization's first; null when nothing can match. */
export async function ticketFilters(tx: Tx, query: TicketQuery, staffId: string, bind: Bind): Promise<TicketFilters | null> {
  const where = [`t.org_id = ${bind(tx.orgId)}`]
  const shape: string[] = []
  let unaided = false
  const add = (name: string, condition: string) => { where.push(condition); shape.push(name) }
  const read = (name: string, condition: string) => { add(name, condition); unaided = true }

  const wanted = categoriesOf(query)
  // "active" is written as the partial index has it, so that the planner can use it.
  if (wanted === 'active') add('active', `t.status_category <> 'closed'`)
  else if (wanted !== null) add(`category${wanted.length}`, wanted.length === 1 ? `t.status_category = ${bind(wanted[0])}` : `t.status_category = any (${bind(wanted)})`)
  // The category beside the key, since that is what the index knows.
  if (query.status !== undefined) {
    const key = bind(query.status)
    read('status', `t.status_category = (select category from ticket_status where org_id = $1 and key = ${key}) and t.status = ${key}`)
  }
  if (query.assigneeId === 'none') add('unassigned', 't.assignee_id is null')
  else if (query.assigneeId !== undefined) {
    const assignee = query.assigneeId === 'me' ? staffId : query.assigneeId
    if (!isId(assignee)) return null
    add('assignee', `t.assignee_id = ${bind(assignee)}`)
  }
  for (const [field, column] of [['customerId', 'customer_id'], ['locationId', 'location_id'], ['queueId', 'queue_id'], ['mailboxId', 'mailbox_id']] as const) {
    const id = query[field]
    if (id === undefined) continue
    if (!isId(id)) return null
    const aided = field === 'customerId' || field === 'locationId' || (field === 'queueId' && wanted === 'active')
    ;(aided ? add : read)(field, `t.${column} = ${bind(id)}`)
  }
  if (query.reasonId !== undefined) {
    if (!isId(query.reasonId)) return null
    read('reason', `t.reason_id = any (array(select id from reason where org_id = $1 and path @> array[${bind(query.reasonId)}]::uuid[]))`)
  }
  if (query.tagId !== undefined) {
    if (!isId(query.tagId)) return null
    read('tag', `t.tag_ids @> array[${bind(query.tagId)}]::uuid[]`)
  }
  if (query.channel !== undefined) read('channel', `t.channel = ${bind(query.channel)}`)
  if (query.priority !== undefined) read('priority', `t.priority = ${bind(query.priority)}`)
  if (query.number !== undefined) add('number', `t.number = ${bind(query.number)}`)
  if (query.q !== undefined && query.q.trim() !== '') {
    const found = await findTicketsByWords(tx, query.q.trim())
    if (found.length === 0) return null
    add('q', `t.id = any (${bind(found)})`)
  }
  return { where, shape, unaided }
}

function categoriesOf(query: TicketQuery): string[] | 'active' | null {
  if (query.statusCategory === undefined) return null
  if (query.statusCategory === 'active') return 'active'
  const given = query.statusCategory.split(',').map((c) => c.trim())
  const wrong = given.find((c) => !categories.includes(c))
  if (wrong !== undefined) throw new Refusal('invalid-input', `statusCategory: "${wrong}" is not known, choose from ${categories.join(', ')} or active.`, { statusCategory: 'is not known' })
  return [...new Set(given)]
}
