// The last entries of the diary before an alert: of its ticket, else of its customer. Row-level security leaves out what the reader may not see.
// What the program sent by itself says nothing of the matter, and the rating the alert is about stands above.
import type { AlertStory } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { visibleText } from '../../diary/index.ts'
import type { AlertRow } from './alert-row.ts'

type Entry = AlertStory['diary'][number]
interface Row { id: string; at: Date; kind: string; direction: string; channel: string | null; by: string; text: string; folds: Parameters<typeof visibleText>[1]; subject: string }

const excerptLength = 280

/** The newest first. What an answer says stands with the alert as far as it may be seen, so a rating is named here without its words. */
export async function readDiaryBefore(tx: Tx, row: Pick<AlertRow, 'ticket' | 'customer' | 'last_at' | 'interaction_id'>, limit: number): Promise<Entry[]> {
  const [column, id] = row.ticket !== null ? ['ticket_id', row.ticket.id] : row.customer !== null ? ['customer_id', row.customer.id] : [null, null]
  if (column === null) return []
  const rows = await tx.query<Row>(
    `select i.id, i.at, i.kind, i.direction, i.channel, coalesce(s.name, nullif(i.from_name, ''), case when i.direction = 'in' then c.name end, '') as by, i.text, i.folds, i.subject
     from (select * from interaction x where x.org_id = $1 and x.${column} = $2 and x.at <= $3 and x.kind <> 'event' and not (x.automatic and x.direction = 'out') and (x.kind <> 'rating' or x.id is distinct from $5) order by x.at desc, x.id desc limit $4) i
     left join staff s on s.org_id = i.org_id and s.id = i.staff_id left join customer c on c.org_id = i.org_id and c.id = i.customer_id order by i.at desc, i.id desc`,
    [tx.orgId, id, row.last_at, limit, row.interaction_id], `diary-before ${column}`)
  return rows.map((entry) => ({ id: entry.id, at: entry.at.toISOString(), kind: entry.kind, direction: entry.direction, channel: entry.channel, by: entry.by, excerpt: excerptOf(entry) }))
}

function excerptOf({ kind, text, folds, subject }: Row): string {
  const said = kind === 'rating' ? '' : (visibleText(text, folds) || subject).replace(/\s+/gu, ' ').trim()
  return said.length > excerptLength ? `${said.slice(0, excerptLength).trimEnd()}…`.toWellFormed() : said
}
