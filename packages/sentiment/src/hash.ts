/*
 * Names of features as numbers of 32 bits: FNV-1a over UTF-16 units, with one seed for each kind of feature, so that the word "ok" and the
 * letters "ok" are two. The table stirs them once more, since the low bits alone are poor.
 */
export const startOf = (seed: number): number => Math.imul(seed + 0x811c9dc5, 0x01000193) >>> 0

export const addUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

export function addText(hash: number, text: string): number {
  let h = hash
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}
