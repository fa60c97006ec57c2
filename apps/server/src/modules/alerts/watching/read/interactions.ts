// Contacts of customers: somebody wrote, called, came, or left a review. Machines, lists and returned mail are none, as everywhere where contacts are
// counted. Each with its ticket as it stood once the entry had been written.
import type { Tx } from '../../../../platform/db/database.ts'
import { factsAfter } from '../../../routing/index.ts'
import { byCustomer, textColumns, writtenBy, type TextRow } from '../../../insight/index.ts'
import type { Occurrence } from '../occurrence.ts'
import { readingColumns, sureSentiment, type ReadColumns } from './about-customer.ts'
import { clockFace } from './clock-face.ts'
import { readTicketsThen } from './tickets-then.ts'
import { isNothing, msOf, whichName, whichSql, whichValues, type Which } from './which.ts'

interface Row extends TextRow, ReadColumns { id: string; at: number; known: number; transaction: number; ticket_id: string; customer_id: string | null; staff_id: string | null; kind: string; channel: string; subject: string; stars: number | null }

const microOf = (column: string) => `(extract(epoch from ${column}) * 1000000)::float8`

const selectInteractions = (which: Which): string => `select i.id, ${msOf('i.at')} as at, ${msOf('i.created_at')} as known, ${microOf('i.created_at')} as transaction, i.ticket_id, i.customer_id, i.staff_id, i.kind, i.channel, i.subject,
    (i.review->>'stars')::float8 as stars, ${textColumns}, ${readingColumns}
  from interaction i left join reading r on r.org_id = i.org_id and r.id = i.id
  where i.org_id = $1 and i.ticket_id is not null and ${byCustomer} and ${whichSql(which, 'i.id', 'i.at')}`

export async function readInteractions(tx: Tx, which: Which, zone: string): Promise<Occurrence[]> {
  if (isNothing(which)) return []
  const rows = await tx.query<Row>(selectInteractions(which), [tx.orgId, ...whichValues(which)], `alert-interactions-${whichName(which)}`)
  const tickets = await readTicketsThen(tx, rows.map((r) => r.ticket_id))
  return rows.flatMap((r): Occurrence[] => {
    const story = tickets.story(r.ticket_id)
    if (story === undefined) return []
    const knownAt = Math.max(r.at, r.known)
    const state = factsAfter(story, knownAt, r.transaction)
    return [{
      ...tickets.dimensions(story, state, r.at, r.staff_id) as Occurrence, ...clockFace(r.at, zone), subject: 'interaction', id: `interaction:${r.id}`, key: `ticket:${r.ticket_id}`, at: r.at, knownAt,
      interactionId: r.id, customerId: r.customer_id ?? story.customerId, channel: r.channel, kind: r.kind, stars: r.stars, text: `${r.subject}\n${writtenBy(r)}`.slice(0, 10_000), sentiment: sureSentiment(r), topicId: r.topic_id,
    }]
  })
}
