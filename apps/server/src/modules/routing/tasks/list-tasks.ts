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
  const shape = [done ? 'done' : 'open']
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
