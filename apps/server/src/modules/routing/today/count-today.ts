// How much there is to do; counting stops at a limit, or the counters would cost more than the list.
import type { Static } from 'typebox'
import type { TodayCounts } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { readDay, type Day } from './day.ts'
import { timeOfTask } from './lines.ts'

export const mostCounted = 1000

export async function countToday(tx: Tx, staffId: string): Promise<Static<typeof TodayCounts>> {
  const days = await Promise.all((['mine', 'team', 'everybody'] as const).map((whose) => readDay(tx, staffId, whose, null)))
  const [mine, team, everybody, overdue] = await Promise.all([...days.map((day) => count(tx, day, false)), count(tx, days[0]!, true)])
  return { mine: mine!, team: team!, everybody: everybody!, overdue: overdue!, limit: mostCounted }
}

async function count(tx: Tx, day: Day, overdue: boolean): Promise<number> {
  const { text, values, name } = countStatement(tx.orgId, day, overdue)
  return (await tx.query<{ count: number }>(text, values, name))[0]!.count
}

export function countStatement(orgId: number, day: Day, overdue: boolean): { text: string; values: unknown[]; name: string } {
  const values: unknown[] = [orgId, day.at, day.endsAt]
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`
  let tickets = ''
  let tasks = ''
  if (day.whose === 'mine') {
    const me = bind(day.staffId, 'uuid')
    tickets = ` and t.assignee_id = ${me}`
    tasks = ` and k.owner_id = ${me}`
  } else if (day.queueIds !== null) {
    const queues = bind(day.queueIds, 'uuid[]')
    tickets = ` and t.queue_id = any (${queues})`
    if (day.memberIds !== null) {
      const members = bind(day.memberIds, 'uuid[]')
      tickets += ` and (t.assignee_id is null or t.assignee_id = any (${members}) or t.queue_id = any (${bind(day.openQueueIds, 'uuid[]')}))`
      tasks = ` and (k.owner_id = any (${members}) or (k.owner_id is not null and cardinality(${members}) = 0) or (k.owner_id is null and k.queue_id = any (${queues})))`
    }
  }
  const until = overdue ? '<= $2::timestamptz and $3::timestamptz is not null' : '< $3::timestamptz and $2::timestamptz is not null'
  const text = `select count(*)::int as count from (
      (select 1 from ticket t where t.org_id = $1 and t.today_class is not null and (t.status_category <> 'waiting' or t.today_at < $3::timestamptz)${overdue ? ' and t.due_at <= $2::timestamptz' : ''}${tickets} limit ${mostCounted})
      union all (select 1 from task k where k.org_id = $1 and k.done_at is null and ${overdue ? `coalesce(k.due_at, 'infinity')` : timeOfTask} ${until}${tasks} limit ${mostCounted}) limit ${mostCounted}) x`
  return { text, values, name: `count-today ${day.whose}${overdue ? ' overdue' : ''}${day.queueIds === null ? '' : ' in queues'}` }
}
