import { PrintError } from './print-error.ts'

export const ink = '#1b1d1c'
export const softInk = '#4b504d'
export const paperWhite = '#ffffff'

/** @throws PrintError unless it is #rrggbb: it goes into files that others open. */
export function assertColour(field: string, colour: string): void {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new PrintError('colour', field, 'A colour is written #rrggbb, like #0f766e.')
}

/** From 1 to 21: WCAG 2.2, contrast ratio. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** White, or ink where that reads better. */
export const textOn = (colour: string): string => contrast(paperWhite, colour) >= Math.min(4.5, contrast(ink, colour)) ? paperWhite : ink

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
