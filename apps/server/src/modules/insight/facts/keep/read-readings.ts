import type { Tx } from '../../../../platform/db/database.ts'
import type { TextReading } from '../derive/ticket-ground.ts'

/** Of entries or answers; what was not read, or says no sentiment, is missing. */
export async function readReadings(tx: Tx, ids: readonly string[]): Promise<Map<string, TextReading>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; sentiment: TextReading['sentiment']; confidence: number | null; by: string }>('select id, sentiment, confidence, by from reading where org_id = $1 and id = any ($2) and sentiment is not null', [tx.orgId, ids], 'readings-to-count')
  return new Map(rows.map((r) => [r.id, { sentiment: r.sentiment, confidence: r.confidence, byPerson: r.by === 'person' }]))
}
