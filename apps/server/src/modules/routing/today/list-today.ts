// "Today": what to do first. The moment at which a list was begun stands in its cursor, so that its pages fit together while time goes on.
import type { Static } from 'typebox'
import type { TodayItem, TodayQuery } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, encodeCursor, isId } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { presentTicket, ticketColumns, ticketJoins, type TicketRow } from '../../diary/index.ts'
import { timeInCursor } from '../tasks/list-tasks.ts'
import { presentTask, taskColumns, taskJoins, type TaskRow } from '../tasks/present-task.ts'
import { readDay } from './day.ts'
import { linesStatement, type LineRow, type Place } from './lines.ts'
import { reasonsOfTask, reasonsOfTicket } from './rules/reasons.ts'

export async function listToday(tx: Tx, query: Static<typeof TodayQuery>, staffId: string): Promise<{ items: TodayItem[]; next: string | null }> {
  const limit = query.limit ?? 50
  const begun = query.cursor === undefined ? null : readCursor(query.cursor)
  const day = await readDay(tx, staffId, query.whose ?? 'mine', begun?.at ?? null)
  const from = begun?.place ?? null
  const ask = async (half: 'pressing' | 'rest', most: number) => {
    const { text, values, name } = linesStatement(tx.orgId, day, half, from, most)
    return tx.query<LineRow>(text, values, name)
  }
  const lines = from?.cls === 2 ? [] : await ask('pressing', limit + 1)
  if (lines.length <= limit) lines.push(...(await ask('rest', limit + 1 - lines.length)))
  const shown = lines.slice(0, limit)
  const last = shown.at(-1)
  return { items: await present(tx, shown, day.atMs), next: lines.length > limit && last !== undefined ? encodeCursor([day.at, last.cls, last.at, last.id]) : null }
}

function readCursor(cursor: string): { at: string; place: Place } {
  const [at, cls, lineAt, id] = decodeCursor(cursor, 4)
  if (![0, 1, 2].includes(cls as number) || !isId(String(id)) || at === 'infinity') throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
  return { at: timeInCursor(at), place: { cls: cls as number, at: timeInCursor(lineAt), id: String(id) } }
}

async function present(tx: Tx, lines: readonly LineRow[], at: number): Promise<TodayItem[]> {
  const idsOf = (kind: LineRow['kind']) => lines.filter((l) => l.kind === kind).map((l) => l.id)
  const [tickets, tasks] = await Promise.all([
    tx.query<TicketRow>(`select ${ticketColumns}, '' as sort_key from ticket t ${ticketJoins} where t.org_id = $1 and t.id = any ($2)`, [tx.orgId, idsOf('ticket')], 'today-tickets'),
    idsOf('task').length === 0 ? [] : tx.query<TaskRow>(`select ${taskColumns} from task k ${taskJoins} where k.org_id = $1 and k.id = any ($2)`, [tx.orgId, idsOf('task')], 'today-tasks'),
  ])
  const ticketById = new Map(tickets.map((t) => [t.id, presentTicket(t)]))
  const taskById = new Map(tasks.map((t) => [t.id, presentTask(t)]))
  return lines.flatMap(({ kind, id }): TodayItem[] => {
    if (kind === 'task') {
      const task = taskById.get(id)
      return task === undefined ? [] : [{ kind, id, ticket: null, task, dueAt: task.dueAt, because: reasonsOfTask(task, at) }]
    }
    const ticket = ticketById.get(id)
    return ticket === undefined ? [] : [{ kind, id, ticket, task: null, dueAt: ticket.dueAt, because: reasonsOfTicket(ticket, at) }]
  })
}
