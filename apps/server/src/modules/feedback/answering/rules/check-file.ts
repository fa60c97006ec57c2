// A file a customer adds to an answer. Judged by its first bytes, since a name and a type can be anything; what could run somewhere
// (SVG, HTML, documents with macros) is not taken.
export interface GivenFile { bytes: Buffer; name: string }

export type FileProblem = 'file-empty' | 'file-too-large' | 'file-type'

const largest = 10 * 1024 * 1024
const kinds: readonly { type: string; ends: string; is: (b: Buffer) => boolean }[] = [
  { type: 'image/png', ends: 'png', is: (b) => b.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) },
  { type: 'image/jpeg', ends: 'jpg', is: (b) => b.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { type: 'image/webp', ends: 'webp', is: (b) => b.subarray(0, 4).toString('latin1') === 'RIFF' && b.subarray(8, 12).toString('latin1') === 'WEBP' },
  { type: 'image/heic', ends: 'heic', is: (b) => b.subarray(4, 8).toString('latin1') === 'ftyp' && /^(heic|heix|mif1|hevc)$/.test(b.subarray(8, 12).toString('latin1')) },
  { type: 'application/pdf', ends: 'pdf', is: (b) => b.subarray(0, 5).toString('latin1') === '%PDF-' },
]

/** Codes: `file-empty`, `file-too-large` (10 MB), `file-type` (PNG, JPEG, WebP, HEIC and PDF are taken). */
export function checkFile(file: GivenFile): { name: string; type: string } | { code: FileProblem } {
  if (file.bytes.length === 0) return { code: 'file-empty' }
  if (file.bytes.length > largest) return { code: 'file-too-large' }
  const kind = kinds.find((k) => k.is(file.bytes))
  if (kind === undefined) return { code: 'file-type' }
  const name = file.name.normalize('NFC').replace(/[\p{Cc}\p{Cf}/\\]/gu, '').trim().slice(0, 150) || `file.${kind.ends}`
  return { name, type: kind.type }
}
