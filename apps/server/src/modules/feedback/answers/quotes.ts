// Sentences of customers, word for word, to show others.
import type { NewQuote, Quote, listQuotes as listQuotesRoute, QueryOf } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { audit } from '../../identity/index.ts'
import { getAnswerRow } from './get-answer.ts'

interface Row { id: string; answer_id: string; survey_id: string; survey_name: string; text: string; signed: string; tone: Quote['tone']; at: Date; created_at: Date; created_by: string | null; anonymous: boolean }
const columns = `q.id, q.answer_id, a.survey_id, s.name as survey_name, q.text, q.signed, a.tone, a.at, q.created_at, p.name as created_by, s.anonymous`
const joins = `join answer a on a.org_id = q.org_id and a.id = q.answer_id join survey s on s.org_id = a.org_id and s.id = a.survey_id left join staff p on p.org_id = q.org_id and p.id = q.created_by`

/** Beside a sentence of an anonymous answer stands neither its tone nor its day. */
const present = (row: Row): Quote => ({
  id: row.id, answerId: row.answer_id, surveyId: row.survey_id, surveyName: row.survey_name, text: row.text, signed: row.signed, tone: row.anonymous ? null : row.tone, at: (row.anonymous ? row.created_at : row.at).toISOString(),
  createdAt: row.created_at.toISOString(), createdBy: row.created_by,
})

export async function listQuotes(tx: Tx, query: QueryOf<typeof listQuotesRoute>): Promise<{ items: Quote[]; next: string | null }> {
  const values: unknown[] = [tx.orgId]
  const where = ['q.org_id = $1', 'q.retired_at is null']
  for (const [field, column] of [['surveyId', 'a.survey_id'], ['answerId', 'q.answer_id']] as const) {
    const id = query[field]
    if (id === undefined) continue
    if (!isId(id)) return { items: [], next: null }
    where.push(`${column} = $${values.push(id)}`)
  }
  if (query.cursor !== undefined) {
    const [id] = decodeCursor(query.cursor, 1)
    if (!isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`q.id < $${values.push(id)}::uuid`)
  }
  const limit = query.limit ?? 50
  const rows = await tx.query<Row>(`select ${columns} from quote q ${joins} where ${where.join(' and ')} order by q.id desc limit $${values.push(limit + 1)}`, values)
  return toPage(rows, limit, present, (row) => [row.id])
}

/** @throws Refusal `not-found`; `invalid-input` when the text is no stretch of the comment; `cannot-do` for a name beside an anonymous answer */
export async function createQuote(tx: Tx, actor: Actor, answerId: string, given: Static<typeof NewQuote>): Promise<Quote> {
  const answer = await getAnswerRow(tx, answerId, actor.access === 'granted')
  const text = plain(storable(given.text))
  const signed = storable(given.signed ?? '').trim()
  if (answer.comment === null) throw new Refusal('cannot-do', answer.anonymous ? 'This answer has no comment, or too few have answered for it to be shown.' : 'This answer has no comment to quote.')
  if (text === '' || !plain(answer.comment).includes(text)) throw new Refusal('invalid-input', 'A quote is word for word: choose a stretch of the comment and change nothing in it.', { text: 'is not in the comment' })
  if (answer.anonymous && signed !== '') throw new Refusal('cannot-do', 'The survey is anonymous: a sentence of it bears no name.')
  const id = newId()
  await tx.query('insert into quote (org_id, id, answer_id, text, signed, created_by) values ($1, $2, $3, $4, $5, $6)', [tx.orgId, id, answer.id, text, signed, actor.staffId], 'insert-quote')
  await audit(tx, actor, 'quote.created', { kind: 'quote', id }, { answerId: answer.id })
  const [row] = await tx.query<Row>(`select ${columns} from quote q ${joins} where q.org_id = $1 and q.id = $2`, [tx.orgId, id], 'get-quote')
  return present(row!)
}

/** @throws Refusal `not-found` */
export async function deleteQuote(tx: Tx, actor: Actor, id: string): Promise<void> {
  const rows = isId(id) ? await tx.query('update quote set retired_at = clock_timestamp() where org_id = $1 and id = $2 and retired_at is null returning id', [tx.orgId, id], 'retire-quote') : []
  if (rows.length === 0) throw notFound('quote')
  await audit(tx, actor, 'quote.retired', { kind: 'quote', id })
}

/** Line breaks are where the screen of the customer put them. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
