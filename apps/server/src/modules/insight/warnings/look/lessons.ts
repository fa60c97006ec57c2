// What people teach by dismissing: a check that cried wolf, or about nothing that matters, is quieter there for some weeks.
import type { Tx } from '../../../../platform/db/database.ts'

export const lessonWeeks = 8
/** Each lesson divides what the check may give. */
export const lessonFactor = 4
export const lessonReasons = ['false-alarm', 'not-important'] as const

/** Key → by how much. */
export async function readLessons(tx: Tx, now: Date): Promise<Map<string, number>> {
  const rows = await tx.query<{ key: string; n: number }>(`select key, count(*)::integer as n from warning where org_id = $1 and state = 'dismissed' and closed_reason = any ($2) and closed_at > $3 group by key`, [tx.orgId, lessonReasons, new Date(now.getTime() - lessonWeeks * 7 * 86_400_000)], 'lessons-of-warnings')
  return new Map(rows.map(({ key, n }) => [key, lessonFactor ** Math.min(n, 5)]))
}
