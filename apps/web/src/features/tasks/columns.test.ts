// Guards the columns of the board: each task once, the soonest first, and what was done long ago no more.
import type { Task } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { columnBeside, columnsOf } from './columns.ts'

const now = Date.parse('2026-03-10T12:00:00Z')
const task = (id: string, state: Task['state'], more: Partial<Task> = {}): Task => ({ id, state, dueAt: null, doneAt: state === 'done' ? '2026-03-10T11:00:00Z' : null, ...more }) as Task
const ids = (tasks: readonly Task[]) => Object.values(columnsOf(tasks, now)).map((column) => column.map(({ id }) => id))

test('the soonest stands first, what has no time last, what was done newest first', () => {
  expect(ids([task('a', 'open'), task('b', 'open', { dueAt: '2026-03-12T00:00:00Z' }), task('c', 'open', { dueAt: '2026-03-11T00:00:00Z' }), task('d', 'done', { doneAt: '2026-03-09T00:00:00Z' }), task('e', 'done')])).toEqual([['c', 'b', 'a'], [], ['e', 'd']])
})
test('a task that two lists know stands once, where it was seen last', () => expect(ids([task('a', 'open'), task('a', 'doing')])).toEqual([[], ['a'], []]))
test('what was done more than a week ago is gone', () => expect(ids([task('a', 'done', { doneAt: '2026-03-03T11:59:00Z' }), task('b', 'done', { doneAt: '2026-03-03T12:01:00Z' })])).toEqual([[], [], ['b']]))
test('beside the first and the last column there is none', () => expect([columnBeside('open', -1), columnBeside('open', 1), columnBeside('doing', 1), columnBeside('done', 1)]).toEqual([null, 'doing', 'done', null]))
