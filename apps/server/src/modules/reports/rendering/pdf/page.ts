// Measures of the paper in points (1/72 inch), and its colours.
import { lightLook } from '@kontuar/charts'
import { mm } from '../../../../platform/print/paper.ts'

export const page = { width: 210 * mm, height: 297 * mm, left: 18 * mm, right: 18 * mm, /** Of what flows; the running head stands above. */ top: 23 * mm, bottom: 21 * mm }
export const across = page.width - page.left - page.right
export const tall = page.height - page.top - page.bottom
/** Between tiles beside each other. */
export const gutter = 16
/** Charts are made for screens, in pixels: 11 px become 7.9 points. */
export const chartScale = 0.72

const { ink, soft, faint, line, lineStrong, sunken, good, bad, quiet, accent } = lightLook
export const paint = { ink, soft, faint, line, lineStrong, sunken, good, bad, quiet, accent, link: accent }
