import encodeQR, { type ErrorCorrection } from 'qr'
import { PrintError } from './print-error.ts'

/** Light modules around the code, without which scanners miss it: ISO/IEC 18004:2024, 5.3.8. */
export const quietZone = 4

// A code of 500 bytes has 89 modules a side: 0.6 mm each on the smallest poster, still read at arm's length.
const mostBytes = 500

/**
 * The square of modules, true is dark, without the quiet zone. Error correction is M (15 % may be dirty or torn), and Q or
 * H where the code does not grow by it. @throws PrintError for an empty text or more than 500 bytes.
 */
export function qrModules(text: string): boolean[][] {
  if (text === '') throw new PrintError('empty', 'qrText', 'A QR code needs a text.')
  if (Buffer.byteLength(text) > mostBytes) throw new PrintError('too-long', 'qrText', `A QR code that phones read well holds at most ${mostBytes} bytes; use a shorter address.`)
  const medium = encode(text, 'medium')
  for (const stronger of ['high', 'quartile'] as const) {
    const modules = encode(text, stronger)
    if (modules.length === medium.length) return modules
  }
  return medium
}

/** The library knows no code without a border. */
const encode = (text: string, ecc: ErrorCorrection) => encodeQR(text, 'raw', { ecc, border: 1 }).slice(1, -1).map((row) => row.slice(1, -1))
