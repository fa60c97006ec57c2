// What customers wrote, ready to be read: quotations and signatures folded, of a contact recorded by hand only what the customer wanted.
import type { Tx } from '../../../../platform/db/database.ts'
import { visibleText, type StoredFold } from '../../../diary/index.ts'

export type TextKind = 'interaction' | 'answer'
export interface CustomerText {
  /** Of the entry or the answer, and of its reading. */
  id: string
  subject: TextKind
  text: string
  ticketId: string | null
}

/** More of a text nobody reads, also no classifier: it looks at the first and the last 3,000 characters. In characters of PostgreSQL. */
const mostOfText = 100_000

/** Of entry `i`: a customer's own, by no machine. The same as what counts as a contact in (facts/derive/entry-facts.ts). */
export const byCustomer = `i.kind in ('message', 'call', 'visit') and i.direction = 'in' and not i.automatic and i.mail_class = 'personal'`
export const textColumns = `left(i.text, ${mostOfText}) as text, i.folds, i.by_hand->>'request' as request`
export interface TextRow { text: string; folds: StoredFold[] | null; request: string | null }

/** As it stands in `visibleText` of the entry: places in it are places there. */
export const writtenBy = ({ text, folds, request }: TextRow): string => (request === null ? visibleText(text, folds) : request)

/** Of these entries those that customers wrote, and that say something. */
export async function textsOfEntries(tx: Tx, ids: readonly string[]): Promise<CustomerText[]> {
  if (ids.length === 0) return []
  const rows = await tx.query<TextRow & { id: string; ticket_id: string | null }>(`select i.id, i.ticket_id, ${textColumns} from interaction i where i.org_id = $1 and i.id = any ($2) and ${byCustomer} order by i.id`, [tx.orgId, ids], 'texts-of-entries')
  return rows.map((row): CustomerText => ({ id: row.id, subject: 'interaction', text: writtenBy(row), ticketId: row.ticket_id })).filter(saysSomething)
}

/** Of these answers those with a comment. */
export async function textsOfAnswers(tx: Tx, ids: readonly string[]): Promise<CustomerText[]> {
  if (ids.length === 0) return []
  const rows = await tx.query<{ id: string; ticket_id: string | null; comment: string }>(`select id, ticket_id, left(comment, ${mostOfText}) as comment from answer where org_id = $1 and id = any ($2) and comment is not null`, [tx.orgId, ids], 'texts-of-answers')
  return rows.map((row): CustomerText => ({ id: row.id, subject: 'answer', text: row.comment, ticketId: row.ticket_id })).filter(saysSomething)
}

const saysSomething = ({ text }: CustomerText): boolean => text.trim() !== ''
