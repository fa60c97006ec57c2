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

test('a task is due, or overdue', () => {
  expect(reasonsOfTask({ dueAt: '2026-11-23T10:00:00Z' }, at)).toEqual([{ code: 'task-overdue', at: '2026-11-23T10:00:00Z' }])
  expect(reasonsOfTask({ dueAt: '2026-11-23T10:00:01Z' }, at)).toEqual([{ code: 'task-due', at: '2026-11-23T10:00:01Z' }])
})
