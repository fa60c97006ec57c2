// Guards that a number of the board opens the rows it counts: the filters of the board and its own, nothing more.
import { expect, test } from 'vitest'
import { readBoardSearch, boardQuery } from './board-search.ts'
import { rowsBehind } from './rows-behind.ts'

const and = (...rules: object[]) => ({ where: { combinator: 'and', rules } })

test.each([
  ['all that is open', {}, {}, { view: 'active' }],
  ['what has no owner, in the queue of the filter', { queue: 'q1' }, { owner: null }, { view: 'active', queue: 'q1', owner: 'none' }],
  ['what is urgent', {}, { urgent: true }, { view: 'active', priority: 'urgent' }],
  ['what is overdue in a queue', {}, { queue: 'q2', due: 'overdue' }, { view: 'active', queue: 'q2', sort: 'dueAt', ...and({ field: 'overdue', operator: '=', value: true }) }],
  ['what is due within the hours looked ahead', { hours: 8 }, { due: 'soon', owner: 's1' }, { view: 'active', owner: 's1', sort: 'dueAt', ...and({ field: 'dueAt', operator: 'withinNext', value: { amount: 8, unit: 'hours' } }) }],
  ['what has no queue', {}, { queue: null }, { view: 'active', ...and({ field: 'queueId', operator: 'null' }) }],
  ['an age between two ends', {}, { age: { from: 24, to: 72 } }, { view: 'active', ...and({ field: 'createdAt', operator: 'olderThan', value: { amount: 24, unit: 'hours' } }, { field: 'createdAt', operator: 'withinLast', value: { amount: 72, unit: 'hours' } }) }],
  ['the newest', { location: 'l1' }, { age: { from: 0, to: 4 } }, { view: 'active', location: 'l1', ...and({ field: 'createdAt', operator: 'withinLast', value: { amount: 4, unit: 'hours' } }) }],
] as const)('%s', (_, board, counted, search) => expect(rowsBehind(board, counted, null)).toEqual(search))

test('of a team: what its people hold, and what waits in its queues', () => {
  expect(rowsBehind({ team: 'w1' }, {}, { memberIds: ['s1'], queueIds: ['q1'] })).toEqual({ view: 'active', ...and({ combinator: 'or', rules: [
    { field: 'assigneeId', operator: 'in', value: ['s1'] }, { combinator: 'and', rules: [{ field: 'assigneeId', operator: 'null' }, { field: 'queueId', operator: 'in', value: ['q1'] }] },
  ] }) })
})

test('an address that anybody may have typed keeps what makes sense', () => {
  expect(readBoardSearch({ hours: '8', queue: 'q1', team: 3, owner: '', other: 'x' })).toEqual({ hours: 8, queue: 'q1' })
  expect(readBoardSearch({ hours: 5 })).toEqual({})
  expect(boardQuery({ location: 'l1' })).toEqual({ hours: 4, locationId: 'l1' })
})
