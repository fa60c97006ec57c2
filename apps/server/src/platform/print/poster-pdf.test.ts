/*
 * Guards what a shop prints: the code is vector and read back, every letter is there and can be selected, nothing stands
 * where a printer or a knife would take it, and a long title gives way to the code.
 */
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelSheetPdf } from './label-sheet-pdf.ts'
import { mm, papers, type Paper } from './paper.ts'
import { posterPdf, type Poster } from './poster-pdf.ts'
import { fillOutlines, rasterise, readPdf, scan, type PrintedPage } from './testing.ts'

const address = 'https://ocena.karmelowa.example/q/7hK2mPq'
const poster: Poster = {
  paper: 'A4', language: 'pl', title: 'Jak smakowało?', text: 'Jedno pytanie, kilkanaście sekund.', url: address, qrText: address,
  footer: 'Restauracja Karmelowa · Stolik 12', logo: null, colour: '#0f5e57',
}
const inPolish = { title: 'Zażółć gęślą jaźń?', text: 'PCHNĄĆ W TĘ ŁÓDŹ JEŻA LUB OŚM SKRZYŃ FIG', footer: 'Kraków · stolik 7' }
const inRussian = { language: 'ru', title: 'Съешь ещё этих мягких булок', text: 'ШИРОКАЯ ЭЛЕКТРИФИКАЦИЯ ЮЖНЫХ ГУБЕРНИЙ, да выпей чаю', footer: 'Ресторан «Ёлки» · Столик 7' }
const inEnglish = { language: 'en', title: 'How was it?', text: 'One question – “a few seconds”.', footer: 'Table 3' }

const textOf = ({ texts }: PrintedPage) => texts.map(({ text }) => text).join('').replaceAll('\u00a0', ' ')
const codeOf = ({ codes }: PrintedPage, index = 0) => {
  const side = Math.max(...codes[index]!.outlines.flat().map(({ x }) => x))
  return { ...codes[index]!, side, modules: fillOutlines(codes[index]!.outlines, side) }
}

test.each([['A4', inPolish], ['A6', inPolish], ['A4', inRussian], ['A6', inRussian], ['A4', inEnglish], ['A6', inEnglish]] as const)('on %s all words of %o can be selected, in embedded letters', async (paper, words) => {
  const pdf = readPdf(await posterPdf({ ...poster, paper, ...words }))
  const [page, ...more] = pdf.pages
  expect(more).toEqual([])
  expect([page!.width, page!.height]).toEqual([expect.closeTo(papers[paper].width, 3), expect.closeTo(papers[paper].height, 3)])
  for (const text of [words.title, words.text, words.footer, 'ocena.karmelowa.example/q/7hK2mPq']) expect(textOf(page!)).toContain(text)
  expect(new Set(page!.texts.map(({ font }) => font))).toEqual(new Set(['Inter-Bold', 'Inter-Regular', 'Inter-SemiBold']))
  expect(pdf.source.match(/\/FontFile2 /g)).toHaveLength(3)
})

test.each(['A4', 'A6'] as const)('the code on %s is vector, is read back, and is as large as the paper lets it be', async (paper) => {
  const pdf = readPdf(await posterPdf({ ...poster, paper }))
  expect(pdf.pages[0]!.images).toBe(0)
  const { modules, side, unit } = codeOf(pdf.pages[0]!)
  expect((await scan(rasterise(modules)))[0]?.text).toBe(address)
  expect(side * unit).toBeGreaterThan(papers[paper].width * 0.45)
})

test('the file names its title and language, and tells a screen reader what the code is', async () => {
  const pdf = readPdf(await posterPdf({ ...poster, ...inRussian, logo: png(90, 30) }))
  expect(pdf.title).toBe('Съешь ещё этих мягких булок · Ресторан «Ёлки» · Столик 7')
  expect(pdf.language).toBe('ru')
  expect(pdf.labels).toEqual(['Logo', `QR-код: ${address}`])
  expect(pdf.source).toContain('/Marked true')
  expect(pdf.source).toContain('/S /H1')
})

test('a poster stays small', async () => {
  expect((await posterPdf({ ...poster, ...inPolish })).length).toBeLessThan(40_000)
  expect((await posterPdf({ ...poster, ...inRussian, logo: png(1200, 400) })).length).toBeLessThan(150_000)
})

const words = fc.array(fc.constantFrom('jak', 'smakowało', 'w', 'najprzedniejszych', 'достопримечательность', 'и', 'the', 'Ogródek-letni', 'Żółć', 'обслуживание'), { minLength: 1, maxLength: 9 }).map((list) => list.join(' ')).filter((text) => text.length <= 120)

test('whatever the words, up to 120 characters each, all are printed, inside the safe margin, in order, without touching the code', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom<Paper>('A4', 'A6'), words, fc.oneof(fc.constant(''), words), fc.oneof(fc.constant(''), words), fc.boolean(), async (paper, title, text, footer, hasLogo) => {
    const style = papers[paper]
    const page = readPdf(await posterPdf({ ...poster, paper, title, text, footer, logo: hasLogo ? png(300, 80) : null })).pages[0]!
    expect(textOf(page)).toBe([title, text, 'ocena.karmelowa.example/q/7hK2mPq', footer].join(''))
    const { left, top, side, unit } = codeOf(page)
    expect(Math.min(left, style.width - left - side * unit)).toBeGreaterThan(style.safe)
    const above = page.texts.filter(({ baseline }) => baseline < top)
    const below = page.texts.filter(({ baseline, size }) => baseline - size > top + side * unit)
    expect(above.length + below.length).toBe(page.texts.length)
    for (const [index, { left: start, baseline, size }] of page.texts.entries()) {
      expect(start).toBeGreaterThanOrEqual(style.safe - 0.01)
      // Capitals of Inter are 0.7273 of the size high.
      expect(baseline - size * 0.7273).toBeGreaterThanOrEqual(style.safe - 0.01)
      expect(baseline).toBeLessThanOrEqual(style.height - style.safe + 0.01)
      // The quiet zone stays light: no letter within four modules of the code.
      if (baseline < top) expect(baseline + size * 0.25).toBeLessThan(top - 4 * unit)
      if (index > 0) expect(baseline - page.texts[index - 1]!.baseline).toBeGreaterThan(size * 0.9)
    }
  }), { numRuns: 25 })
})

test('lines do not end with a single letter, and a heading is balanced', async () => {
  const lines = readPdf(await posterPdf({ ...poster, title: 'Opowiedz nam o wizycie w restauracji i o obsłudze' })).pages[0]!.texts.filter(({ font }) => font === 'Inter-Bold').map(({ text }) => text.trim())
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(line).not.toMatch(/[\s\u00a0]\p{L}$/u)
  const lengths = lines.map((line) => line.length)
  expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) * 0.6)
})

test('a number stays with the word before it', async () => {
  const page = readPdf(await posterPdf({ ...poster, paper: 'A6', footer: 'Restauracja Pod Dębem, ul. Władysława Reymonta 118, Krzeszowice · Ogródek letni, stolik przy fontannie 7' })).pages[0]!
  const lines = page.texts.map(({ text }) => text)
  expect(lines.some((line) => line.includes('Reymonta\u00a0118'))).toBe(true)
  for (const line of lines) expect(line).not.toMatch(/^\d/)
})

test('a long address is broken at its parts and loses no character', async () => {
  const url = 'https://opinie.restauracja-pod-debem.example/ankiety/wizyta/krzeszowice/ogrodek?stolik=fontanna&miejsce=2'
  const page = readPdf(await posterPdf({ ...poster, paper: 'A6', url })).pages[0]!
  const lines = page.texts.filter(({ text }) => url.includes(text.trim()))
  expect(lines.map(({ text }) => text.trim()).join('')).toBe(url.replace('https://', ''))
  for (const { text } of lines.slice(0, -1)) expect(text).toMatch(/[/?&=]$/)
})

test.each([
  [{ title: 'Dziękujemy 🎉' }, 'letters', 'title', 'These characters cannot be printed: 🎉.'],
  [{ text: 'مرحبا' }, 'letters', 'text', 'Latin, Cyrillic and Greek letters can.'],
  [{ footer: '７番テーブル' }, 'letters', 'footer', 'cannot be printed'],
  [{ title: ' \u00ad\u200b ' }, 'empty', 'title', 'A poster needs a title.'],
  [{ title: 'słowo '.repeat(80) }, 'too-long', 'title', 'The title is too long for this paper'],
  [{ title: 'ż'.repeat(80) }, 'too-long', 'title', 'The title is too long for this paper'],
  [{ text: 'słowo '.repeat(200) }, 'too-long', 'text', 'The text is too long for this paper'],
  [{ text: 'a\n\nb\n\nc\n\nd\n\ne\n\nf' }, 'too-long', 'text', 'The text is too long for this paper'],
  [{ url: `https://a.example/${'x'.repeat(400)}` }, 'too-long', 'url', 'The url is too long for this paper'],
  [{ qrText: '' }, 'empty', 'qrText', 'A QR code needs a text.'],
  [{ colour: 'red' }, 'colour', 'colour', 'A colour is written #rrggbb'],
] as const)('%o is refused as %s of %s', async (change, code, field, sentence) => {
  await expect(posterPdf({ ...poster, ...change })).rejects.toThrow(expect.objectContaining({ name: 'PrintError', code, field, message: expect.stringContaining(sentence) }))
})

test('invisible characters are left out and letters composed, so what looks alike is printed alike', async () => {
  const page = readPdf(await posterPdf({ ...poster, title: 'Jak\u00ad sma\u200bkowa\u0142o\ufe0f?\u202e', text: 'Z\u0307o\u0301\u0142c\u0301  i\tdalej' })).pages[0]!
  expect(textOf(page)).toContain('Jak smakowało?')
  expect(textOf(page)).toContain('Żółć i dalej')
})

test('text on the colour is white or dark, whichever reads', async () => {
  const colourOfUrl = async (colour: string) => {
    const page = readPdf(await posterPdf({ ...poster, colour })).pages[0]!
    return page.texts.find(({ text }) => text.startsWith('ocena'))!.colour
  }
  expect(await colourOfUrl('#0f5e57')).toEqual([1, 1, 1])
  expect((await colourOfUrl('#f2c14e'))[0]).toBeLessThan(0.2)
  expect((await colourOfUrl('#ffffff'))[0]).toBeLessThan(0.2)
})

test('nine tables take three sheets, four labels each, every code its own, logo and fonts once', async () => {
  const labels = Array.from({ length: 9 }, (_, index) => ({ title: 'Jak smakowało?', text: '', footer: `Stolik ${index + 1}`, url: `${address}${index}`, qrText: `${address}${index}` }))
  const pdf = readPdf(await labelSheetPdf(labels, { language: 'pl', logo: png(300, 80), colour: '#8c2f39' }))
  expect(pdf.pages.map(({ codes }) => codes.length)).toEqual([4, 4, 1])
  expect(pdf.source.match(/\/FontFile2 /g)).toHaveLength(2)
  expect(pdf.source.match(/\/ColorSpace \/DeviceRGB\n/g)).toHaveLength(1)
  const found: string[] = []
  for (const page of pdf.pages) {
    expect([page.width, page.height]).toEqual([expect.closeTo(210 * mm, 3), expect.closeTo(297 * mm, 3)])
    for (const index of page.codes.keys()) {
      const { modules, left, top, side, unit } = codeOf(page, index)
      found.push((await scan(rasterise(modules)))[0]!.text)
      // Each stays on its own quarter of the sheet.
      const [x, y] = [index % 2 * page.width / 2, Math.floor(index / 2) * page.height / 2]
      expect(Math.min(left - x, top - y, x + page.width / 2 - left - side * unit, y + page.height / 2 - top - side * unit)).toBeGreaterThan(papers.A6.safe)
    }
  }
  expect(found).toEqual(labels.map(({ qrText }) => qrText))
  expect(textOf(pdf.pages[2]!)).toContain('Stolik 9')
})

test('no label and more than five hundred are refused', async () => {
  const label = { title: 'a', text: '', footer: '', url: '', qrText: address }
  const style = { language: 'pl', logo: null, colour: '#000000' }
  await expect(labelSheetPdf([], style)).rejects.toThrow('There is no label to print.')
  await expect(labelSheetPdf(Array.from({ length: 501 }, () => label), style)).rejects.toThrow('At most 500 labels are printed at once; here are 501.')
})

/** A picture with transparency, of one shade. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length)
    frame.write(type, 4, 'latin1')
    return Buffer.concat([frame, data, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 6], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(height * (1 + width * 4), 0))), chunk('IEND', Buffer.alloc(0))])
}
