import type { listReadings as listRoute, QueryOf, Reading } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { isId } from '../../../platform/id.ts'
import { readShownComments, type ShownComment } from '../../feedback/index.ts'
import { presentReading, readingColumns, readingJoins, type ReadingRow } from './present-reading.ts'
import { readSettings } from './settings/read-settings.ts'

export type Reader = Pick<Actor, 'permissions' | 'access'>

const mostOfTicket = 1000
const mostAsked = 100

/** Of entries the asker may see (row-level security), and of comments where they may read the comment. The newest first. @throws Refusal `invalid-input` */
export async function listReadings(tx: Tx, reader: Reader, query: QueryOf<typeof listRoute>): Promise<Reading[]> {
  const asked = await askedFor(tx, query)
  const { on, topics } = await readSettings(tx)
  if (!on) return []
  const rows = await tx.query<ReadingRow>(`select ${readingColumns} from reading r ${readingJoins} where r.org_id = $1 and r.id = any ($2) order by r.id desc`, [tx.orgId, asked], 'list-readings')
  const comments = await shownComments(tx, reader, rows.filter((r) => r.subject === 'answer').map((r) => r.id))
  return rows.filter((r) => r.subject === 'interaction' || comments.has(r.id)).map((row) => presentReading(row, { topics, ...readAtOf(comments.get(row.id)) }))
}

/** @throws Refusal `not-found` */
export async function getReading(tx: Tx, reader: Reader, id: string): Promise<Reading> {
  const [row] = isId(id) ? await tx.query<ReadingRow>(`select ${readingColumns} from reading r ${readingJoins} where r.org_id = $1 and r.id = $2`, [tx.orgId, id], 'get-reading') : []
  if (row === undefined) throw notFound('reading')
  const comment = row.subject === 'answer' ? (await shownComments(tx, reader, [row.id])).get(row.id) : undefined
  if (row.subject === 'answer' && comment === undefined) throw notFound('reading')
  return presentReading(row, { topics: (await readSettings(tx)).topics, ...readAtOf(comment) })
}

const shownComments = (tx: Tx, { permissions, access }: Reader, ids: readonly string[]) => readShownComments(tx, ids, { restricted: access === 'granted', readsFeedback: permissions.has('feedback.read') })

const readAtOf = (comment: ShownComment | undefined) => (comment?.anonymous ? { readAt: comment.at } : {})

/** Ids of readings, which are those of the entries and answers; of nothing asked, none. */
async function askedFor(tx: Tx, { ticketId, interactionId, answerId }: QueryOf<typeof listRoute>): Promise<string[]> {
  const named = [...idsIn(interactionId, 'interactionId'), ...idsIn(answerId, 'answerId')]
  if (ticketId === undefined || !isId(ticketId)) return named
  // Of tickets merged into it too, as its timeline shows them.
  const rows = await tx.query<{ id: string }>(
    `select coalesce(a.id, i.id) as id from interaction i left join answer a on a.org_id = i.org_id and a.interaction_id = i.id and i.kind = 'rating'
     where i.org_id = $1 and (i.ticket_id = $2 or i.ticket_id in (select id from ticket where org_id = $1 and merged_into_id = $2)) and i.direction = 'in' order by i.at desc, i.id desc limit ${mostOfTicket}`, [tx.orgId, ticketId], 'entries-of-ticket-read')
  return [...named, ...rows.map((row) => row.id)]
}

function idsIn(list: string | undefined, field: string): string[] {
  if (list === undefined) return []
  const ids = list.split(',').map((id) => id.trim()).filter((id) => id !== '')
  if (ids.length > mostAsked) throw new Refusal('invalid-input', `At most ${mostAsked} at once: ask in several requests.`, { [field]: 'holds too many' })
  return ids.filter(isId)
}
