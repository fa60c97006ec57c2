// The lines of "Today" as keys in their order: class, time, id.
//
// Class 0 is urgent or overdue, 1 has a deadline, 2 is the rest. A ticket bears its class and time (ticket.today_class, today_at), and
// three indexes have them in order: over all, by queue, by owner. What of class 1 was due before the day's moment counts as 0. So a page
// is the merge of short walks: one a class, and for a team one a queue and class. Tasks join by their time: when they are due, or are to be thought of before.
import type { Day } from './day.ts'

export interface Place { cls: number; at: string; id: string }
export interface LineRow { kind: 'ticket' | 'task'; cls: number; at: string; id: string }
export interface Statement { text: string; values: unknown[]; name: string }

/** More queues than these are not walked one by one: then the walk over all meets one of them soon enough (60 of 200: 4 ms by queue, 3 ms over all). */
const mostWalks = 32
/** As two indexes have it (task_today, task_today_of_owner). */
export const timeOfTask = `coalesce(least(k.due_at, k.remind_at), 'infinity')`
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** @param half `pressing`: classes 0 and 1, with tasks; `rest`: class 2. @param from the last line shown */
export function linesStatement(orgId: number, day: Day, half: 'pressing' | 'rest', from: Place | null, limit: number): Statement {
  const values: unknown[] = [orgId]
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`
  // A statement may not have a parameter that it does not use.
  const at = half === 'rest' ? '' : bind(day.at, 'timestamptz')
  const endsAt = bind(day.endsAt, 'timestamptz')
  const most = bind(limit, 'integer')
  const name = ['today', day.whose, half]
  const scope = scopeOf(day, bind, name)

  const walk = (cls: number, behind: { at: string; id: string } | null) => {
    const where = [`t.org_id = $1`, `t.today_class = ${cls}`, `(t.status_category <> 'waiting' or t.today_at < ${endsAt})`, ...scope.where]
    if (behind !== null) where.push(`(t.today_at, t.id) > (${behind.at}, ${behind.id})`)
    const shown = cls === 1 ? `case when t.today_at <= ${at} then 0 else 1 end` : String(cls)
    const one = (extra: string) => `select 'ticket' as kind, ${shown} as cls, t.today_at as at, t.id from ticket t where ${where.join(' and ')}${extra} order by t.today_at, t.id limit ${most}`
    return scope.queues === null ? `(${one('')})` : `(select w.* from unnest(${scope.queues}) q(id) cross join lateral (${one(' and t.queue_id = q.id')}) w order by w.at, w.id limit ${most})`
  }
  const behind = from === null || (half === 'rest' && from.cls < 2) ? null : { at: bind(from.at, 'timestamptz'), id: bind(from.id, 'uuid') }
  name.push(from === null ? 'first' : `after ${from.cls}`)

  const walks: string[] = []
  if (half === 'rest') walks.push(walk(2, from?.cls === 2 ? behind : null))
  else {
    if (from === null || from.cls === 0) walks.push(walk(0, behind))
    // In class 0 the overdue go on behind the last line; behind urgent ones that are due later or never, with what is not overdue.
    const due = behind === null ? null : from!.cls === 1 ? behind
      : { at: `least(${behind.at}, ${at})`, id: `case when ${behind.at} <= ${at} then ${behind.id} else '${lastId}'::uuid end` }
    walks.push(walk(1, due))
    const after = due === null ? '' : ` and (${timeOfTask}, k.id) > (${due.at}, ${due.id})`
    walks.push(`(select 'task' as kind, case when least(k.due_at, k.remind_at) <= ${at} then 0 else 1 end as cls, least(k.due_at, k.remind_at) as at, k.id from task k
      where k.org_id = $1 and k.done_at is null and ${timeOfTask} < ${endsAt}${scope.tasks}${after} order by ${timeOfTask}, k.id limit ${most})`)
  }
  return { text: `select x.kind, x.cls, x.at::text, x.id from (${walks.join(' union all ')}) x order by x.cls, x.at, x.id limit ${most}`, values, name: name.join(' ') }
}

/** Which tickets and tasks belong to the day. `queues`: each is walked by itself. */
function scopeOf(day: Day, bind: (value: unknown, type: string) => string, name: string[]): { where: string[]; queues: string | null; tasks: string } {
  if (day.whose === 'mine') {
    const me = bind(day.staffId, 'uuid')
    return { where: [`t.assignee_id = ${me}`], queues: null, tasks: ` and k.owner_id = ${me}` }
  }
  if (day.queueIds === null) return { where: [], queues: null, tasks: '' }
  const queues = bind(day.queueIds, 'uuid[]')
  const one = day.queueIds.length <= mostWalks
  name.push(one ? 'by queue' : 'over all')
  const where = one ? [] : [`t.queue_id = any (${queues})`]
  // All I see: the database leaves out what I do not.
  if (day.memberIds === null) return { where, queues: one ? queues : null, tasks: '' }
  const members = bind(day.memberIds, 'uuid[]')
  const open = bind(day.openQueueIds, 'uuid[]')
  return {
    where: [...where, `(t.assignee_id is null or t.assignee_id = any (${members}) or t.queue_id = any (${open}))`], queues: one ? queues : null,
    // Where no queue names anybody all are one team.
    tasks: ` and (k.owner_id = any (${members}) or (k.owner_id is not null and cardinality(${members}) = 0) or (k.owner_id is null and k.queue_id = any (${queues})))`,
  }
}
