// Guards the colours of charts: lines are seen on their ground, differ for those who do not see red or green, and the ramp is one of lightness.
import { expect, test } from 'vitest'
import { darkLook, lightLook, thinned } from './look.ts'

const linear = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
const luminance = (rgb: readonly number[]) => 0.2126 * rgb[0]! + 0.7152 * rgb[1]! + 0.0722 * rgb[2]!
const contrast = (one: string, other: string) => { const [light, dark] = [luminance(linear(one)), luminance(linear(other))].toSorted((a, b) => b - a); return (light! + 0.05) / (dark! + 0.05) }
/** Machado, Oliveira, Fernandes 2009, severity 1. */
const sights = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
} as const
const seenAs = (hex: string, sight: readonly (readonly number[])[]) => sight.map((row) => row.reduce((sum, part, index) => sum + part * linear(hex)[index]!, 0))
/** CIE L*a*b* of linear RGB, D65. */
function lab([r, g, b]: readonly number[]): number[] {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const [x, y, z] = [(0.4124 * r! + 0.3576 * g! + 0.1805 * b!) / 0.9505, 0.2126 * r! + 0.7152 * g! + 0.0722 * b!, (0.0193 * r! + 0.1192 * g! + 0.9505 * b!) / 1.089].map(f)
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)]
}

test.each([['light', lightLook], ['dark', darkLook]] as const)('%s: lines and words are seen on their ground', (_, look) => {
  for (const colour of [...look.series, look.accent, look.good, look.bad, look.quiet]) expect(contrast(colour, look.ground), colour).toBeGreaterThanOrEqual(3)
  for (const colour of [look.ink, look.soft, look.faint]) expect(contrast(colour, look.ground), colour).toBeGreaterThanOrEqual(4.5)
})

test.each([['light', lightLook], ['dark', darkLook]] as const)('%s: lines differ in any kind of colour sight', (_, look) => {
  for (const sight of Object.values(sights)) look.series.forEach((one, index) => look.series.slice(index + 1).forEach((other) => {
    const [a, b] = [lab(seenAs(one, sight)), lab(seenAs(other, sight))]
    expect(Math.hypot(...a.map((part, at) => part - b[at]!)), `${one} ${other}`).toBeGreaterThan(20)
  }))
})

test.each([['light', lightLook, -1], ['dark', darkLook, 1]] as const)('%s: the ramp goes one way in lightness', (_, look, way) => {
  const steps = look.ramp.map((colour) => luminance(linear(colour)))
  steps.slice(1).forEach((each, index) => expect(Math.sign(each - steps[index]!)).toBe(way))
})

test('a thinned colour lies between it and its ground', () => {
  expect(thinned('#000000', '#ffffff', 0.5)).toBe('#808080')
  expect(thinned('#0f5c59', '#ffffff', 1)).toBe('#0f5c59')
})
