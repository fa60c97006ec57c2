import encodeQR from 'qr'

/** Light modules around the code: ISO/IEC 18004:2024, 5.3.8. */
const quiet = 4

/** A code as one path of unit squares, drawn here: the address of a kiosk is a secret and is asked of nobody again. */
export function qrPath(text: string): { side: number; path: string } {
  // The library knows no code without a border.
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 }).slice(1, -1).map((row) => row.slice(1, -1))
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : []))).join('')
  return { side: rows.length + 2 * quiet, path }
}
