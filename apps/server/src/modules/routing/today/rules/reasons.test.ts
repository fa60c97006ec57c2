// Guards the reasons beside a line of "Today".
import { expect, test } from 'vitest'
import { reasonsOfTask, reasonsOfTicket } from './reasons.ts'

const at = Date.parse('2026-11-23T10:00:00Z')
type Given = Parameters<typeof reasonsOfTicket>[0]
const ticket = (given: Partial<Given>): Given => ({ priority: 'normal', dueAt: null, dueFrom: null, dueKind: null, waitingSince: null, ...given })
const clock = (dueFrom: string | null, dueAt: string) => ({ dueFrom: dueFrom === null ? null : `2026-11-23T${dueFrom}:00Z`, dueAt: `2026-11-23T${dueAt}:00Z`, dueKind: 'first-response' as const })

test.each<[string, Partial<Given>, string[]]>([
  ['nothing presses', {}, ['no-deadline']],
  ['urgent without a deadline', { priority: 'urgent' }, ['urgent']],
  ['the customer waits', { waitingSince: '2026-11-23T08:00:00Z' }, ['customer-waits', 'no-deadline']],
  ['late', clock('08:00', '09:59'), ['overdue']],
  ['due this very moment', clock('08:00', '10:00'), ['overdue']],
  ['in the last quarter', clock('08:30', '10:30'), ['due-soon']],
  ['before the last quarter', clock('08:00', '11:00'), ['due']],
  ['four hours before a deadline without a beginning', clock(null, '14:00'), ['due-soon']],
  ['more than four hours before it', clock(null, '14:01'), ['due']],
  ['a term of law, urgent, late, and somebody waits', { ...clock('08:00', '09:00'), dueKind: 'legal', priority: 'urgent', waitingSince: '2026-11-23T08:00:00Z' }, ['urgent', 'overdue', 'legal', 'customer-waits']],
])('%s', (_what, given, codes) => expect(reasonsOfTicket(ticket(given), at).map((r) => r.code)).toEqual(codes))

const [ten, later] = ['2026-11-23T10:00:00Z', '2026-11-27T10:00:00Z']
test.each<[string, string | null, string | null, string[]]>([
  ['a task is overdue', ten, null, ['task-overdue']], ['a task is due', '2026-11-23T10:00:01Z', null, ['task-due']], ['a reminder comes before the due time', later, ten, ['task-reminder', 'task-due']],
  ['a reminder alone', null, ten, ['task-reminder']], ['a reminder of what is overdue', ten, '2026-11-23T09:00:00Z', ['task-overdue']], ['a reminder after the due time', '2026-11-23T11:00:00Z', later, ['task-due']],
])('%s', (_what, dueAt, remindAt, codes) => expect(reasonsOfTask({ dueAt, remindAt }, at).map((r) => r.code)).toEqual(codes))
