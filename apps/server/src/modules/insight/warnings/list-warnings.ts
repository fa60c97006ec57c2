// Reading warnings: by keyset, the newest first. Row-level security leaves those of their locations to whoever is held to some. They speak of
// everybody's work, so they are for those who may see the board.
import type { QueryOf, Warning, listWarnings as listRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { lessonReasons, lessonWeeks } from './look/lessons.ts'
import { presentWarning, warningColumns, warningJoins, type WarningRow } from './present-warning.ts'

const lessonsSince = () => new Date(Date.now() - lessonWeeks * 7 * 86_400_000)
const mayRead = ({ permissions }: Pick<Actor, 'permissions'>) => permissions.has('board.read')

export async function listWarnings(tx: Tx, actor: Actor, query: QueryOf<typeof listRoute>): Promise<{ items: Warning[]; next: string | null }> {
  if (!mayRead(actor) || (query.locationId !== undefined && !isId(query.locationId))) return { items: [], next: null }
  const values: unknown[] = [tx.orgId, lessonsSince(), lessonReasons]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = ['w.org_id = $1']
  if (query.state !== undefined) where.push(`w.state = ${bind(query.state)}`)
  if (query.kind !== undefined) where.push(`w.kind = ${bind(query.kind)}`)
  if (query.locationId !== undefined) where.push(`w.location_id = ${bind(query.locationId)}`)
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (!isId(String(id)) || !time.test(String(at))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`(w.seen_at, w.id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`)
  }
  const limit = query.limit ?? 50
  const rows = await tx.query<WarningRow & { sort_key: string }>(
    `select ${warningColumns}, w.seen_at::text as sort_key from (select w.* from warning w where ${where.join(' and ')} order by w.seen_at desc, w.id desc limit ${bind(limit + 1)}) w ${warningJoins('$2', '$3')} order by w.seen_at desc, w.id desc`, values)
  return toPage(rows, limit, (row) => presentWarning(row, lessonWeeks), (row) => [row.sort_key, row.id])
}

/** To the microsecond, as PostgreSQL wrote it. */
const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/

/** @throws Refusal `not-found` */
export async function getWarning(tx: Tx, actor: Actor, id: string): Promise<Warning> {
  const [row] = isId(id) && mayRead(actor)
    ? await tx.query<WarningRow>(`select ${warningColumns} from warning w ${warningJoins('$2', '$3')} where w.org_id = $1 and w.id = $4`, [tx.orgId, lessonsSince(), lessonReasons, id], 'get-warning') : []
  if (row === undefined) throw notFound('warning')
  return presentWarning(row, lessonWeeks)
}
