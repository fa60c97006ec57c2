// Guards the spreadsheet: figures are numbers equal to those of the report, n and interval in columns of their own, charts refer to
// what is there, and LibreOffice reads the same.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import type { ReportTicketLine } from '@kontuar/contracts'
import { hostileReport, shopReport, telecomReport, salonReport, emptyReport } from './reports.fixture.ts'
import { renderXlsx } from './xlsx/render-xlsx.ts'
import { sheetNames } from './xlsx/sheet-names.ts'
import { blockSheet } from './xlsx/sheets.ts'
import { reportWords } from './words/index.ts'

const partsOf = (file: Uint8Array) => new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]))

test.each([['shop', () => shopReport('pl')], ['telecom', () => telecomReport('ru')], ['salon', () => salonReport('en')], ['empty', () => emptyReport('pl')], ['hostile', () => hostileReport('en')]] as const)('%s is a workbook of well-formed parts whose references are there', async (_name, make) => {
  const parts = partsOf(await renderXlsx(make()))
  const sheets = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!)
  expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(sheets.length)
  for (const [name, part] of parts) {
    expect(part, name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|undefined|NaN|\[object/)
    if (name.endsWith('.rels')) for (const [, target] of part.matchAll(/Target="([^"]*)"/g)) if (!target!.startsWith('http')) expect([...parts.keys()].some((key) => key.endsWith(target!.replace(/^(\.\.\/|\/)+/, ''))), `${name}: ${target}`).toBe(true)
  }
  for (const [name, part] of parts) if (/charts\/reportChart/.test(name)) for (const [, sheet] of part.matchAll(/<c:f>'((?:[^']|'')*)'!/g)) expect(sheets).toContain(sheet!.replaceAll("''", "'"))
  // A text that looks like a formula is a text.
  expect([...parts.values()].join('')).not.toMatch(/<f>/)
})

test('line and bars are charts of the spreadsheet itself', async () => {
  const parts = partsOf(await renderXlsx(shopReport('pl')))
  const charts = [...parts].filter(([name]) => /charts\/reportChart/.test(name)).map(([, part]) => part)
  expect(charts.filter((part) => part.includes('<c:lineChart>'))).toHaveLength(2)
  expect(charts.filter((part) => part.includes('<c:barChart>')).length).toBeGreaterThanOrEqual(4)
})

test('of what is not late nothing stands where lateness is told', () => {
  const line = (dueAt: string | null): ReportTicketLine => ({ id: 'a', number: 7, subject: 'Zwrot', customerName: 'Anna', ownerName: null, queueName: null, locationName: null, dueAt, createdAt: '2026-11-01T08:00:00Z', missing: [] })
  const report = { ...salonReport('pl'), madeAt: '2026-11-30T10:00:00Z' }
  const sheet = blockSheet({ id: 't', kind: 'tickets', title: 'Po terminie', items: [line('2026-12-01T10:00:00Z'), line('2026-11-30T09:00:00Z'), line(null)], more: 0 }, { report, words: reportWords('pl') })!
  const late = sheet.columns.findIndex(({ unit }) => unit === 'seconds')
  expect(sheet.rows.map((row) => row[late])).toEqual([null, 3600, null])
})

test('each sheet is printed as wide as its paper, and says so where the schema wants it', async () => {
  for (const [name, part] of partsOf(await renderXlsx(shopReport('pl')))) {
    if (!/worksheets\/sheet\d+\.xml$/.test(name)) continue
    expect(part, name).toMatch(/<worksheet\b[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><(sheetViews|cols)>/)
    expect(part, name).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"\/>/)
  }
})

test('names of sheets are such as Excel takes', () => {
  expect(sheetNames(['A/B: [x]?*', "'quoted'", 'history', '', 'ab', 'AB', 'x'.repeat(40), 'x'.repeat(41), '👍'.repeat(20)])).toEqual(['A B x', 'quoted', 'Kontuar', 'Kontuar 2', 'ab', 'AB 2', 'x'.repeat(31), `${'x'.repeat(29)} 2`, '👍'.repeat(15)])
})

/** Cells by sheet and row, as LibreOffice holds them: numbers unrounded, times as shares of a day. */
function readFlat(flat: string): Map<string, string[][]> {
  // A chart holds a table of its own.
  return new Map([...flat.replace(/<draw:object[\s\S]*?<\/draw:object>/g, '').matchAll(/<table:table table:name="([^"]*)"[\s\S]*?<\/table:table>/g)].map(([table, name]) => [name!, [...table.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(([, row]) => [...row!.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].flatMap(([, attributes, inner]) => {
    const time = /office:time-value="PT(\d+)H(\d+)M([\d.]+)S"/.exec(attributes!)
    const value = time ? String((Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3])) / 86_400) : (/office:value="([^"]*)"/.exec(attributes!)?.[1] ?? (inner ?? '').replace(/<[^>]+>/g, '').trim())
    return Array.from({ length: Math.min(50, Number(/number-columns-repeated="(\d+)"/.exec(attributes!)?.[1] ?? 1)) }, () => value)
  }))]))
}

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) => existsSync(path))
const folders: string[] = []
afterAll(async () => { for (const folder of folders) await rm(folder, { recursive: true, force: true }) })

describe(office ? 'opened by LibreOffice' : 'opened by LibreOffice (skipped: there is no soffice here)', () => {
  test.skipIf(!office)('every figure is the one of the report', { timeout: 300_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kontuar-xlsx-'))
    folders.push(folder)
    const report = shopReport('pl')
    await writeFile(join(folder, 'report.xlsx'), await renderXlsx(report))
    await promisify(execFile)(office!, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'fods', '--outdir', folder, join(folder, 'report.xlsx')], { timeout: 280_000 })
    const read = readFlat(await readFile(join(folder, 'report.fods'), 'utf8'))
    const sheet = (name: string) => read.get(name)!
    const close = (written: string | undefined, value: number) => expect(Number(written), `${written} ≠ ${value}`).toBeCloseTo(value, 4)

    const numbers = sheet('Wskaźnik')
    const tiles = report.blocks.flatMap((block) => (block.kind === 'tile' && block.tile.kind === 'number' && 'figure' in block.results[0]! ? [{ title: block.title, unit: block.metrics[0]!.unit, figure: block.results[0].figure }] : []))
    for (const { title, unit, figure } of tiles) {
      const row = numbers.find(([name]) => name === title)!
      const inFile = (value: number) => (unit === 'seconds' ? value / 86_400 : value)
      if (!figure.shown) { expect(row[1]).toBe('') ; close(row[4], figure.n); continue }
      close(row[1], inFile(figure.value!))
      close(row[2], inFile(figure.interval!.low))
      close(row[3], inFile(figure.interval!.high))
      close(row[4], figure.n)
    }
    const ranking = report.blocks.find((block) => block.kind === 'ranking')!
    if (!('groups' in ranking.result)) throw new Error('the fixture has a ranking')
    const ranked = sheet('NPS według lokalizacji')
    for (const { name, figure } of ranking.result.groups!) {
      const row = ranked.find((cells) => cells[1] === name)!
      if (figure.shown) close(row[2], figure.value!)
      else expect(row[2]).toBe('')
      close(row[5], figure.n)
    }
  })
})
