/*
 * Weights of hashed features as bytes: an open-addressed table whose slots hold a fingerprint of the feature and one small number for
 * each class. With the fingerprint a feature never seen in training finds nothing 254 times of 255; a bare table, half full, would give
 * half of them the weight of something else. Small numbers are square roots, so that the many small weights keep their digits.
 */
export interface WeightTable {
  /** Slots, a power of two. */
  slots: number
  /** Numbers a slot. */
  width: number
  fingerprints: Uint8Array
  numbers: Int8Array
  /** The weight that 127 stands for. */
  largest: number
}

const stir = (hash: number): number => {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x7feb352d)
  h ^= h >>> 15
  h = Math.imul(h, 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}
const fingerprintOf = (stirred: number): number => (stirred >>> 24) || 1

/** Index of the feature's first number, or -1. */
export function findSlot({ slots, width, fingerprints }: WeightTable, hash: number): number {
  const stirred = stir(hash)
  const wanted = fingerprintOf(stirred)
  for (let slot = stirred & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const found = fingerprints[slot]!
    if (found === wanted) return slot * width
    if (found === 0) return -1
  }
}

/** What each of the 256 bytes stands for, by `byte + 128`. */
export function weightsOfBytes(largest: number): Float64Array {
  return Float64Array.from({ length: 256 }, (_, i) => { const share = Math.min(127, Math.abs(i - 128)) / 127; return Math.sign(i - 128) * share * share * largest })
}

/** The weights of features (by their hash) as a table that is at most two thirds full. Of two with the same slot and fingerprint the first stays. */
export function buildTable(features: readonly { hash: number, weights: readonly number[] }[], width: number): WeightTable {
  let slots = 16
  while (features.length > slots * 0.66) slots *= 2
  const largest = features.reduce((most, { weights }) => weights.reduce((m, w) => Math.max(m, Math.abs(w)), most), 1e-9)
  const table = { slots, width, fingerprints: new Uint8Array(slots), numbers: new Int8Array(slots * width), largest }
  for (const { hash, weights } of features) {
    if (findSlot(table, hash) >= 0) continue
    const stirred = stir(hash)
    let slot = stirred & (slots - 1)
    while (table.fingerprints[slot] !== 0) slot = (slot + 1) & (slots - 1)
    table.fingerprints[slot] = fingerprintOf(stirred)
    weights.forEach((w, k) => { table.numbers[slot * width + k] = Math.sign(w) * Math.round(127 * Math.sqrt(Math.abs(w) / largest)) })
  }
  return table
}
