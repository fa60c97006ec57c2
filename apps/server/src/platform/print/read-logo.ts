/*
 * A logo comes from a stranger's upload. The PDF library decodes it later, in the background, where an error would end the
 * process: so whatever it would stumble over is refused here. It takes PNG and JPEG; other kinds are for screens.
 */
import { inflateSync } from 'node:zlib'
import { PrintError } from './print-error.ts'

// At 300 dots an inch the widest logo of an A4 poster has 1300; the limit keeps a small file from unpacking to gigabytes.
const mostPixels = 4000
const mostBytes = 64 * 1024 * 1024

/** @throws PrintError with field `logo` unless it is a whole PNG or JPEG of at most 4000 pixels a side. */
export function assertLogo(logo: Buffer): void {
  const isWhole = logo.subarray(0, 8).equals(pngSignature) ? isWholePng(logo) : isJpeg(logo)
  if (!isWhole) throw new PrintError('image', 'logo', `The logo is not a PNG or JPEG picture of at most ${mostPixels} pixels a side that can be read: save it anew as one of these.`)
}

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const channels: Record<number, { count: number, depths: number[] }> = {
  0: { count: 1, depths: [1, 2, 4, 8, 16] }, 2: { count: 3, depths: [8, 16] }, 3: { count: 1, depths: [1, 2, 4, 8] }, 4: { count: 2, depths: [8, 16] }, 6: { count: 4, depths: [8, 16] },
}

/** Structure, sizes and the length of the unpacked pixels: ISO/IEC 15948. */
function isWholePng(logo: Buffer): boolean {
  if (logo.length < 57 || logo.toString('latin1', 12, 16) !== 'IHDR' || logo.readUInt32BE(8) !== 13) return false
  const [width, height, depth, colour, interlaced] = [logo.readUInt32BE(16), logo.readUInt32BE(20), logo[24]!, logo[25]!, logo[28]!]
  const kind = channels[colour]
  if (!kind?.depths.includes(depth) || logo[26] !== 0 || logo[27] !== 0 || interlaced > 1) return false
  if (!isSize(width) || !isSize(height)) return false
  const data: Buffer[] = []
  let palette = 0
  for (let at = 8; at + 12 <= logo.length;) {
    const length = logo.readUInt32BE(at)
    const type = logo.toString('latin1', at + 4, at + 8)
    if (at + 12 + length > logo.length) return false
    if (type === 'PLTE') palette = length
    if (type === 'IDAT') data.push(logo.subarray(at + 8, at + 8 + length))
    if (type === 'IEND') return (colour !== 3 || palette > 0) && palette % 3 === 0 && hasPixels(Buffer.concat(data), pixelBytes(width, height, depth * kind.count, interlaced === 1))
    at += 12 + length
  }
  return false
}

function hasPixels(data: Buffer, bytes: number): boolean {
  if (bytes > mostBytes) return false
  try {
    return inflateSync(data, { maxOutputLength: bytes }).length === bytes
  } catch {
    return false
  }
}

const passes = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const

function pixelBytes(width: number, height: number, bitsAPixel: number, interlaced: boolean): number {
  const sized = (columns: number, rows: number) => columns > 0 && rows > 0 ? rows * (1 + Math.ceil(columns * bitsAPixel / 8)) : 0
  if (!interlaced) return sized(width, height)
  return passes.reduce((sum, [x, y, stepX, stepY]) => sum + sized(Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)), 0)
}

/** As far as the frame header, which is all the PDF needs; the picture itself is passed on as it is. ITU-T T.81. */
function isJpeg(logo: Buffer): boolean {
  if (logo.length < 4 || logo.readUInt16BE(0) !== 0xffd8) return false
  for (let at = 2; at + 10 <= logo.length;) {
    const marker = logo.readUInt16BE(at)
    if (marker < 0xffc0 || marker === 0xffda) return false
    // Baseline, extended and progressive frames, the ones PDF knows.
    if (marker >= 0xffc0 && marker <= 0xffc2) return logo[at + 4] === 8 && isSize(logo.readUInt16BE(at + 5)) && isSize(logo.readUInt16BE(at + 7)) && [1, 3, 4].includes(logo[at + 9]!)
    at += 2 + logo.readUInt16BE(at + 2)
  }
  return false
}

const isSize = (pixels: number) => pixels > 0 && pixels <= mostPixels
