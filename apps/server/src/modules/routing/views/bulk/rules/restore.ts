// What an act on many tickets is taken back to: field by field, only where the ticket still is as the act left it.
import type { LockedTicket } from '../../../../diary/index.ts'
import type { ChangedTicket } from '../change-many.ts'

const columns = {
  subject: 'subject', status: 'status', priority: 'priority', queueId: 'queue_id', locationId: 'location_id', assigneeId: 'assignee_id', reasonId: 'reason_id', result: 'result', resultNote: 'result_note', tagIds: 'tag_ids',
} as const satisfies Record<string, keyof LockedTicket>

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

export interface Restored { next: LockedTicket; changes: Record<string, [unknown, unknown]> }

/** @param categoryOf of each status; a status that is gone is not restored */
export function restore(now: LockedTicket, { before, after }: ChangedTicket, categoryOf: ReadonlyMap<string, LockedTicket['status_category']>): Restored {
  const next: LockedTicket = { ...now }
  const changes: Restored['changes'] = {}
  for (const [field, column] of Object.entries(columns)) {
    if (!(field in before) || !same(now[column], after[field]) || same(now[column], before[field])) continue
    if (field === 'status' && !categoryOf.has(String(before[field]))) continue
    Object.assign(next, { [column]: before[field] })
    changes[field] = [now[column], before[field]]
  }
  restoreFields(now, next, { before, after }, changes)
  if (changes['status']) {
    next.status_category = categoryOf.get(next.status)!
    // Reopened: the customer waits again when the last word was theirs.
    if (next.status_category === 'closed') next.waiting_since = null
    else if (now.status_category === 'closed') next.waiting_since = now.last_direction === 'in' ? now.last_interaction_at : null
  }
  return { next, changes }
}

function restoreFields(now: LockedTicket, next: LockedTicket, { before, after }: Pick<ChangedTicket, 'before' | 'after'>, changes: Restored['changes']) {
  const [was, became] = [before['fields'], after['fields']] as [LockedTicket['fields'] | undefined, LockedTicket['fields'] | undefined]
  if (was === undefined || became === undefined) return
  const back = Object.keys(was).filter((id) => same(now.fields[id], became[id]) && !same(now.fields[id], was[id]))
  if (back.length === 0) return
  next.fields = { ...now.fields }
  for (const id of back) {
    if (was[id] === null || was[id] === undefined) delete next.fields[id]
    else next.fields[id] = was[id]
  }
  changes['fields'] = [Object.fromEntries(back.map((id) => [id, now.fields[id] ?? null])), Object.fromEntries(back.map((id) => [id, was[id] ?? null]))]
}
