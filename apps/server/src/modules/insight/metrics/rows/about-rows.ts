// What rows were about: tickets, people, words. Row-level security hides what the asker may not see; what they have no permission for is left out.
import type { MetricRow, Permission } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FactOfRow } from './list-rows.ts'

type About = Pick<MetricRow, 'ticket' | 'customer' | 'staffName' | 'queueName' | 'locationName' | 'reasonName' | 'excerpt'>

const excerptLength = 200
/** Folded quotes stand before the words at times; beyond this nobody wants the beginning. */
const textRead = 4000

export async function readAbout(tx: Tx, rows: readonly FactOfRow[], permissions: ReadonlySet<Permission>): Promise<(row: FactOfRow) => About> {
  const ids = (key: 'ticket_id' | 'customer_id' | 'staff_id' | 'queue_id' | 'location_id' | 'reason_id' | 'interaction_id' | 'answer_id') => [...new Set(rows.flatMap((row) => row[key] ?? []))]
  const allowed = (permission: Permission, found: string[]) => (permissions.has(permission) ? found : [])
  const named = async (table: 'staff' | 'queue' | 'location' | 'reason' | 'customer', wanted: string[]) =>
    new Map(wanted.length === 0 ? [] : (await tx.query<{ id: string; name: string }>(`select id, name from ${table} where org_id = $1 and id = any ($2)`, [tx.orgId, wanted], `names-of-rows-${table}`)).map((r) => [r.id, r.name]))
  const [tickets, customers, staff, queues, locations, reasons, texts, comments] = await Promise.all([
    readTickets(tx, allowed('ticket.read', ids('ticket_id'))), named('customer', allowed('customer.read', ids('customer_id'))), named('staff', ids('staff_id')), named('queue', ids('queue_id')), named('location', ids('location_id')), named('reason', ids('reason_id')),
    readTexts(tx, allowed('ticket.read', ids('interaction_id'))), readComments(tx, allowed('feedback.read', ids('answer_id'))),
  ])
  const get = (names: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : names.get(id) ?? null)
  return (row) => {
    const customerName = get(customers, row.customer_id)
    return {
      ticket: row.ticket_id === null ? null : tickets.get(row.ticket_id) ?? null, customer: customerName === null ? null : { id: row.customer_id!, name: customerName },
      staffName: get(staff, row.staff_id), queueName: get(queues, row.queue_id), locationName: get(locations, row.location_id), reasonName: get(reasons, row.reason_id),
      excerpt: get(comments, row.answer_id) ?? get(texts, row.interaction_id),
    }
  }
}

async function readTickets(tx: Tx, ids: string[]): Promise<Map<string, NonNullable<MetricRow['ticket']>>> {
  if (ids.length === 0) return new Map()
  return new Map((await tx.query<{ id: string; number: number; subject: string }>('select id, number, subject from ticket where org_id = $1 and id = any ($2)', [tx.orgId, ids], 'tickets-of-rows')).map((t) => [t.id, t]))
}

async function readTexts(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; text: string; folds: [string, number, number][] | null }>(`select id, left(text, ${textRead}) as text, folds from interaction where org_id = $1 and id = any ($2)`, [tx.orgId, ids], 'texts-of-rows')
  return new Map(rows.map(({ id, text, folds }) => [id, cut(folds === null ? text : folds.filter(([kind]) => kind === 'text').map(([, from, to]) => text.slice(from, to)).join(' '))] as const).filter(([, text]) => text !== ''))
}

async function readComments(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; comment: string }>(`select id, left(comment, ${textRead}) as comment from answer where org_id = $1 and id = any ($2) and comment is not null`, [tx.orgId, ids], 'comments-of-rows')
  return new Map(rows.map(({ id, comment }) => [id, cut(comment)] as const).filter(([, comment]) => comment !== ''))
}

/** By characters as people see them: half a letter is none. */
function cut(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length <= excerptLength ? line : `${line.slice(0, excerptLength).toWellFormed().replace(/[\uFFFD\u200D]+$/u, '').trimEnd()}…`
}
