// Where a sentence of the plain text stands among the pieces of text a screen shows. Pure. Spaces and line breaks are compared as nothing:
// HTML, folds and links break them up otherwise than the text they were made of.
export interface Spot { piece: number; offset: number }
export interface Found { from: Spot; to: Spot }

const nothing = /[\s\u00a0\u200b-\u200f\u034f\u00ad]/u

/** Null when it is not there, or is nothing but spaces. `to` stands after the last character. */
export function findWords(pieces: readonly string[], wanted: string): Found | null {
  const letters: string[] = []
  const spots: Spot[] = []
  pieces.forEach((text, piece) => {
    for (let offset = 0; offset < text.length; offset++) {
      if (nothing.test(text[offset]!)) continue
      letters.push(text[offset]!)
      spots.push({ piece, offset })
    }
  })
  const bare = [...wanted].filter((letter) => !nothing.test(letter)).join('')
  if (bare === '') return null
  const at = letters.join('').indexOf(bare)
  if (at < 0) return null
  const last = spots[at + bare.length - 1]!
  return { from: spots[at]!, to: { piece: last.piece, offset: last.offset + 1 } }
}
