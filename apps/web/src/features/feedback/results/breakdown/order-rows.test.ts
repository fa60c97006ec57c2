// Guards the order of a breakdown: by the language's alphabet, and hidden rows last both ways.
import { expect, test } from 'vitest'
import { orderRows, type Row } from './order-rows.ts'

const row = (name: string, n: number | null, value: number | null): Row => ({ id: name, name, n, figure: value === null ? null : { metric: 'csat', value, interval: null, n: n ?? 0, shown: true, shownFrom: 5, mean: null, meanInterval: null, method: 'wilson', parts: {} } })
const rows = [row('Łódź', 40, 0.7), row('Lublin', null, null), row('Zakopane', 3, null), row('Lubin', 90, 0.9)]
const names = (order: Parameters<typeof orderRows>[1]) => orderRows(rows, order, 'pl').map(({ name }) => name)

test.each([
  ['n', ['Zakopane', 'Łódź', 'Lubin', 'Lublin']], ['-n', ['Lubin', 'Łódź', 'Zakopane', 'Lublin']],
  ['figure', ['Łódź', 'Lubin', 'Lublin', 'Zakopane']], ['-figure', ['Lubin', 'Łódź', 'Lublin', 'Zakopane']],
  ['name', ['Lubin', 'Lublin', 'Łódź', 'Zakopane']],
] as const)('by %s it is %j', (order, wanted) => expect(names(order)).toEqual(wanted))
