/*
 * One colour of the organization becomes what a page needs of it, in light and dark, with the contrast WCAG 2.2 asks:
 * text on it is black or white, whichever is read better (one of them always has 4.5:1: the worst colour gives 4.58);
 * edges and marks have 3:1 against the ground (1.4.11), links 4.5:1 (1.4.3). Where the colour itself has not, it is
 * mixed with black or white in the smallest share that does, so that its hue stays.
 */

/** Red, green, blue of 0 to 255. */
export type Rgb = readonly [number, number, number]

export interface Paint {
  /** Ground of buttons. */
  fill: string
  /** Text on it. */
  on: string
  /** Edges, marks, and the ground of what is chosen: seen beside what is not. */
  line: string
  /** Text on that. */
  over: string
  /** Links. */
  link: string
}

/** Of the two grounds a page has in each theme (page and field), the one that leaves less contrast. */
export const grounds = { light: '#fbfaf7', dark: '#242320' } as const
const black: Rgb = [0, 0, 0]
const white: Rgb = [255, 255, 255]

/** What stands when an organization has chosen none, or something that is no colour. */
export const ownColour = '#0b6e6e'

/** @param colour `#rrggbb`; anything else is taken for our own. */
export function paint(colour: string, ground: string): Paint {
  const own = readColour(colour) ?? readColour(ownColour)!
  const behind = readColour(ground)!
  const line = shade(own, behind, 3)
  return {
    fill: writeColour(own),
    on: textOn(own),
    line: writeColour(line),
    over: textOn(line),
    link: writeColour(shade(own, behind, 4.5)),
  }
}

const textOn = (colour: Rgb) => (contrast(colour, white) >= contrast(colour, black) ? '#ffffff' : '#000000')

/** The colour, or the nearest mixture of it with black or white that has the contrast against the ground. */
export function shade(colour: Rgb, ground: Rgb, wanted: number): Rgb {
  if (contrast(colour, ground) >= wanted) return colour
  const away = contrast(ground, black) > contrast(ground, white) ? black : white
  // The contrast only grows with the share, so halving finds the smallest: 8 steps are finer than a channel.
  let [low, high] = [0, 1]
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2
    if (contrast(mix(colour, away, middle), ground) >= wanted) high = middle
    else low = middle
  }
  return mix(colour, away, high)
}

/** From 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Rgb, b: Rgb): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

export function readColour(text: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/i.test(text)) return null
  const value = Number.parseInt(text.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export const writeColour = (colour: Rgb): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`

/** WCAG 2.2, "relative luminance", with the corrected threshold of sRGB. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => from.map((part, i) => Math.round(part + (to[i]! - part) * share)) as unknown as Rgb
