// Canned answers as stored and shown, and what a ticket fills in.
import type { CannedAnswer, Locale } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'

export interface CannedRow { id: string; name: string; shortcut: string | null; texts: Partial<Record<Locale, string>>; owner_id: string | null; sharing: 'private' | 'shared'; queue_id: string | null; updated_at: Date }

const columns = 'id, name, shortcut, texts, owner_id, sharing, queue_id, updated_at'
/** Somebody's own, and the shared ones: of the private ones of others nothing is known. */
const seen = `retired_at is null and (sharing = 'shared' or owner_id = $2)`

/** More than anybody can look through; the web asks for all at once. */
const most = 1000

export const listCanned = (tx: Tx, staffId: string): Promise<CannedRow[]> =>
  tx.query<CannedRow>(`select ${columns} from canned_answer where org_id = $1 and ${seen} order by lower(name), id limit ${most}`, [tx.orgId, staffId], 'list-canned')

/** @throws Refusal `not-found` */
export async function getCanned(tx: Tx, staffId: string, id: string, lock = false): Promise<CannedRow> {
  const [row] = isId(id) ? await tx.query<CannedRow>(`select ${columns} from canned_answer where org_id = $1 and ${seen} and id = $3${lock ? ' for update' : ''}`, [tx.orgId, staffId, id], lock ? 'lock-canned' : 'get-canned') : []
  if (row === undefined) throw notFound('canned answer')
  return row
}

export const presentCanned = (r: CannedRow): CannedAnswer => ({ id: r.id, name: r.name, shortcut: r.shortcut, texts: r.texts, sharing: r.sharing, ownerId: r.owner_id, queueId: r.queue_id, updatedAt: r.updated_at.toISOString() })

export interface FillFacts { locale: string; organization: string; agent: string; ticket: { number: number; subject: string; language: string | null; customer: string; queue: string | null; last_day: string | null } | null }

/** What variables say. A ticket its reader may not see is none. @throws Refusal `not-found` */
export async function readFillFacts(tx: Tx, staffId: string, ticketId: string | undefined): Promise<FillFacts> {
  const [[org], tickets] = await Promise.all([
    tx.query<{ locale: string; organization: string; agent: string }>('select o.locale, o.name as organization, s.name as agent from org o join staff s on s.org_id = o.id where o.id = $1 and s.id = $2', [tx.orgId, staffId], 'fill-organization'),
    ticketId !== undefined && isId(ticketId) ? tx.query<NonNullable<FillFacts['ticket']>>(
      `select t.number, t.subject, coalesce(t.language, c.language) as language, c.name as customer, q.name as queue, d.last_day::text as last_day
       from ticket t join customer c on c.org_id = t.org_id and c.id = t.customer_id left join queue q on q.org_id = t.org_id and q.id = t.queue_id left join legal_deadline d on d.org_id = t.org_id and d.ticket_id = t.id
       where t.org_id = $1 and t.id = $2`, [tx.orgId, ticketId], 'fill-ticket') : [],
  ])
  if (ticketId !== undefined && tickets.length === 0) throw notFound('ticket')
  return { ...org!, ticket: tickets[0] ?? null }
}
