// Guards the address of the tasks: nonsense in it is dropped, and the server is asked what it says.
import { expect, test } from 'vitest'
import { readTaskSearch, taskQuery } from './task-search.ts'

test.each<[Record<string, unknown>, object]>([
  [{}, {}], [{ show: 'mine' }, {}], [{ show: 'everybody', owner: 'none', late: true, location: 'l1', origin: 'alert', as: 'board' }, { show: 'everybody', owner: 'none', late: true, location: 'l1', origin: 'alert', as: 'board' }],
  [{ show: 'nobody', as: 'list', origin: 'thin air', late: 'true', location: 7, task: '' }, {}], [{ owner: 's2' }, {}], [{ task: 'z1', close: true }, { task: 'z1', close: true }], [{ task: 'new', close: true }, { task: 'new' }], [{ close: true }, {}],
  [{ task: 'z'.repeat(100) }, { task: 'z'.repeat(64) }],
])('%j is read as %j', (given, read) => expect(readTaskSearch(given)).toEqual(read))

test('mine are asked for as mine, whoever else is named', () => expect(taskQuery({ owner: 's2' }, 'undone')).toEqual({ state: 'undone', ownerId: 'me' }))
test('what is done is not asked to be late', () => {
  expect(taskQuery({ show: 'everybody', late: true }, 'done')).toEqual({ state: 'done' })
  expect(taskQuery({ show: 'everybody', late: true, owner: 'none', location: 'l1', origin: 'hand' }, 'doing')).toEqual({ state: 'doing', late: true, ownerId: 'none', locationId: 'l1', origin: 'hand' })
})
