// The rows behind a number, with what they were about as far as the asker may know it.
import type { MetricRow, Permission } from '@kontuar/contracts'
import { decodeCursor, isId, toPage } from '../../../../platform/http/page.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import type { Metric } from '../../catalogue/metric.ts'
import { fieldsOf, partsOf } from '../narrow.ts'
import { readPeriod } from '../read-period.ts'
import type { Reading } from '../sources/reading.ts'
import { takeWhere } from '../where/take-where.ts'
import { readAbout } from './about-rows.ts'
import { rowsStatement } from './rows-statement.ts'

export interface FactOfRow {
  id: string; kind: string; at: Date; measures: Record<string, number>; ticket_id: string | null; interaction_id: string | null; answer_id: string | null; customer_id: string | null
  staff_id: string | null; queue_id: string | null; location_id: string | null; reason_id: string | null; channel: string | null; counted: boolean; value: number | null; sort_key: string
}

export interface RowsQuery { from: string; to: string; where: unknown; counted?: boolean | undefined; limit?: number | undefined; cursor?: string | undefined }

/** A page. @throws Refusal for whatever is wrong with the query */
export async function listRows(reading: Reading, metric: Metric, query: RowsQuery, permissions: ReadonlySet<Permission>): Promise<{ items: MetricRow[]; next: string | null }> {
  const period = readPeriod(query, reading.zone)
  const parts = partsOf(metric, takeWhere(query.where, fieldsOf(metric, reading.words)), reading.asker, reading.words)
  const limit = query.limit ?? 50
  const { text, values } = rowsStatement(reading, metric, { parts, period, counted: query.counted, after: readCursor(query.cursor), limit })
  const { items, next } = toPage(await reading.tx.query<FactOfRow>(text, values), limit, (row) => row, (row) => [row.sort_key, row.id])
  const about = await readAbout(reading.tx, items, permissions)
  return { items: items.map((row) => ({ id: row.id, kind: row.kind, at: row.at.toISOString(), counted: row.counted, value: row.value, measures: row.measures, interactionId: row.interaction_id, answerId: row.answer_id, channel: row.channel, ...about(row) })), next }
}

function readCursor(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null
  const [at, id] = decodeCursor(cursor, 2).map(String) as [string, string]
  if (!/^-?\d{1,18}$/.test(at) || !isId(id)) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
  return [at, id]
}
