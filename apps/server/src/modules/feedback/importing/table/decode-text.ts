/*
 * Bytes of a spreadsheet as text. Excel saves "CSV UTF-8" with a mark at the beginning, plain "CSV" in the code page of its Windows
 * (Polish: 1250, Russian: 1251), "Unicode text" as UTF-16. What is no UTF-8 and has no mark is one of the two code pages.
 */
import { Refusal } from '../../../../platform/http/refusal.ts'

/** @throws Refusal `unsupported-type` for what is no text */
export function decodeText(bytes: Uint8Array): string {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3
  const oldExcel = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11
  if (zip || oldExcel) throw new Refusal('unsupported-type', 'This is a workbook, not a CSV file: open it, choose "Save as" and "CSV UTF-8".', { fileId: 'is no CSV file' })
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  return new TextDecoder(utf16 ?? (isUtf8(bytes) ? 'utf-8' : codePageOf(bytes))).decode(bytes)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Of Russian words each letter lies above 0xBF and has such neighbours; in Polish ones they stand alone among ASCII. */
function codePageOf(bytes: Uint8Array): 'windows-1250' | 'windows-1251' {
  let high = 0
  let beside = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0xc0) continue
    high++
    if ((bytes[i - 1] ?? 0) >= 0xc0 || (bytes[i + 1] ?? 0) >= 0xc0) beside++
  }
  return beside * 2 > high ? 'windows-1251' : 'windows-1250'
}
