// Tasks by keyset: open ones soonest first, those without a time last; done ones newest first. Each order has its index.
import type { Static } from 'typebox'
import type { TaskQuery } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { presentTask, taskColumns, taskJoins, type TaskRow } from './present-task.ts'

type Query = Static<typeof TaskQuery>

export async function listTasks(tx: Tx, query: Query, staffId: string) {
  const statement = taskListStatement(tx.orgId, query, staffId)
  if (statement === null) return { items: [], next: null }
  const rows = await tx.query<TaskRow & { sort_key: string }>(statement.text, statement.values, statement.name)
  return toPage(rows, query.limit ?? 50, presentTask, (row) => [row.sort_key, row.id])
}

const time = /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/
/** A time as PostgreSQL wrote it into a cursor: to the microsecond, which Date would round away. */
export function timeInCursor(value: string | number | undefined): string {
  if (!time.test(String(value))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
  return String(value)
}

/** Null when the filter can match nothing. */
export function taskListStatement(orgId: number, query: Query, staffId: string): { text: string; values: unknown[]; name: string } | null {
  const values: unknown[] = [orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const done = query.state === 'done'
  const where = ['k.org_id = $1', done ? 'k.done_at is not null' : 'k.done_at is null']
  const shape: string[] = [query.state ?? 'undone']
  if (query.state === 'open' || query.state === 'doing') where.push(`k.begun_at is ${query.state === 'open' ? 'null' : 'not null'}`)
  if (query.late === true) {
    where.push(done ? 'k.done_at > k.due_at' : 'k.due_at <= now()')
    shape.push('late')
  } else if (query.late === false) {
    where.push(done ? '(k.due_at is null or k.done_at <= k.due_at)' : '(k.due_at is null or k.due_at > now())')
    shape.push('in time')
  }
  if (query.ownerId === 'none') { where.push('k.owner_id is null'); shape.push('unowned') } else if (query.ownerId !== undefined) {
    const owner = query.ownerId === 'me' ? staffId : query.ownerId
    if (!isId(owner)) return null
    where.push(`k.owner_id = ${bind(owner)}`)
    shape.push('owner')
  }
  if (query.ticketId !== undefined) {
    if (!isId(query.ticketId)) return null
    where.push(`k.ticket_id = ${bind(query.ticketId)}`)
    shape.push('ticket')
  }
  for (const [id, column] of [[query.locationId, 'k.location_id'], [query.sourceId, `k.source->>'id'`]] as const) {
    if (id === undefined) continue
    if (!isId(id)) return null
    where.push(`${column} = ${bind(id.toLowerCase())}`)
    shape.push(column)
  }
  for (const [value, column] of [[query.origin, 'k.origin'], [query.sourceKind, `k.source->>'kind'`]] as const) {
    if (value === undefined) continue
    where.push(`${column} = ${bind(value)}`)
    shape.push(column)
  }
  // The index of sources holds those alone that have one.
  if (query.sourceId !== undefined || query.sourceKind !== undefined) where.push('k.source is not null')
  const [key, direction, sign] = done ? ['k.done_at', 'desc', '<'] : [`coalesce(k.due_at, 'infinity')`, 'asc', '>']
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (!isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`(${key}, k.id) ${sign} (${bind(timeInCursor(at))}::timestamptz, ${bind(id)}::uuid)`)
    shape.push('after')
  }
  const text = `select ${taskColumns}, k.sort_key from (select k.*, (${key})::text as sort_key from task k where ${where.join(' and ')} order by ${key} ${direction}, k.id ${direction} limit ${bind((query.limit ?? 50) + 1)}) k
    ${taskJoins} order by ${key} ${direction}, k.id ${direction}`
  return { text, values, name: `list-tasks ${shape.join(' ')}` }
}

/** @throws Refusal `not-found` */
export async function getTask(tx: Tx, id: string) {
  const [row] = isId(id) ? await tx.query<TaskRow>(`select ${taskColumns} from task k ${taskJoins} where k.org_id = $1 and k.id = $2`, [tx.orgId, id], 'get-task') : []
  if (row === undefined) throw notFound('task')
  return presentTask(row)
}
