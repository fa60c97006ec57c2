/* Guards the process against pictures of strangers: whatever is not refused must come out as a poster, without an error in the background. */
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeDocument, openDocument, openLogo } from './open-document.ts'
import { papers } from './paper.ts'
import { assertLogo } from './read-logo.ts'

const chunk = (type: string, data: Buffer) => {
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.write(type, 4, 'latin1')
  return Buffer.concat([frame, data, Buffer.alloc(4)])
}

function png({ width = 4, height = 4, depth = 8, colour = 6, interlaced = 0, bytes = 4 * (1 + 4 * 4), extra = [] as Buffer[] }) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([depth, colour, 0, 0, interlaced], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), ...extra, chunk('IDAT', deflateSync(Buffer.alloc(bytes))), chunk('IEND', Buffer.alloc(0))])
}

const jpeg = (width: number, height: number, { components = 3, marker = 0xc0 } = {}) =>
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, marker, 0, 8 + 3 * components, 8, height >> 8, height & 255, width >> 8, width & 255, components, ...Array.from({ length: 3 * components }, () => 1), 0xff, 0xd9])

const palette = chunk('PLTE', Buffer.alloc(6))

test.each([
  ['with transparency', png({})],
  ['without', png({ colour: 2, bytes: 4 * (1 + 4 * 3) })],
  ['of 16 bits a channel', png({ depth: 16, bytes: 4 * (1 + 4 * 8) })],
  ['of one bit', png({ colour: 0, depth: 1, bytes: 4 * 2 })],
  ['with a palette', png({ colour: 3, extra: [palette], bytes: 4 * 5 })],
  ['with a transparent palette', png({ colour: 3, extra: [palette, chunk('tRNS', Buffer.from([0]))], bytes: 4 * 5 })],
  // Six of the seven passes have pixels; each row begins with its filter.
  ['interlaced', png({ interlaced: 1, width: 5, height: 3, bytes: 5 + 5 + 5 + 13 + 2 * 9 + 21 })],
  ['JPEG', jpeg(30, 20)],
  ['grey progressive JPEG', jpeg(30, 20, { components: 1, marker: 0xc2 })],
])('a picture %s is taken', async (_, logo) => {
  assertLogo(logo)
  await print(logo)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a PNG cut off', png({}).subarray(0, 60)],
  ['a PNG with too few pixels', png({ bytes: 20 })],
  ['a PNG that unpacks to more than it says', png({ bytes: 50_000_000 })],
  ['a PNG of impossible size', png({ width: 60_000, height: 60_000 })],
  ['a PNG of no size', png({ width: 0 })],
  ['a PNG of 7 bits', png({ depth: 7 })],
  ['a PNG without its palette', png({ colour: 3, bytes: 4 * 5 })],
  ['a PNG whose data are none', Buffer.concat([png({}).subarray(0, 33), chunk('IDAT', Buffer.from('no')), chunk('IEND', Buffer.alloc(0))])],
  ['a JPEG without frame', Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['a JPEG of impossible size', jpeg(60_000, 10)],
  ['a JPEG of five components', jpeg(10, 10, { components: 5 })],
  ['a lossless JPEG', jpeg(10, 10, { marker: 0xc3 })],
])('%s is refused', (_, logo) => {
  expect(() => assertLogo(logo)).toThrow(expect.objectContaining({ code: 'image', field: 'logo' }))
})

test('a picture with any bytes changed is refused or printed', async () => {
  const originals = [png({}), png({ colour: 3, extra: [palette, chunk('tRNS', Buffer.from([0, 5]))], bytes: 4 * 5 }), jpeg(30, 20)]
  await fc.assert(fc.asyncProperty(fc.constantFrom(...originals), fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 3 }), async (original, changes) => {
    const logo = Buffer.from(original)
    for (const [at, byte] of changes) logo[at % logo.length] = byte
    await print(logo).catch((error: Error) => expect(error.name).toBe('PrintError'))
  }), { numRuns: 300 })
})

async function print(logo: Buffer): Promise<void> {
  const document = openDocument(papers.A6, 'a', 'en')
  document.addPage()
  document.image(openLogo(document, logo) as unknown as string, 0, 0, { fit: [50, 50] })
  const pdf = await closeDocument(document)
  expect(pdf.toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*\/Subtype \/Image[\s\S]*%%EOF\n?$/)
}
