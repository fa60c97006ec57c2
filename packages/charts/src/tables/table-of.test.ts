// Guards that a table says the same as its chart, and that each number in it leads to its rows.
import { expect, test } from 'vitest'
import { barsOf, cellsOf, daysOf, figureOf, groupsOf, metricOf, readOf } from '../options/samples.fixture.ts'
import { distributionTable, funnelTable, groupTable, heatTable, lineTable } from './table-of.ts'

const spoken = { locale: 'en', timeZone: 'Europe/Warsaw' } as const
const share = metricOf('share', { label: 'Satisfaction' })
const counted = metricOf('count', { name: 'contacts-in', label: 'Contacts' })
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

test('a line is a row for each stretch; what has too few says only how many', () => {
  const { columns, rows } = lineTable([readOf(share, { points: daysOf([0.8, null]) })], 'day', spoken)
  expect(columns.map(({ name }) => name)).toEqual(['Period', 'Value', 'Interval', 'n'])
  expect(rows[0]!.map(({ text }) => plain(text))).toEqual(['Sun, 1 Nov 2026', '80%', '75% – 85%', '40'])
  expect(rows[1]![1]).toMatchObject({ text: 'n = 3', faint: true, rows: { from: '2026-11-01T23:00:00.000Z' } })
})

test('the usual range is a column where there is one, several metrics stand beside each other', () => {
  expect(lineTable([readOf(counted, { points: daysOf([8], { low: 5, high: 9 }) })], 'day', spoken).rows[0]!.map(({ text }) => plain(text))).toEqual(['Sun, 1 Nov 2026', '8', '5 – 9'])
  expect(lineTable([readOf(counted, { points: daysOf([8]) }), readOf(share, { points: daysOf([0.5]) })], 'day', spoken).rows[0]!.map(({ text }) => text)).toEqual(['Sun, 1 Nov 2026', '8', '50%'])
})

test('groups of several metrics are joined by their key; what one does not know is a dash', () => {
  const { rows } = groupTable([readOf(counted, { groups: groupsOf(['Mail', 40, 40], ['Phone', 90, 90]) }), readOf(share, { groups: groupsOf(['Phone', 0.9, 30], ['Chat', 0.7, 12]) })], 'channel', 'Channel', spoken)
  expect(rows.map((cells) => cells.map(({ text }) => text))).toEqual([['Phone', '90', '90%'], ['Mail', '40', '–'], ['Chat', '–', '70%']])
  expect(rows[0]![1]!.rows).toMatchObject({ metric: 'contacts-in', rules: [{ field: 'channel', operator: '=', value: 'phone' }] })
})

test('against the network the limits stand beside the value', () => {
  const { rows } = groupTable([readOf(share, { groups: groupsOf(['Wilno', 0.5, 60, { limits: { low: 0.6, high: 0.95 }, outside: 'below' }]) })], 'location', 'Location', spoken, { limits: true })
  expect(rows[0]!.slice(-2).map(({ text }) => plain(text))).toEqual(['60% – 95%', 'below the limits'])
})

test('columns, steps and cells', () => {
  expect(distributionTable(readOf(metricOf('seconds', { form: { form: 'quantile' } }), { distribution: barsOf(3, 1) }), spoken).rows.map((cells) => cells.map(({ text }) => plain(text)))).toEqual([['0 s – 1 min', '3', '75%'], ['1 min – 2 min', '1', '25%']])
  expect(funnelTable([readOf(counted, { figure: figureOf(200, 200) }), readOf(counted, { figure: figureOf(50, 50) })], spoken).rows.map((cells) => cells[2]!.text)).toEqual(['', '25%'])
  const { columns, rows } = heatTable(readOf(counted, { heat: cellsOf((weekday, hour) => (weekday === 1 && hour === 10 ? 12 : 0)) }), spoken)
  expect(columns.map(({ name }) => name).slice(0, 3)).toEqual(['Weekday', '09:00', '10:00'])
  expect(rows[0]![2]).toMatchObject({ text: '12', rows: { rules: [{ field: 'weekday', operator: '=', value: 1 }, { field: 'hour', operator: '=', value: 10 }] } })
  expect(rows[1]![2]).toMatchObject({ text: '–', faint: true })
})
