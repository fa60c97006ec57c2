/*
 * One file holds all that the reading of one language needs: a header in JSON, texts (word lists), and the table. Little-endian:
 * `KSM1`, length of the header, header, fingerprints, numbers.
 */
import type { WeightTable } from './table.ts'

export interface WeightFile<Header> { header: Header, table: WeightTable }

interface Shape { slots: number, width: number, largest: number }

const magic = 0x314d534b

export function writeWeightFile(header: object, table: WeightTable): Uint8Array {
  const { slots, width, largest, fingerprints, numbers } = table
  const text = new TextEncoder().encode(JSON.stringify({ table: { slots, width, largest } satisfies Shape, ...header }))
  const bytes = new Uint8Array(8 + text.length + slots * (1 + width))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, text.length, true)
  bytes.set(text, 8)
  bytes.set(fingerprints, 8 + text.length)
  bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.length), 8 + text.length + slots)
  return bytes
}

/** @throws Error when the bytes are not such a file: a half-written or foreign one must not give silent nonsense. */
export function readWeightFile<Header>(bytes: Uint8Array): WeightFile<Header> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== magic) throw new Error('The file of weights is not one of Kontuar: run `npm run train`.')
  const length = view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Header & { table: Shape }
  const { slots, width, largest } = header.table
  const from = 8 + length
  if (bytes.length !== from + slots * (1 + width)) throw new Error('The file of weights is cut short: run `npm run train`.')
  const fingerprints = bytes.subarray(from, from + slots)
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset + from + slots, slots * width)
  return { header, table: { slots, width, largest, fingerprints, numbers } }
}
