// Lists of loops by keyset, the newest low score first.
import type { QueryOf, Recovery, listRecoveries as listRoute, reviewedRecoveries } from '@kontuar/contracts'
import { shapeName } from '../../../platform/db/shape-name.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { reachLateSql, lateSql, recoveryColumns, recoveryJoins, stateSql, type RecoveryRow } from './recovery-row.ts'
import { presentRecoveries } from './present-recoveries.ts'
import { seenRecoveries, type Reader } from './seen-recoveries.ts'

type Query = QueryOf<typeof listRoute>
type Bind = (value: unknown) => string
/** Nobody counts further, and counting stays cheap. */
export const countLimit = 100
/** The same words as error review counts by: a number of it is as long as its list. */
const reviewedSql: Record<(typeof reviewedRecoveries)[number], string> = { all: 'true', answered: 'r.recovered is not null', recovered: 'r.recovered', closed: 'r.closed_at is not null', solved: "r.closed_as = 'solved'", 'came-back': "r.closed_as = 'solved' and r.came_back_at is not null" }
const isLate = `((r.contacted_at is null and r.closed_at is null and ${reachLateSql}) or (r.closed_at is null and ${lateSql}))`

export async function listRecoveries(tx: Tx, reader: Reader, query: Query): Promise<{ items: Recovery[]; next: string | null }> {
  const values: unknown[] = [tx.orgId]
  const bind: Bind = (value) => `$${values.push(value)}`
  const where = conditionsOf(reader, query, bind)
  if (where === null) return { items: [], next: null }
  const limit = query.limit ?? 50
  const text = `select ${recoveryColumns}, r.sort_key from (select r.*, (extract(epoch from r.opened_at) * 1000000)::bigint::text as sort_key from recovery r where ${where.join(' and ')} order by r.opened_at desc, r.id desc limit ${bind(limit + 1)}) r
    ${recoveryJoins} order by r.opened_at desc, r.id desc`
  const rows = await tx.query<RecoveryRow & { sort_key: string }>(text, values, shapeName('list-recoveries', text))
  const { items, next } = toPage(rows, limit, (row) => row, (row) => [row.sort_key, row.id])
  return { items: await presentRecoveries(tx, items, reader), next }
}

/** Null when the filter can match nothing. @throws Refusal `invalid-cursor` */
function conditionsOf(reader: Reader, query: Query, bind: Bind): string[] | null {
  const where = ['r.org_id = $1']
  for (const [given, column] of [[query.locationId, 'location_id'], [query.teamId, 'team_id'], [query.causeId, 'cause_id'], [query.customerId, 'customer_id'], [query.ticketId, 'ticket_id'], [query.answerId, 'answer_id']] as const) {
    if (given === undefined || (given === 'none' && column === 'cause_id')) continue
    if (!isId(given)) return null
    where.push(`r.${column} = ${bind(given)}`)
  }
  if (query.ownerId === 'none') where.push('r.owner_id is null')
  else if (query.ownerId !== undefined) {
    const owner = query.ownerId === 'me' ? reader.staffId : query.ownerId
    if (!isId(owner)) return null
    where.push(`r.owner_id = ${bind(owner)}`)
  }
  if (query.causeId === 'none') where.push('r.cause_id is null')
  if (query.from !== undefined) where.push(`r.opened_at >= ${bind(query.from)}`)
  if (query.to !== undefined) where.push(`r.opened_at < ${bind(query.to)}`)
  if (query.reviewed !== undefined) where.push(`r.closed_as is distinct from 'mistaken' and ${reviewedSql[query.reviewed]}`)
  if (query.state !== undefined) where.push(`${stateSql} = ${bind(query.state)}`)
  if (query.open !== undefined) where.push(`r.closed_at is ${query.open ? '' : 'not '}null`)
  if (query.late !== undefined) where.push(query.late ? isLate : `not ${isLate}`)
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (!/^-?\d{1,18}$/.test(String(at)) || !isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`(r.opened_at, r.id) < (timestamptz 'epoch' + ${bind(String(at))}::bigint * interval '1 microsecond', ${bind(id)}::uuid)`)
  }
  where.push(seenRecoveries(reader, bind))
  return where
}

/** Of those that are open, each up to the limit. */
export async function countRecoveries(tx: Tx, reader: Reader): Promise<{ open: number; mine: number; late: number; limit: number }> {
  const count = async (also: (bind: Bind) => string) => {
    const values: unknown[] = [tx.orgId]
    const bind: Bind = (value) => `$${values.push(value)}`
    const text = `select count(*)::int as n from (select 1 from recovery r where r.org_id = $1 and r.closed_at is null and ${also(bind)} and ${seenRecoveries(reader, bind)} limit ${countLimit}) x`
    return (await tx.query<{ n: number }>(text, values, shapeName('count-recoveries', text)))[0]!.n
  }
  return { open: await count(() => 'true'), mine: await count((bind) => `r.owner_id = ${bind(reader.staffId)}`), late: await count(() => isLate), limit: countLimit }
}

/** @throws Refusal `not-found` for what the reader may not see too */
export async function getRecoveryRow(tx: Tx, reader: Reader, id: string): Promise<RecoveryRow> {
  const values: unknown[] = [tx.orgId, isId(id) ? id : null]
  const text = `select ${recoveryColumns} from recovery r ${recoveryJoins} where r.org_id = $1 and r.id = $2 and ${seenRecoveries(reader, (value) => `$${values.push(value)}`)}`
  const [row] = isId(id) ? await tx.query<RecoveryRow>(text, values, shapeName('get-recovery', text)) : []
  if (row === undefined) throw notFound('recovery')
  return row
}

export async function getRecovery(tx: Tx, reader: Reader, id: string): Promise<Recovery> {
  const [recovery] = await presentRecoveries(tx, [await getRecoveryRow(tx, reader, id)], reader)
  return recovery!
}
