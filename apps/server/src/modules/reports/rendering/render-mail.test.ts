// Guards the mail: it says the figures in HTML and in text, holds its own pictures, and lets nothing in that was typed by strangers.
import { describe, expect, test } from 'vitest'
import { renderMail } from './mail/render-mail.ts'
import { emptyReport, hostileReport, nasty, salonReport, shopReport, telecomReport } from './reports.fixture.ts'
import { reportWords } from './words/index.ts'

const words = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, ' ').replaceAll('&nbsp;', ' ').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')
const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&'))

describe.each(['pl', 'ru', 'en'] as const)('a shop’s week in %s', (language) => {
  const report = shopReport(language)
  const mail = renderMail(report)

  test('has a subject of one line, with whose and when it is', () => {
    expect(mail.subject).not.toMatch(/[\r\n]/)
    expect(mail.subject).toContain(report.scopeName!)
    expect(mail.subject).toContain(report.periodName)
  })

  test('holds every picture it shows, twice as fine as it is shown, and says its figures', () => {
    const shown = [...mail.html.matchAll(/<img src="cid:([^"]+)" width="(\d+)" height="(\d+)" alt="([^"]*)"/g)]
    expect(shown.map(([, cid]) => cid)).toEqual(mail.pictures.map(({ cid }) => cid))
    expect(shown.length).toBe(mail.html.match(/<img/g)!.length)
    expect(shown.length).toBeGreaterThanOrEqual(7)
    for (const [index, [, , width, height, alt]] of shown.entries()) {
      const { png } = mail.pictures[index]!
      expect(png.readUInt32BE(16)).toBe(Number(width) * 2)
      expect(Math.abs(png.readUInt32BE(20) - Number(height) * 2)).toBeLessThanOrEqual(2)
      expect(alt).toMatch(/\d/)
    }
  })

  test('says the same figures in HTML and in text', () => {
    for (const said of [words(mail.html), mail.text.replaceAll('\u00a0', ' ')]) {
      for (const figure of ['52', language === 'ru' ? '83 %' : '83%', '+21', '±18']) expect(said).toContain(figure)
      expect(said).toContain(reportWords(language).fewAnswers(4, 5).replaceAll('\u00a0', ' '))
      expect(said).toContain(report.because!)
      expect(said).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  test('leads to the live view and to the pause, and nowhere unasked', () => {
    for (const link of [report.link, report.pauseLink!]) {
      expect(linksOf(mail.html)).toContain(link)
      expect(mail.text).toContain(link)
    }
    for (const link of linksOf(mail.html)) expect(link).toMatch(/^(https:|mailto:)/)
  })

  test('is small enough for Gmail, has no background pictures, and a ground for every colour of a block', () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000)
    expect(mail.html).not.toMatch(/background-image|background="|<svg|<script|position:|float:|display:flex|display:grid/)
    expect(mail.html).toContain(`<html lang="${language}">`)
  })
})

test.each([['telecom', () => telecomReport('ru')], ['salon', () => salonReport('pl')], ['empty', () => emptyReport('en')]] as const)('%s is a whole mail', (_name, make) => {
  const mail = renderMail(make())
  expect(mail.html).toMatch(/^<!doctype html>.*<\/html>$/s)
  expect(mail.text).toMatch(/\n$/)
  expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000)
})

test.each([...nasty.map((text, index) => [index, [text]] as const), [99, nasty] as const])('hostile text %i stays text', (_index, texts) => {
  const mail = renderMail(hostileReport('en', texts))
  expect(mail.subject).not.toMatch(/[\r\n\u202e]/)
  expect(mail.html).not.toMatch(/<script|<img src=x|onerror=alert\(2\)>|href="(javascript|data):/i)
  expect(mail.html).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]/)
  expect(mail.text).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]/)
  expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000)
  expect(mail.html.match(/<table/g)!.length).toBe(mail.html.match(/<\/table>/g)!.length)
})

test('a mail that would be too long says where the rest is', () => {
  const report = shopReport('pl')
  const long = renderMail({ ...report, blocks: Array.from({ length: 30 }, (_, index) => ({ id: `t${index}`, kind: 'text' as const, text: 'Zażółć gęślą jaźń. '.repeat(250) })) })
  expect(words(long.html)).toContain('Reszta raportu jest w widoku na żywo.')
  expect(words(renderMail(report).html)).not.toContain('Reszta raportu')
})

test('a table with more columns than a phone has room for is paragraphs; what is left out of a long one is said', () => {
  const report = shopReport('pl')
  const source = report.blocks.find((block) => block.kind === 'tile' && block.tile.kind === 'bars')
  const [result] = source?.kind === 'tile' ? source.results : []
  if (source?.kind !== 'tile' || result === undefined || 'problem' in result || result.groups === null) throw new Error('the fixture has bars')
  const [first] = result.groups
  const groups = Array.from({ length: 26 }, (_, n) => ({ ...first!, key: `g${n}`, name: `Lokalizacja${n}` }))
  const table = (metrics: number) => renderMail({ ...report, blocks: [{ ...source, title: 'Zestawienie', tile: { ...source.tile, kind: 'table' as const }, metrics: Array.from({ length: metrics }, (_, n) => ({ ...source.metrics[0]!, name: `m${n}`, label: `Wskaźnik${n}` })), results: Array.from({ length: metrics }, () => ({ ...result, groups })), network: null }] })
  const [wide, narrow] = [table(6), table(2)]
  expect(wide.html).not.toContain('<th')
  expect(words(wide.html)).toMatch(/Lokalizacja0 Wskaźnik0: /)
  expect(narrow.html).toContain('<th')
  for (const { html } of [wide, narrow]) {
    expect(words(html).match(/Lokalizacja\d+/g)).toHaveLength(20)
    expect(words(html)).toContain(reportWords('pl').more(6).replaceAll('\u00a0', ' '))
  }
})

test('a chart of hours says the fullest of them, and no name twice', () => {
  const { text } = renderMail(telecomReport('en'))
  expect(text).not.toMatch(/^(.+)\. \1: /m)
  if (telecomReport('en').blocks.some((block) => block.kind === 'tile' && block.tile.kind === 'heat')) expect(text).toMatch(/day, \d\d:00–\d\d:00: \d/)
})
