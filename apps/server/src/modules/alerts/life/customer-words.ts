// What the customer said, as far as the reader may see it: read when it is shown, never kept with the alert.
import type { Alert } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { visibleText } from '../../diary/index.ts'
import { readShownComments } from '../../feedback/index.ts'
import type { AlertRow } from './alert-row.ts'
import type { Reader } from './reader.ts'

/** Characters; the rest is read in the diary. */
const longest = 2000

type Words = NonNullable<Alert['words']>
interface Entry { id: string; text: string; folds: Parameters<typeof visibleText>[1]; by: string; at: Date }

/** By alert; who said nothing, or nothing this reader may see, is missing. */
export async function readCustomerWords(tx: Tx, rows: readonly AlertRow[], { access, readsFeedback }: Pick<Reader, 'access' | 'readsFeedback'>): Promise<Map<string, Words>> {
  const answerIds = rows.flatMap((r) => (r.answer_id === null ? [] : [r.answer_id]))
  const entryIds = rows.flatMap((r) => (r.answer_id === null && r.interaction_id !== null ? [r.interaction_id] : []))
  const comments = await readShownComments(tx, answerIds, { restricted: access === 'granted', readsFeedback })
  const entries = entryIds.length === 0 ? [] : await tx.query<Entry>(
    `select i.id, i.text, i.folds, coalesce(nullif(i.from_name, ''), c.name, '') as by, i.at from interaction i left join customer c on c.org_id = i.org_id and c.id = i.customer_id
     where i.org_id = $1 and i.id = any ($2) and i.direction = 'in' and i.kind <> 'rating'`, [tx.orgId, entryIds], 'words-of-customers')
  const entryOf = new Map(entries.map((e) => [e.id, e]))
  return new Map(rows.flatMap((row) => {
    const comment = row.answer_id === null ? undefined : comments.get(row.answer_id)
    const entry = row.interaction_id === null ? undefined : entryOf.get(row.interaction_id)
    const text = (comment?.comment ?? (entry === undefined ? '' : visibleText(entry.text, entry.folds))).trim()
    if (text === '') return []
    const at = comment?.at ?? entry!.at
    return [[row.id, { text: text.length > longest ? `${text.slice(0, longest).trimEnd()}…`.toWellFormed() : text, by: comment?.anonymous ? '' : (row.customer?.name ?? entry?.by ?? ''), at: at.toISOString() }] as const]
  }))
}
