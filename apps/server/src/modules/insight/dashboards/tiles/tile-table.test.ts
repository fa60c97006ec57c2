// Guards what leaves a tile as a file: every figure with its n, nothing of too few, and cells that a spreadsheet reads as numbers and dates.
import type { MetricFigure, MetricInfo, MetricResult } from '@kontuar/contracts'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { tileTable } from './tile-table.ts'
import { tableWords } from './words.ts'
import { tableAsCsv, tableAsXlsx } from './write-table.ts'

const words = tableWords.en
const figure = (value: number | null, n: number, shown = true): MetricFigure => ({ value, interval: value === null ? null : { low: value - 0.1, high: value + 0.1 }, n, shown, parts: {} })
const info = (name: string, unit: MetricInfo['unit']): MetricInfo => ({ name, family: 'service', unit, direction: 'up', shownFrom: 5, form: { form: 'count', of: ['opened'] }, interval: 'wilson', label: name.toUpperCase(), explanation: '', trap: '', dimensions: [], steps: true, own: null, note: null })
const result = (metric: string, more: Partial<MetricResult>): MetricResult => ({ metric, from: '', to: '', figure: figure(0.5, 10), change: null, groups: null, points: null, distribution: null, heat: null, at: '', read: { from: 'sums' }, ...more })
const group = (key: string | null, name: string, of: MetricFigure) => ({ key, name, figure: of, outside: null, limits: null })
const point = (from: string, of: MetricFigure) => ({ from, to: from, figure: of, band: null, off: false })

describe('a tile as a table', () => {
  test('of one number holds value, interval and n', () => {
    expect(tileTable({ kind: 'number' }, [result('csat', {})], [info('csat', 'share')], words)).toMatchObject({ columns: [{ header: 'Metric' }, { header: 'Value', unit: 'share' }, { header: 'Interval from' }, { header: 'Interval to' }, { header: 'Number' }], rows: [['CSAT', 0.5, 0.4, 0.6, 10]] })
  })

  test('leaves out what too few gave, and still says how few', () => {
    expect(tileTable({ kind: 'bars' }, [result('csat', { groups: [group('a', 'Długa', figure(1, 3, false)), group(null, 'None', figure(null, 0))] })], [info('csat', 'share')], words).rows).toEqual([['Długa', null, null, null, 3], ['None', null, null, null, 0]])
  })

  test('puts metrics of groups side by side, with holes where one knows no group', () => {
    const table = tileTable({ kind: 'table' }, [result('contacts-in', { groups: [group('a', 'A', figure(7, 7)), group('b', 'B', figure(2, 2))] }), result('csat', { groups: [group('a', 'A', figure(0.5, 6))] })], [info('contacts-in', 'count'), info('csat', 'share')], words)
    expect(table.columns.map((c) => c.header)).toEqual(['Name', 'CONTACTS-IN', 'CSAT', 'CSAT: Number'])
    expect(table.rows).toEqual([['A', 7, 0.5, 6], ['B', 2, null, 0]])
  })

  test('puts lines over one another by their time, also where a metric could not be read', () => {
    const table = tileTable({ kind: 'line' }, [result('a', { points: [point('2026-01-02T00:00:00.000Z', figure(2, 2))] }), null], [info('a', 'count'), info('b', 'count')], words)
    expect(table.rows).toEqual([[new Date('2026-01-02T00:00:00Z'), 2, 2, null, null]])
  })

  test('names the weekdays of a heat map in the reader’s language', () => {
    const heat = [{ weekday: 1, hour: 9, figure: figure(3, 3) }]
    expect(tileTable({ kind: 'heat' }, [result('a', { heat })], [info('a', 'count')], tableWords.pl).rows[0]!.slice(0, 2)).toEqual(['poniedziałek', 9])
    expect(tileTable({ kind: 'heat' }, [result('a', { heat })], [info('a', 'count')], tableWords.ru).rows[0]![0]).toBe('понедельник')
  })
})

describe('as a file', () => {
  const table = { columns: [{ header: 'When', unit: 'instant' as const }, { header: 'Wait', unit: 'seconds' as const }, { header: 'Name', unit: 'text' as const }], rows: [[new Date('2026-07-01T22:00:00Z'), 5400, '=1+1; "x"'], [null, 0.25, null]] }

  test('CSV keeps numbers plain, quotes what must be, and lets nothing be a formula', () => {
    expect(tableAsCsv(table, ';')).toBe('\uFEFFWhen;Wait;Name\r\n2026-07-01T22:00:00.000Z;5400;"\'=1+1; ""x"""\r\n;0.25;\r\n')
  })

  test('a spreadsheet holds numbers and the wall’s time, and text stays text', async () => {
    const sheet = entryOf(await tableAsXlsx(table, 'Sklep: [x]/*', 'Europe/Warsaw'), 'xl/worksheets/sheet1.xml')
    // 2 July 2026, 00:00 in Warsaw, in days since 1900; an hour and a half as a share of a day.
    expect(sheet).toContain('<v>46205</v>')
    expect(sheet).toContain('<v>0.0625</v>')
    expect(sheet).not.toContain('<f>')
  })
})

/** One file of a zip, by its local header. */
function entryOf(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const nameLength = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    return (zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8')
  }
  throw new Error(`no ${name} in the file`)
}
