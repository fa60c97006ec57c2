// The places that get a code each: "table 1" to "table 20", or a list, one a line. Pure.

/** As many as the server makes at once. */
export const mostPlaces = 200
/** As long as the server keeps one. */
const longest = 100

export interface PlaceWish {
  mode: 'one' | 'numbered' | 'listed'
  place: string
  word: string
  from: number | string
  to: number | string
  lines: string
}

export function placesOf({ mode, place, word, from, to, lines }: PlaceWish): string[] {
  if (mode === 'one') return [place.trim()]
  if (mode === 'listed') return lines.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const [first, last] = [Number(from), Number(to)]
  if (from === '' || to === '' || !Number.isInteger(first) || !Number.isInteger(last) || last < first) return []
  // One more than can be made is enough to say that they are too many.
  return Array.from({ length: Math.min(last - first + 1, mostPlaces + 1) }, (_, step) => `${word.trim()} ${first + step}`.trim())
}

export type PlaceFault = 'none' | 'many' | 'twice' | 'long'
export function placeFault(wish: PlaceWish): PlaceFault | null {
  const places = placesOf(wish)
  if (places.length === 0) return 'none'
  if (places.length > mostPlaces) return 'many'
  if (new Set(places).size < places.length) return 'twice'
  return places.some((place) => place.length > longest) ? 'long' : null
}
