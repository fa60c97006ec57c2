import { crc32, deflate } from 'node:zlib'
import { promisify } from 'node:util'
import { PrintError } from './print-error.ts'
import { qrModules, quietZone } from './qr-modules.ts'

const compress = promisify(deflate)

/**
 * Black on white, exactly so many pixels a side, every module the same whole number of pixels; what is left over widens
 * the quiet zone. @throws PrintError as qrModules does, and for fewer pixels than modules or more than 4096.
 */
export async function qrPng(text: string, { pixels }: { pixels: number }): Promise<Buffer> {
  const modules = qrModules(text)
  const side = modules.length + 2 * quietZone
  if (!Number.isInteger(pixels) || pixels < side || pixels > 4096) throw new PrintError('size', 'pixels', `This QR code is drawn with ${side} to 4096 pixels a side.`)
  const scale = Math.floor(pixels / side)
  const offset = Math.floor((pixels - modules.length * scale) / 2)
  const blank = Buffer.alloc(1 + Math.ceil(pixels / 8), 0xff)
  // Each row of a PNG begins with the kind of its filter: none.
  blank[0] = 0
  const rows: Buffer[] = Array.from({ length: pixels }, () => blank)
  modules.forEach((dark, y) => {
    const row = Buffer.from(blank)
    dark.forEach((isDark, x) => {
      if (isDark) for (let at = offset + x * scale; at < offset + (x + 1) * scale; at++) row[1 + (at >> 3)]! &= ~(0x80 >> (at & 7))
    })
    rows.fill(row, offset + y * scale, offset + (y + 1) * scale)
  })
  return writePng(pixels, await compress(Buffer.concat(rows)))
}

/** A greyscale picture of one bit a pixel: ISO/IEC 15948. */
function writePng(side: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)])
}
