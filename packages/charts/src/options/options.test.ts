// Guards what charts promise: nothing of too few, bars from zero, one axis, everything clicked leads to its rows, drawn without a document.
import { expect, test } from 'vitest'
import { chartSvg } from '../draw/chart-svg.ts'
import type { Drawn, Frame } from '../drawn.ts'
import { darkLook, lightLook } from '../look.ts'
import { barsOption, orderGroups } from './bars-option.ts'
import { distributionOption } from './distribution-option.ts'
import { funnelOption, shareOfPrevious } from './funnel-option.ts'
import { heatOption, hoursOf } from './heat-option.ts'
import { lineOption } from './line-option.ts'
import { networkOption, toneOf } from './network-option.ts'
import { barsOf, cellsOf, daysOf, figureOf, groupsOf, metricOf, readOf } from './samples.fixture.ts'

const frame: Frame = { width: 560, height: 260, look: lightLook, locale: 'pl', timeZone: 'Europe/Warsaw' }
const series = ({ option }: Drawn) => option.series as { type: string; data: unknown[]; markLine?: { data: unknown[] }; markArea?: { data: unknown[] } }[]
const words = (drawn: Drawn) => chartSvg(drawn.option, frame.width, frame.height).replace(/<[^>]+>/g, ' ')
const share = metricOf('share')
const counted = metricOf('count', { name: 'contacts-in', label: 'Kontakty' })

test('a line has a gap where there were too few, and says so under the pointer', () => {
  const drawn = lineOption({ reads: [readOf(share, { points: daysOf([0.8, null, 0.9, 0.7]) })], step: 'day', marks: [], frame })
  expect(drawn.hits).toHaveLength(4)
  expect(drawn.hits[1]!.lines[0]).toBe('brak danych')
  const line = series(drawn).find(({ data }) => data.length === 4)!
  expect(line.data[1]).toEqual([1, null])
})

test('a day that is not over is a line of its own, thin and hollow, and is called so', () => {
  const drawn = lineOption({ reads: [readOf(counted, { points: daysOf([8, 9, 2]), at: '2026-11-03T10:00:00Z' })], step: 'day', marks: [], frame })
  expect(drawn.hits[2]!.lines).toContain('jeszcze trwa')
  expect(series(drawn).filter(({ data }) => data.length > 0).map(({ data }) => data.length)).toEqual([3, 2])
})

test('days off are one shade each run, marks stand where they happened', () => {
  const drawn = lineOption({ reads: [readOf(counted, { points: daysOf(Array.from({ length: 14 }, () => 8)) })], step: 'day', marks: [{ at: '2026-11-04T11:00:00Z', name: 'Nowe szablony' }, { at: '2020-01-01T00:00:00Z', name: 'Dawno' }], frame })
  const [ground] = series(drawn)
  expect(ground!.markArea!.data).toEqual([[{ xAxis: -0.5 }, { xAxis: 0.5 }], [{ xAxis: 5.5 }, { xAxis: 7.5 }], [{ xAxis: 12.5 }, { xAxis: 13.5 }]])
  expect(ground!.markLine!.data).toMatchObject([{ xAxis: 3, name: 'Nowe szablony' }])
  expect(words(drawn)).toContain('Nowe szablony')
})

test('metrics of two units stand in two panels, each with one axis; of one unit in one', () => {
  const two = lineOption({ reads: [readOf(share, { points: daysOf([0.8, 0.9]) }), readOf(counted, { points: daysOf([8, 9]) })], step: 'day', marks: [], frame })
  expect([two.option.grid, two.option.yAxis].map((each) => (each as unknown[]).length)).toEqual([2, 2])
  const one = lineOption({ reads: [readOf(share, { points: daysOf([0.8, 0.9]) }), readOf({ ...share, name: 'other' }, { points: daysOf([0.6, 0.7]) })], step: 'day', marks: [], frame })
  expect((one.option.yAxis as unknown[]).length).toBe(1)
})

test('a point leads to the rows of its stretch alone', () => {
  const drawn = lineOption({ reads: [readOf(counted, { points: daysOf([8, 9]) })], step: 'day', marks: [], frame })
  expect(drawn.hits[1]!.rows).toMatchObject({ metric: 'contacts-in', from: '2026-11-01T23:00:00.000Z', to: '2026-11-02T23:00:00.000Z', rules: [] })
})

test('bars begin at zero, the longest above, those without anything last', () => {
  const drawn = barsOption({ read: readOf(counted, { groups: [...groupsOf(['Mail', 40, 40], ['Telefon', 90, 90]), { key: null, name: 'brak', figure: figureOf(120, 120), outside: null, limits: null }] }), by: 'channel', frame })
  expect(drawn.hits.map(({ title }) => title)).toEqual(['Telefon', 'Mail', 'brak'])
  expect(drawn.option.xAxis).toMatchObject({ min: 0 })
  expect(drawn.hits.map(({ rows }) => rows!.rules)).toEqual([[{ field: 'channel', operator: '=', value: 'telefon' }], [{ field: 'channel', operator: '=', value: 'mail' }], [{ field: 'channel', operator: 'null' }]])
})

test('a bar of too few has no length and says why', () => {
  const drawn = barsOption({ read: readOf(share, { groups: groupsOf(['Długa', 0.9, 40], ['Wilno', 1, 3]) }), by: 'location', frame })
  expect(series(drawn)[0]!.data[1]).toMatchObject({ value: 0 })
  expect(words(drawn)).toContain('za mało: 3')
  expect(words(drawn)).not.toContain('100%')
})

test('groups that find no room are counted, not dropped in silence', () => {
  const drawn = barsOption({ read: readOf(counted, { groups: groupsOf(...Array.from({ length: 30 }, (_, n): [string, number, number] => [`G${n}`, n + 1, n + 1])) }), by: 'reason', frame })
  expect(drawn.hits.length + drawn.left).toBe(30)
  expect(drawn.left).toBeGreaterThan(10)
})

test('new and returning keep their order', () => {
  expect(orderGroups(groupsOf(['True', 1, 9], ['False', 5, 9]), 'newcomer').map(({ name }) => name)).toEqual(['True', 'False'])
})

test('the columns of a distribution lead to their values, the last one includes its end', () => {
  const drawn = distributionOption({ read: readOf(metricOf('seconds', { form: { form: 'quantile' } }), { distribution: barsOf(4, 9, 0, 2), figure: figureOf(90, 15) }), frame })
  expect(drawn.hits.map(({ rows }) => rows?.rules.map(({ operator, value }) => `${operator}${String(value)}`))).toEqual([['>=0', '<60'], ['>=60', '<120'], undefined, ['>=240', '<=480']])
  expect(words(drawn)).toContain('1\u00a0min 30\u00a0s')
})

test('points of a scale are columns of their own', () => {
  const drawn = distributionOption({ read: readOf(metricOf('points', { form: { form: 'nps' } }), { distribution: Array.from({ length: 11 }, (_, at) => ({ from: at, to: at + 1, n: at })) }), frame })
  expect(drawn.hits[9]).toMatchObject({ title: '9', rows: { rules: [{ field: 'value', operator: '=', value: 9 }] } })
})

test('a funnel says how many of the former reach the next', () => {
  const reads = [readOf(counted, { figure: figureOf(200, 200) }), readOf({ ...counted, label: 'Odpowiedzi' }, { figure: figureOf(50, 50) }), readOf({ ...counted, label: 'Komentarze' }, { figure: figureOf(null, 0) })]
  expect([0, 1, 2].map((index) => shareOfPrevious(reads, index))).toEqual([null, 0.25, null])
  expect(words(funnelOption({ reads, frame }))).toContain('25% z poprzednich')
})

test('more than there were before are no share of them', () => {
  const reads = [readOf(counted, { figure: figureOf(441, 441) }), readOf(counted, { figure: figureOf(663, 663) })]
  expect(shareOfPrevious(reads, 1)).toBeNull()
})

test('a heat map shows the hours in which something happened, and no cell of too few', () => {
  const cells = cellsOf((weekday, hour) => (hour < 9 || hour > 18 ? 0 : weekday === 7 ? 2 : 10 + hour))
  expect(hoursOf(cells)).toEqual({ first: 9, last: 18 })
  const drawn = heatOption({ read: readOf(counted, { heat: cells }), frame })
  expect(series(drawn)[1]!.data).toHaveLength(60)
  expect(drawn.hits.find(({ title }) => title === 'niedziela, 10:00–11:00')?.lines[0]).toBe('za mało: 2, pokazujemy od 5')
  expect(drawn.hits[10]!.rows!.rules).toEqual([{ field: 'weekday', operator: '=', value: 1 }, { field: 'hour', operator: '=', value: 10 }])
})

test('against the network only those beyond the limits are named', () => {
  const limits = { low: 0.6, high: 0.95 }
  const drawn = networkOption({ read: readOf(share, { groups: groupsOf(['Długa', 0.9, 140, { limits }], ['Wilno', 0.5, 60, { limits, outside: 'below' }], ['Mokotów', 0.7, 30, { limits }]) }), by: 'location', frame })
  expect(words(drawn)).toContain('Wilno')
  expect(words(drawn)).not.toContain('Długa')
  expect(drawn.hits.map(({ title }) => title)).toEqual(['Długa', 'Wilno', 'Mokotów'])
})

test('on paper, where nobody points, a few locations are all named, and many are not', () => {
  const of = (count: number) => networkOption({ read: readOf(share, { groups: groupsOf(...Array.from({ length: count }, (_, n): [string, number, number] => [`Sklep${n}`, 0.5 + n / 100, 20 + n * 15])) }), by: 'location', frame: { ...frame, onPaper: true } })
  expect(words(of(5))).toContain('Sklep3')
  expect(words(of(40))).not.toContain('Sklep3')
})

test('lines that end near each other do not write over one another', () => {
  const reads = [0.80, 0.81, 0.79].map((last, n) => readOf({ ...share, label: `Lokalizacja numer ${n}` }, { points: daysOf(n === 1 ? [0.5, 0.9, last, null] : [0.5, 0.9, 0.6, last]) }))
  const drawn = lineOption({ reads, step: 'day', marks: [], frame })
  const places = [...chartSvg(drawn.option, frame.width, frame.height).matchAll(/font-weight:600;"[^>]*? y="([-\d.]+)" transform="translate\(([\d.]+) ([\d.]+)\)/g)].map(([, within, x, y]) => ({ x: Number(x), y: Number(y) + Number(within) }))
  expect(places.length).toBeGreaterThanOrEqual(6)
  const down = places.map(({ y }) => y).toSorted((a, b) => a - b)
  for (const [index, y] of down.entries()) if (index > 0) expect(y - down[index - 1]!).toBeGreaterThanOrEqual(12)
  // Side by side in the margin, also of the line that ended a day before.
  expect(Math.max(...places.map(({ x }) => x)) - Math.min(...places.map(({ x }) => x))).toBeLessThan(1)
})

test('each location has its own stretch of chance: two that count as many are not joined by a line that jumps', () => {
  const drawn = networkOption({ read: readOf(share, { groups: groupsOf(['Długa', 0.9, 14, { limits: { low: 0.4, high: 1 } }], ['Wilno', 0.5, 14, { limits: { low: 0.55, high: 1 }, outside: 'below' }]) }), by: 'location', frame })
  const [one, , , other] = series(drawn)[0]!.data as [number, number | null][]
  expect([one![1], other![1]]).toEqual([0.4, 0.55])
  expect(one![0]).toBeLessThan(14)
  expect(other![0]).toBeGreaterThan(14)
})

test.each([['up', 'above', 'good'], ['up', 'below', 'bad'], ['down', 'above', 'bad'], ['neither', 'above', 'plain'], ['up', null, 'plain']] as const)('up is %s: being %s is %s', (direction, outside, tone) => expect(toneOf({ direction }, outside)).toBe(tone))

test.each([lightLook, darkLook])('everything is drawn without a document, also when there is nothing, and small (look %$)', (look) => {
  for (const size of [{ width: 560, height: 260 }, { width: 180, height: 90 }]) {
    const small = { ...frame, ...size, look }
    const nothing = readOf(share, { figure: figureOf(null, 0), groups: [], points: [], distribution: [], heat: [] })
    const drawn = [lineOption({ reads: [nothing], step: 'day', marks: [], frame: small }), barsOption({ read: nothing, by: 'queue', frame: small }), distributionOption({ read: nothing, frame: small }), funnelOption({ reads: [nothing, nothing], frame: small }), heatOption({ read: nothing, frame: small }), networkOption({ read: nothing, by: 'location', frame: small })]
    for (const each of drawn) expect(chartSvg(each.option, size.width, size.height)).toMatch(/^<svg /)
  }
})
