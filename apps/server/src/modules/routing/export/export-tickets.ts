// The tickets of a list as a table: one row a ticket, with its clocks and custom fields. Read page by page, so that a million rows
// cost no more memory than one page.
import type { Ticket, TicketQuery } from '@kontuar/contracts'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { listTickets, type Asker } from '../views/list/list-tickets.ts'
import { csvLine } from '../../../platform/http/csv.ts'
import { readWords, type Words } from './read-words.ts'

const pageSize = 200
const columns = ['number', 'subject', 'status', 'statusCategory', 'priority', 'queue', 'location', 'owner', 'customer', 'address', 'channel', 'reason', 'result', 'tags', 'createdAt', 'updatedAt', 'closedAt', 'waitingSince', 'dueAt', 'missedDeadlines',
  'firstResponse', 'firstResponseDueAt', 'firstResponseAt', 'firstResponseSeconds', 'nextResponsesMissed', 'resolution', 'resolutionDueAt', 'resolutionAt', 'resolutionSeconds', 'legalLastDay']

/** Chunks of CSV in UTF-8 with the mark that tells Excel so. */
export async function* exportTickets(db: Database, orgId: number, query: TicketQuery, asker: Asker): AsyncGenerator<string> {
  const words = await db.read(orgId, readWords)
  yield `\uFEFF${csvLine([...columns, ...words.fields.map((f) => f.name)], words.separator)}`
  let cursor: string | null = null
  do {
    const page: { items: Ticket[]; next: string | null; clocks: Map<string, Clocks> } = await db.read(orgId, async (tx) => {
      const { items, next } = await listTickets(tx, { ...query, limit: pageSize, ...(cursor === null ? {} : { cursor }) }, asker)
      return { items, next, clocks: await readClocks(tx, items.map((t) => t.id)) }
    })
    yield page.items.map((t) => csvLine(rowOf(t, page.clocks.get(t.id), words), words.separator)).join('')
    cursor = page.next
  } while (cursor !== null)
}

interface Clock { state: string; dueAt: Date | null; stoppedAt: Date | null; usedSeconds: number | null }
interface Clocks { first: Clock | null; resolution: Clock | null; missed: number; last_day: string | null }

async function readClocks(tx: Tx, ids: readonly string[]): Promise<Map<string, Clocks>> {
  if (ids.length === 0) return new Map()
  const clock = (kind: string) => `(select json_build_object('state', c.state, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at, 'usedSeconds', c.used_seconds) from sla_clock c where c.org_id = $1 and c.ticket_id = i.id and c.kind = '${kind}' order by c.cycle desc limit 1)`
  const rows = await tx.query<Clocks & { id: string }>(
    `select i.id, ${clock('first-response')} as first, ${clock('resolution')} as resolution,
       (select count(*)::int from sla_clock c where c.org_id = $1 and c.ticket_id = i.id and c.kind = 'next-response' and c.state = 'missed') as missed,
       (select d.last_day::text from legal_deadline d where d.org_id = $1 and d.ticket_id = i.id) as last_day
     from unnest($2::uuid[]) i (id)`, [tx.orgId, ids], 'export-clocks')
  return new Map(rows.map((r) => [r.id, r]))
}

function rowOf(t: Ticket, clocks: Clocks | undefined, words: Words): unknown[] {
  const clock = (c: Clock | null | undefined) => [c?.state, c?.dueAt, c?.stoppedAt, c?.usedSeconds]
  const [resolution, ...resolutionTimes] = clock(clocks?.resolution)
  return [
    t.number, t.subject, words.statuses.get(t.status) ?? t.status, t.statusCategory, t.priority, words.queues.get(t.queueId ?? ''), words.locations.get(t.locationId ?? ''), t.assignee?.name, t.customer.name, t.customer.address, t.channel,
    words.reasons.get(t.reasonId ?? ''), t.result, t.tagIds.map((id) => words.tags.get(id)).filter(Boolean).join(', '), t.createdAt, t.updatedAt, t.closedAt, t.waitingSince, t.dueAt, t.breaches,
    ...clock(clocks?.first), clocks?.missed, resolution, ...resolutionTimes, clocks?.last_day,
    ...words.fields.map((f) => f.show(t.fields[f.id] ?? null)),
  ]
}
