/* Guards the codes: what is printed is what an independent decoder (ZXing) reads back, with its quiet zone and at least level M. */
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlinePath } from './outline.ts'
import { PrintError } from './print-error.ts'
import { qrModules } from './qr-modules.ts'
import { qrPng } from './qr-png.ts'
import { qrSvg } from './qr-svg.ts'
import { fillOutlines, rasterise, readOutlines, scan } from './testing.ts'

const address = 'https://ocena.karmelowa.example/q/7hK2mPq'

test.each([
  [address],
  ['HTTPS://A.EXAMPLE/7'],
  ['0123456789'],
  ['https://przykład.example/stolik?miejsce=Ogródek%20„pod dębem”'],
  ['https://пример.example/стол/7'],
  [`https://a.example/${'x'.repeat(482)}`],
])('%s is read back from the modules', async (text) => {
  const [found, ...more] = await scan(rasterise(qrModules(text)))
  expect(found?.text).toBe(text)
  expect(more).toEqual([])
  expect(['M', 'Q', 'H']).toContain(found?.correction)
})

test('any address is read back', async () => {
  await fc.assert(fc.asyncProperty(fc.webUrl({ withQueryParameters: true }).filter((url) => Buffer.byteLength(url) <= 500), async (url) => {
    expect((await scan(rasterise(qrModules(url))))[0]?.text).toBe(url)
  }), { numRuns: 50 })
})

test('a code takes the strongest correction that does not make it larger', async () => {
  // 14 bytes fill version 1 at level M to the last one; 7 leave room for H in the same 21 modules.
  const [full, half] = [qrModules('abcdefghijklmn'), qrModules('abcdefg')]
  expect([full.length, half.length]).toEqual([21, 21])
  expect((await scan(rasterise(full)))[0]?.correction).toBe('M')
  expect((await scan(rasterise(half)))[0]?.correction).toBe('H')
})

test('a tenth of the code may be torn off', async () => {
  const modules = qrModules(address).map((row, y) => row.map((dark, x) => y > 15 && y < 24 && x > 12 && x < 20 ? true : dark))
  expect((await scan(rasterise(modules)))[0]?.text).toBe(address)
})

test('an empty text and a book are refused', () => {
  expect(() => qrModules('')).toThrow('A QR code needs a text.')
  expect(() => qrModules('ż'.repeat(251))).toThrow('A QR code that phones read well holds at most 500 bytes')
})

test('the outline holds exactly the dark modules, whatever they are', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }).chain((side) => fc.array(fc.array(fc.boolean(), { minLength: side, maxLength: side }), { minLength: side, maxLength: side })), (modules) => {
    expect(fillOutlines(readOutlines(outlinePath(modules)), modules.length)).toEqual(modules)
  }))
})

test('an SVG holds the code with a quiet zone of four modules', async () => {
  const svg = qrSvg(address)
  const side = qrModules(address).length
  expect(svg).toContain(`viewBox="0 0 ${side + 8} ${side + 8}"`)
  expect(svg).toContain('transform="translate(4 4)"')
  const path = / d="(M[^"]*)"\/><\/svg>$/.exec(svg)![1]!
  expect((await scan(rasterise(fillOutlines(readOutlines(path), side))))[0]?.text).toBe(address)
})

test('an SVG takes colours, margin and scale, and refuses what phones do not read or what is no colour', () => {
  expect(qrSvg(address, { dark: '#0f5e57', light: '#fdfbf7', margin: 6, scale: 2 })).toMatch(/^<svg [^>]*width="82" height="82" viewBox="0 0 41 41".*fill="#fdfbf7".*fill="#0f5e57" transform="translate\(6 6\)"/)
  for (const [options, code] of [
    [{ dark: '#999999' }, 'colour'], [{ dark: '#ffffff', light: '#000000' }, 'colour'], [{ dark: '"/><script>' }, 'colour'], [{ light: 'white' }, 'colour'],
    [{ margin: 3 }, 'size'], [{ margin: 4.5 }, 'size'], [{ scale: 0 }, 'size'], [{ scale: NaN }, 'size'],
  ] as const) {
    expect(() => qrSvg(address, options)).toThrow(expect.objectContaining({ name: 'PrintError', code }))
  }
})

test.each([41, 100, 333, 1024, 4096])('a PNG of %i pixels is exactly so large and is read back', async (pixels) => {
  const png = await qrPng(address, { pixels })
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([pixels, pixels])
  expect((await scan(png))[0]?.text).toBe(address)
})

test('a PNG keeps a quiet zone of at least four modules on each side', async () => {
  const pixels = 333
  const png = await qrPng(address, { pixels })
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))
  const bytes = 1 + Math.ceil(pixels / 8)
  const isDark = (x: number, y: number) => (rows[y * bytes + 1 + (x >> 3)]! & (0x80 >> (x & 7))) === 0
  const dark = Array.from({ length: pixels }, (_, y) => Array.from({ length: pixels }, (_, x) => x).filter((x) => isDark(x, y)))
  const scale = Math.floor(pixels / (qrModules(address).length + 8))
  const columns = dark.flat()
  const lines = dark.flatMap((row, y) => row.length > 0 ? [y] : [])
  expect(Math.min(...columns, ...lines, pixels - 1 - Math.max(...columns), pixels - 1 - Math.max(...lines))).toBeGreaterThanOrEqual(4 * scale)
})

test.each([0, 36, 4097, 100.5, NaN])('a PNG of %f pixels is refused', async (pixels) => {
  await expect(qrPng(address, { pixels })).rejects.toThrow(PrintError)
})
