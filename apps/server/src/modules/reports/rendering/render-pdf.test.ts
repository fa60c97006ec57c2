// Guards paper: letters embedded and readable as text, figures the same as given, nothing over an edge, nothing broken by hostile texts.
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../platform/print/testing.ts'
import { planPages, planWhole, type Box, type Group } from './pdf/box.ts'
import { headBoxes } from './pdf/boxes/head-boxes.ts'
import { sectionBoxes } from './pdf/boxes/section-boxes.ts'
import { tableBoxes } from './pdf/boxes/table-boxes.ts'
import { across, page, tall } from './pdf/page.ts'
import { renderPdf } from './pdf/render-pdf.ts'
import { setLines } from './pdf/set-lines.ts'
import { outlineReport } from './outline/outline-report.ts'
import { emptyReport, hostileReport, nasty, salonReport, shopReport, telecomReport } from './reports.fixture.ts'
import { reportWords } from './words/index.ts'

const read = async (report: Parameters<typeof renderPdf>[0], logo: Buffer | null = null) => readPdf(Buffer.from(await renderPdf(report, logo)))
const textOf = (printed: Awaited<ReturnType<typeof read>>) => printed.pages.map(({ texts }) => texts.map(({ text }) => text).join('\u241e')).join('\u241e').replaceAll('\u00a0', ' ')

/** Where runs of letters begin on their pages, through every matrix. */
function placesOf(source: string): { x: number; y: number }[] {
  const places: { x: number; y: number }[] = []
  for (const [, body] of source.matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    let content: string
    try { content = inflateSync(Buffer.from(body!, 'latin1')).toString('latin1') } catch { continue }
    if (!content.includes('BT')) continue
    let [a, b, c, d, e, f] = [1, 0, 0, 1, 0, 0]
    const kept: (typeof a)[][] = []
    for (const [, numbers, operator] of content.matchAll(/((?:-?[\d.]+ )*)(cm|Tm|q|Q)\n/g)) {
      const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = numbers!.trim().split(' ').map(Number)
      if (operator === 'q') kept.push([a, b, c, d, e, f])
      else if (operator === 'Q') [a, b, c, d, e, f] = kept.pop() as [number, number, number, number, number, number]
      else if (operator === 'cm') [a, b, c, d, e, f] = [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
      else places.push({ x: a * k + c * l + e, y: page.height - (b * k + d * l + f) })
    }
  }
  return places
}

describe.each(['pl', 'ru', 'en'] as const)('a shop’s week in %s', async (language) => {
  const report = shopReport(language)
  const printed = await read(report)
  const text = textOf(printed)

  test('has the letters of its language as text, from Inter within the file, and no other font', () => {
    const files = [...printed.source.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name!)
    expect(new Set(files.map((name) => name.replace(/^[A-Z]{6}\+/, '')))).toEqual(new Set(['Inter-Regular', 'Inter-SemiBold', 'Inter-Bold']))
    expect(files.every((name) => /^[A-Z]{6}\+/.test(name))).toBe(true)
    expect(printed.source.match(/\/FontFile2 \d+ 0 R/g)!.length).toBe(3)
    for (const word of { pl: ['Źródło', 'Świę', 'Żółkiewski', 'Łódź', 'Częstochowa'], ru: ['Ёлкин', 'Щукин', 'Усть-Каменогорск', 'Жалоб'], en: ['Żółkiewski', 'Featherstonehaugh', 'Nottingham'] }[language]) expect(text).toContain(word)
  })

  test('says whose it is to programs: title, language, bookmarks, structure', () => {
    expect(printed.title.replaceAll('\u00a0', ' ')).toBe([report.title, report.scopeName, report.periodName].join(' · '))
    expect(printed.language).toBe(language)
    expect(printed.source).toContain('/MarkInfo')
    expect(printed.source).toContain('/Outlines')
    for (const type of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure', 'BlockQuote', 'Link']) expect(printed.source).toMatch(new RegExp(`/S /${type}\\b`))
    // Eight charts and the sparks say their figures.
    expect(printed.labels.filter((label) => /\d/.test(label)).length).toBeGreaterThanOrEqual(7)
  })

  test('numbers its pages, and names report and period on each but the first', () => {
    const words = reportWords(language)
    printed.pages.forEach(({ texts }, index) => expect(texts.map((each) => each.text)).toContain(words.page(index + 1, printed.pages.length)))
    expect(printed.pages.length).toBeGreaterThanOrEqual(4)
    expect(printed.pages.length).toBeLessThanOrEqual(6)
  })

  test('shows the figures it was given', () => {
    const flat = text.replaceAll('\u241e', ' ')
    for (const figure of language === 'ru' ? ['52', '83 %', '±18'] : ['52', '83%', '±18']) expect(flat).toContain(figure)
    expect(flat).toContain(reportWords(language).fewAnswers(4, 5).replaceAll('\u00a0', ' ').split(',')[0]!)
    const ranked = report.blocks.find((block) => block.kind === 'ranking')!
    if (!('groups' in ranked.result)) throw new Error('the fixture has a ranking')
    for (const { name, figure } of ranked.result.groups!.slice(0, 8)) {
      expect(flat).toContain(name)
      if (figure.shown) expect(flat).toContain(` ${Math.round(figure.value!) < 0 ? '−' : ''}${Math.abs(Math.round(figure.value!))} `)
    }
  })

  test('keeps every letter within the margins', () => {
    const places = placesOf(printed.source)
    expect(places.length).toBeGreaterThan(400)
    for (const { x, y } of places) {
      expect(x).toBeGreaterThan(page.left - 10)
      expect(x).toBeLessThan(page.width - page.right)
      expect(y).toBeGreaterThan(20)
      expect(y).toBeLessThan(page.height - 20)
    }
  })

  test('opens only what was meant to be opened', () => {
    const targets = [...printed.source.matchAll(/\/URI \((.*?)\)\n/g)].map(([, url]) => url!)
    expect(targets).toContain(report.link.replaceAll('(', '\\('))
    for (const target of targets) expect(target).toMatch(/^(https:|mailto:)/)
  })

  test('leads from a loop, and from what became of a comment, to the loop', () => {
    const loops = new Set([...printed.source.matchAll(/\/URI \((.*?)\)\n/g)].map(([, url]) => /\/recoveries\/(\w+)$/.exec(url!)?.[1]).filter((id) => id !== undefined))
    const shown = report.blocks.flatMap((block) => (block.kind === 'loops' ? block.items.map(({ id }) => id) : block.kind === 'comments' ? block.items.flatMap(({ recoveryId }) => recoveryId ?? []) : []))
    expect(shown.length).toBeGreaterThan(2)
    expect([...loops].sort()).toEqual([...new Set(shown)].sort())
  })
})

test.each([['telecom, Russian', () => telecomReport('ru')], ['telecom, Polish', () => telecomReport('pl')], ['salon', () => salonReport('pl')], ['empty', () => emptyReport('en')]] as const)('%s is printed whole', async (_name, make) => {
  const printed = await read(make())
  expect(printed.pages.length).toBeGreaterThanOrEqual(1)
  for (const { texts } of printed.pages) expect(texts.length).toBeGreaterThan(2)
  expect(textOf(printed)).not.toMatch(/undefined|null|NaN|\[object/)
})

test.each(nasty.map((text, index) => [index, text] as const))('hostile text %i neither breaks the paper nor runs off it', async (_index, text) => {
  const printed = await read(hostileReport('pl', [text]))
  expect(printed.pages.length).toBeGreaterThan(2)
  expect(printed.source).not.toMatch(/\/URI \((javascript|data):/)
  expect(printed.source).not.toMatch(/\/S \/JavaScript|\/OpenAction|\/Launch/)
})

test('what the typeface lacks is shown as such, and explained', async () => {
  const text = textOf(await read({ ...shopReport('pl'), comment: 'Świetnie 👍 日本' }))
  expect(text).toContain('Świetnie □')
  expect(text.replaceAll('\u241e', ' ')).toContain('Znak □ zastępuje')
  expect(textOf(await read(shopReport('pl')))).not.toContain('□')
})

test('a colour that is none is ours, and a logo that is none is refused', async () => {
  await expect(read({ ...shopReport('en'), colour: 'red; } javascript' })).resolves.toBeDefined()
  await expect(renderPdf(shopReport('en'), Buffer.from('not a picture'))).rejects.toThrow(/logo/i)
})

test('no line is wider than what it was set for, whatever the text', () => {
  for (const text of [...nasty, 'Достопримечательностирассмотрительствующий '.repeat(5), 'https://kontuar.example/' + 'a/'.repeat(300)]) {
    for (const width of [20, 61, across]) for (const line of setLines(text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ''), { width, size: 9 })) expect(line.width).toBeLessThanOrEqual(Math.max(width, 12) + 0.01)
  }
})

test('a word that is broken leaves no single letter behind', () => {
  const lines = setLines('Удовлетворённость', { width: 66, size: 8.6 }).map(({ spans }) => spans.map(({ text }) => text).join(''))
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.at(-1)!.length).toBeGreaterThanOrEqual(3)
})

test('a short table stands on one page, and a column as wide as its words', () => {
  const rows = Array.from({ length: 6 }, (_, n) => [{ text: `#${n}` }, { text: 'Bardzo długi temat zgłoszenia, który zajmie dwa wiersze' }, { text: 'posprzedażowa' }])
  const boxes = tableBoxes([{ name: 'Numer', share: 9 }, { name: 'Temat', share: 60 }, { name: 'Gdzie', share: 4 }], rows, { type: 'Sect' })
  expect(boxes.slice(0, -1).every(({ keep }) => keep)).toBe(true)
  // Broken into three lines the narrow column would make each row higher.
  expect(Math.max(...boxes.slice(1).map(({ height }) => height))).toBeLessThan(8.6 * 1.36 * 2 + 7.1)
})

test('every box of every report fits a page, and no heading stands alone at its foot', () => {
  for (const report of [shopReport('pl'), shopReport('ru'), telecomReport('ru'), telecomReport('en'), salonReport('en'), hostileReport('ru')]) {
    const words = reportWords(report.language)
    const pages = planPages([...headBoxes(report, null, words, '#0f766e'), ...outlineReport(report).flatMap((section) => sectionBoxes(section, report, words))], tall)
    for (const placed of pages) {
      for (const { box, y } of placed) expect(y + box.height).toBeLessThanOrEqual(tall + 0.02)
      for (const [index, { y, box }] of placed.entries()) if (index > 0) expect(y).toBeGreaterThanOrEqual(placed[index - 1]!.y + placed[index - 1]!.box.height - 0.02 - (box.gap < 0 ? 100 : 0))
    }
    for (const placed of pages.slice(0, -1)) expect(placed.at(-1)!.box.groups?.some(({ type }) => type === 'H2') ?? false).toBe(false)
  }
})

describe('planning pages', () => {
  const box = (height: number, more: Partial<Box> = {}): Box => ({ height, gap: 10, paint: () => {}, ...more })
  test('a heading goes along with what it heads', () => expect(planPages([box(60), box(20, { keep: true }), box(30)], 100).map((placed) => placed.length)).toEqual([1, 2]))
  test('a table that goes on has its head again', () => {
    const table: Group = { type: 'Table', head: box(8, { gap: 0 }) }
    const pages = planPages([box(8, { groups: [table], keep: true }), ...Array.from({ length: 12 }, () => box(10, { gap: 0, groups: [table] }))], 60)
    expect(pages.map((placed) => placed[0]!.again)).toEqual([false, true, true])
    expect(pages.flat().filter(({ again }) => !again)).toHaveLength(13)
  })
  test('a new page is begun where the author wants one, but never an empty one', () => expect(planPages([box(0, { breaks: true }), box(10), box(0, { breaks: true }), box(10)], 100).length).toBe(2))
  test('what may be drawn lower is, rather than leave a page half empty', () => expect(planPages([box(50), box(60, { shrink: { least: 35, to: (height) => box(height) } })], 100)).toHaveLength(1))
  test('a few last lines do not get a page of their own where all may stand a little closer', () => {
    const boxes = [box(40), box(30), box(15), box(12)]
    expect(planPages(boxes, 120)).toHaveLength(2)
    expect(planWhole(boxes, 120)).toHaveLength(1)
    expect(planWhole([...boxes, box(60)], 120)).toHaveLength(2)
  })
  test('what is kept together but longer than a page is divided', () => expect(planPages(Array.from({ length: 8 }, () => box(30, { keep: true, gap: 0 })), 100).length).toBe(3))
})

test('charts are drawn as vectors', async () => {
  const pdf = Buffer.from(await renderPdf(shopReport('en'), null)).toString('latin1')
  expect(pdf).not.toContain('/Subtype /Image')
  const contents = [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body]) => { try { return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1') } catch { return '' } })
  expect(contents.join('').match(/ [lc]\n/g)!.length).toBeGreaterThan(500)
})
