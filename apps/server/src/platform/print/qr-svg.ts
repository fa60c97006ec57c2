import { assertColour, contrast, ink, paperWhite } from './colours.ts'
import { outlinePath } from './outline.ts'
import { PrintError } from './print-error.ts'
import { qrModules, quietZone } from './qr-modules.ts'

export interface QrSvgOptions {
  /** Light modules around the code, 4 to 20. */
  margin?: number
  /** Width of one module in the size the file declares, 1 to 100; it can be drawn at any other. */
  scale?: number
  /** #rrggbb */
  dark?: string
  /** #rrggbb */
  light?: string
}

/** @throws PrintError as qrModules does, and for options that would make a code no phone reads. */
export function qrSvg(text: string, { margin = quietZone, scale = 8, dark = ink, light = paperWhite }: QrSvgOptions = {}): string {
  assertColour('dark', dark)
  assertColour('light', light)
  // Scanners threshold brightness and expect the dark on the light: inverted codes are read by some phones only.
  if (contrast(dark, light) < 4.5 || contrast(dark, '#000000') > contrast(light, '#000000')) throw new PrintError('colour', 'dark', 'Phones read dark on light: choose a darker colour for the code, or a lighter one for its ground.')
  if (!Number.isInteger(margin) || margin < quietZone || margin > 20) throw new PrintError('size', 'margin', `The margin of a QR code is ${quietZone} to 20 modules.`)
  if (!(scale >= 1 && scale <= 100)) throw new PrintError('size', 'scale', 'A module is 1 to 100 wide.')
  const modules = qrModules(text)
  const side = modules.length + 2 * margin
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side * scale}" height="${side * scale}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`
    + `<path fill="${light}" d="M0 0H${side}V${side}H0Z"/><path fill="${dark}" transform="translate(${margin} ${margin})" d="${outlinePath(modules)}"/></svg>`
}
