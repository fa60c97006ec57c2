// What was written before texts were read. Chunk by chunk, each one with the job of the next in its transaction: it may be killed anywhere
// and goes on where it was. Read by the classifier alone: an endpoint is not sent years of mail.
import type { Tx } from '../../../../platform/db/database.ts'
import { askFor, type Subject } from '../../facts/index.ts'
import { readSettings } from '../settings/read-settings.ts'
import { byCustomer, textsOfAnswers, textsOfEntries, type CustomerText } from '../texts/customer-texts.ts'
import { readThese } from './read-texts.ts'

const chunk = 200
const first = '00000000-0000-0000-0000-000000000000'
export interface PastReading { walk: 'entries' | 'answers'; /** Where the last chunk ended. */ after?: string }

const roads = {
  entries: { ids: `select i.id from interaction i where i.org_id = $1 and i.id > $2 and ${byCustomer} and not exists (select from reading r where r.org_id = i.org_id and r.id = i.id) order by i.id limit ${chunk}`, texts: textsOfEntries },
  answers: { ids: `select a.id from answer a where a.org_id = $1 and a.id > $2 and a.comment is not null and not exists (select from reading r where r.org_id = a.org_id and r.id = a.id) order by a.id limit ${chunk}`, texts: textsOfAnswers },
} as const

/** Both walks; ordered again while they wait they are ordered once. */
export function orderPastReading(tx: Tx): void {
  for (const walk of ['entries', 'answers'] as const) order(tx, { walk })
}

const order = (tx: Tx, past: PastReading): void => tx.enqueue('insight.readPast', past, { key: `insight.readPast ${tx.orgId} ${past.walk}`, priority: 10 })

export async function readPastChunk(tx: Tx, { walk, after }: PastReading): Promise<void> {
  const { on, topics } = await readSettings(tx)
  if (!on) return
  const { ids, texts } = roads[walk]
  const rows = await tx.query<{ id: string }>(ids, [tx.orgId, after ?? first], `past-${walk}-to-read`)
  const changed = await readThese(tx, await texts(tx, rows.map((row) => row.id)), topics)
  // Facts are asked for at once: an event each would be told to every open screen.
  await askFor(tx, changed.flatMap(countedWith))
  if (rows.length === chunk) order(tx, { walk, after: rows.at(-1)!.id })
}

const countedWith = ({ id, subject, ticketId }: CustomerText): Subject[] => (subject === 'answer' ? [{ kind: 'answer', id }] : ticketId === null ? [] : [{ kind: 'ticket', id: ticketId }])
