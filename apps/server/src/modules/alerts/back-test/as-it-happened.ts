/*
 * Before the program first heard of such things itself, nothing could have been known in time: whoever fills it with their past, by the API or
 * from a list, has it judged by when things happened. Since then the past is judged as it was known: what came from a list told nobody, and what
 * was entered hours later broke no silence; a rule that lived through it would have done the same (same-alarms.test.ts).
 */
import type { AlertSubject } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Occurrence } from '../watching/occurrence.ts'
import { heardWithinMs } from '../watching/silence/step-silence.ts'

/** Tickets and deadlines come about in the program: they are known when they happen. */
const sources: Partial<Record<AlertSubject, { table: string; own: string }>> = { answer: { table: 'answer', own: 'and not imported' }, interaction: { table: 'interaction', own: '' } }

/**
 * When the program first heard of these itself; null: before the period began, or nothing of the period had happened by then, so that all of it
 * was known as it came. Epoch milliseconds. @returns Infinity where it never did
 */
export async function readHeardSince(tx: Tx, on: AlertSubject, from: number): Promise<number | null> {
  const source = sources[on]
  if (source === undefined) return null
  const { table, own } = source
  // Of an organization that has been here for long one row by its time answers; only of a young one all that it has is looked through.
  const before = `exists (select from ${table} where org_id = $1 and at < $2 and created_at <= $2 ${own})`
  const [row] = await tx.query<{ first: number | null; entered: boolean }>(
    `with heard as (select min(created_at) as first from ${table} where org_id = $1 ${own} and not ${before})
     select floor(extract(epoch from first) * 1000)::float8 as first, not ${before} and exists (select from ${table} where org_id = $1 and at >= $2 and at < coalesce(first, 'infinity') - make_interval(secs => $3)) as entered from heard`,
    [tx.orgId, new Date(from).toISOString(), heardWithinMs / 1000], `heard-since ${table}`)
  return row!.entered ? row!.first ?? Infinity : null
}

/** Pure. */
export const asItHappened = (heardSince: number | null, o: Occurrence): Occurrence => (heardSince !== null && o.at < heardSince ? { ...o, imported: false, knownAt: o.at } : o)

/** Whether it stays out of a silence: it came from a list, or was entered when the silence had been told already. */
export const isLeftOutOfSilence = ({ imported, at, knownAt }: Pick<Occurrence, 'imported' | 'at' | 'knownAt'>): boolean => imported || knownAt - at > heardWithinMs
