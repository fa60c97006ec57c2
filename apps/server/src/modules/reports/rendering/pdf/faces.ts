/*
 * The letters of the reports: Inter, opened once for all of them. What fontkit finds out about a word (which glyphs, how far apart) is
 * kept between documents: each report would else open three fonts and lay out the same words anew.
 */
import * as fontkit from 'fontkit'
import { loadFonts, type Weight } from '../../../../platform/print/fonts.ts'

interface Run { glyphs: fontkit.Glyph[]; positions: Position[]; readonly advanceWidth: number }
interface Position { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number; advanceWidth?: number }
type Face = Pick<fontkit.Font, 'layout' | 'unitsPerEm'>

/** A report has a thousand different words, of which most stand in the next one as well. */
const mostRuns = 6000
let faces: Record<Weight, Face> | null = null

/** Figures of one width, for columns. */
export const tabular = ['tnum']
export type Features = readonly string[] | null

export function loadFaces(): Record<Weight, Face> {
  if (faces) return faces
  const { files } = loadFonts()
  faces = { regular: remembering(files.regular), semibold: remembering(files.semibold), bold: remembering(files.bold) }
  return faces
}

function remembering(file: Buffer): Face {
  const font = fontkit.create(file) as fontkit.Font
  // Writing a file asks for glyphs by number (the Z and the dot of a Ż); one first met so would have no letter in every later file, and
  // its text could neither be searched nor read aloud.
  const { getGlyph } = font
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph.call(font, id, codePoints)
    if (glyph.codePoints.length === 0 && codePoints.length > 0) (glyph as { codePoints: number[] }).codePoints = codePoints
    return glyph
  }
  const runs = new Map<string, { glyphs: fontkit.Glyph[]; positions: Position[] }>()
  return Object.create(font, {
    layout: {
      value(text: string, features?: string[]): Run {
        const key = features ? `${features.join()}\0${text}` : text
        let known = runs.get(key)
        if (!known) {
          if (runs.size >= mostRuns) runs.clear()
          const { glyphs, positions } = font.layout(text, features) as unknown as Run
          runs.set(key, known = { glyphs, positions })
        }
        // The PDF library scales the positions it is given in place.
        const positions = known.positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({ xAdvance, yAdvance, xOffset, yOffset }))
        return { glyphs: known.glyphs, positions, get advanceWidth() { return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) } }
      },
    },
  }) as Face
}

const widths = new Map<string, number>()
/** In the size given; word by word, as the PDF library sets them. */
export function widthOf(text: string, weight: Weight, size: number, features: Features = null): number {
  const face = loadFaces()[weight]
  if (features) return unitsOf(face, weight, text, features) * size
  let sum = 0
  for (const word of text.split(/(?<=[ \t])/)) sum += unitsOf(face, weight, word, null)
  return sum * size
}
function unitsOf(face: Face, weight: Weight, text: string, features: Features): number {
  const key = `${weight}${features ? 't' : ''}\0${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size >= mostRuns) widths.clear()
  const units = face.layout(text, features ? [...features] : undefined).advanceWidth / face.unitsPerEm
  widths.set(key, units)
  return units
}
