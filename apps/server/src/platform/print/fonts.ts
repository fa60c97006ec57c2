/*
 * Inter, the same family as on the screens, whole: Latin with all accents, Cyrillic, Greek and Vietnamese. A PDF carries
 * only the letters it uses. Arabic, Hebrew, Georgian, Chinese and the like are refused by name: a font for each would weigh
 * more than the program, and text from right to left needs more than a font.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { PrintError } from './print-error.ts'

export type Weight = 'regular' | 'semibold' | 'bold'

const files: Record<Weight, string> = { regular: '400Regular/Inter_400Regular.ttf', semibold: '600SemiBold/Inter_600SemiBold.ttf', bold: '700Bold/Inter_700Bold.ttf' }

export interface PrintFonts {
  files: Record<Weight, Buffer>
  /** Of the letters in units of the font size. */
  capHeight: number
  has(codePoint: number): boolean
}

let loaded: PrintFonts | null = null

/** Read at the first poster: most processes print none. */
export function loadFonts(): PrintFonts {
  if (loaded) return loaded
  const { resolve } = createRequire(import.meta.url)
  const read = (weight: Weight) => readFileSync(resolve(`@expo-google-fonts/inter/${files[weight]}`))
  const buffers = { regular: read('regular'), semibold: read('semibold'), bold: read('bold') }
  const font = fontkit.create(buffers.regular) as fontkit.Font
  // The weights hold the same letters.
  loaded = { files: buffers, capHeight: font.capHeight / font.unitsPerEm, has: remembered((codePoint) => font.hasGlyphForCodePoint(codePoint)) }
  return loaded
}

/** The font searches its tables anew each time: an eighth of the time a report takes was spent on asking after the same hundred letters. */
function remembered(has: (codePoint: number) => boolean): (codePoint: number) => boolean {
  const [unknown, lacks, holds] = [0, 1, 2]
  const known = new Uint8Array(0x10000)
  return (codePoint) => {
    if (codePoint >= known.length) return has(codePoint)
    if (known[codePoint] === unknown) known[codePoint] = has(codePoint) ? holds : lacks
    return known[codePoint] === holds
  }
}

/** Composed letters, no invisible characters, single blanks; line breaks of the writer are kept. */
const cleaned = (text: string): string => text.normalize('NFC')
  .replace(/\r\n?|\u2028|\u2029/g, '\n')
  .replace(/[\t\u000b\f]/g, ' ')
  // Controls, soft hyphens, joiners, marks of direction, variation selectors.
  .replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f]/gu, (letter) => letter === '\n' ? letter : '')
  .replace(/ *\n */g, '\n').replace(/\n{3,}/g, '\n\n').replace(/ {2,}/g, ' ').trim()

/**
 * A single letter stays with the next word (w, z, и, к do not end a line in Polish and Russian), a number with the one before it
 * (table 7, Długa 12).
 */
const glued = (text: string): string => text.replace(/(?<![^\s\u00a0(„"«])(\p{L}) (?=\S)/gu, '$1\u00a0').replace(/(?<=[\p{L}.]) (?=\d{1,4}(?!\d))/gu, '\u00a0')

/** The text as it is printed. @throws PrintError when the font lacks a letter. */
export function readText(field: string, text: string): string {
  const clean = cleaned(text)
  const { has } = loadFonts()
  const missing = [...new Set(clean)].filter((letter) => letter !== '\n' && !has(letter.codePointAt(0)!))
  if (missing.length > 0) throw new PrintError('letters', field, `These characters cannot be printed: ${missing.slice(0, 10).join(' ')}. Latin, Cyrillic and Greek letters can.`)
  return glued(clean)
}

/** In place of what the font lacks, a whole run of it at once. */
export const unprintable = '□'
/** Of texts nobody can be asked to change, like what customers wrote: what cannot be printed is shown as such. */
export function printableText(text: string): string {
  const { has } = loadFonts()
  const shown = Array.from(cleaned(text), (letter) => (letter === '\n' || has(letter.codePointAt(0)!) ? letter : unprintable)).join('')
  return glued(shown.replace(/□(?:[ \u00a0]?□)+/g, unprintable))
}
/** Whether something in it would be shown as not printable. */
export function hasUnprintable(text: string): boolean {
  const { has } = loadFonts()
  for (const letter of new Set(text.normalize('NFC'))) if (!/[\s\p{Cc}\p{Cf}\ufe00-\ufe0f]/u.test(letter) && !has(letter.codePointAt(0)!)) return true
  return false
}
/** The same for what stands in one line: a title, a name, a cell. */
export const printableLine = (text: string): string => printableText(text.replace(/[\r\n\u2028\u2029]+/g, ' '))
