/*
 * Names of features as places in a table. FNV-1a over UTF-16 units with a final stir (its low bits alone are poor); one seed for
 * each kind of feature, so that the word "ok" and the letters "ok" do not share a place.
 */
export const startOf = (seed: number): number => Math.imul(seed + 0x811c9dc5, 0x01000193) >>> 0

export const addUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

export function addText(hash: number, text: string): number {
  let h = hash
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

/** A place from 0 to `mask`, which is a power of two less one. */
export function placeOf(hash: number, mask: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x7feb352d)
  h ^= h >>> 15
  return h & mask
}
