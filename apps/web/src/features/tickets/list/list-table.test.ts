// Guards what is shown of a list: which columns give way, where headings stand, what Shift selects.
import type { Ticket } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { fitting, template, type Column } from './columns.ts'
import { withHeadings } from './headings.ts'
import { selectRange } from './select-range.ts'

const column = (name: string, least: number, most: number | null = least): Column => ({ name, label: name, least, most })
const columns = [column('number', 56), column('customer', 100, 190), column('subject', 180, null), column('fields.f1', 80), column('dueAt', 112, 140)]

test.each([[2000, 'number customer subject fields.f1 dueAt'], [520, 'number customer subject dueAt'], [440, 'customer subject dueAt'], [10, 'subject']])('at %d px there is room for %s', (width, names) => {
  expect(fitting(columns, width).map(({ name }) => name).join(' ')).toBe(names)
})

test('the subject is served first, then the others grow, the rest is the subject’s', () => {
  expect(template(columns, 588)).toBe('56px 100px minmax(0, 1fr) 80px 112px')
  expect(template(columns, 588 + 220 + 59)).toBe('56px 145px minmax(0, 1fr) 80px 126px')
  expect(template(columns, 3000)).toBe('56px 190px minmax(0, 1fr) 80px 140px')
  expect(template([column('number', 56), column('customer', 100, 190)], 500)).toBe('56px minmax(0, 1fr)')
})

test('a heading stands before each change of the grouped value', () => {
  const rows = ['new', 'new', 'open'].map((status, index) => ({ id: `t${index}`, status }) as Ticket)
  expect(withHeadings(rows, ({ status }) => status).map((each) => (each.kind === 'row' ? each.ticket.id : each.label))).toEqual(['new', 't0', 't1', 'open', 't2'])
  expect(withHeadings(rows, null)).toHaveLength(3)
})

test.each([
  ['one more', ['a'], 'b', null, ['a', 'b']],
  ['one less', ['a', 'b'], 'b', null, ['a']],
  ['all between', ['a'], 'c', 'a', ['a', 'b', 'c']],
  ['all between, upwards', ['d'], 'b', 'd', ['b', 'c', 'd']],
  ['all between off', ['a', 'b', 'c'], 'a', 'c', []],
  ['alone when the anchor left the list', ['a'], 'c', 'gone', ['a', 'c']],
])('Shift selects %s', (_, before, id, anchor, after) => {
  expect([...selectRange(['a', 'b', 'c', 'd'], new Set(before), id, anchor)].sort()).toEqual(after)
})
