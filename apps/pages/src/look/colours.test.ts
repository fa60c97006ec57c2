// Guards the contrast of every colour an organization may choose.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrast, grounds, paint, readColour, shade, writeColour, type Rgb } from './colours.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
const of = (colour: string) => readColour(colour)!

describe('contrast', () => {
  test.each([['#000000', '#ffffff', 21], ['#ffffff', '#ffffff', 1], ['#777777', '#ffffff', 4.48], ['#767676', '#ffffff', 4.54], ['#ff0000', '#ffffff', 4.0], ['#0000ff', '#ffffff', 8.59]])('of %s on %s is %d', (a, b, expected) => {
    expect(contrast(of(a), of(b))).toBeCloseTo(expected, 2)
    expect(contrast(of(b), of(a))).toBe(contrast(of(a), of(b)))
  })
})

describe('any colour', () => {
  test.each(Object.entries(grounds))('can be read, seen and followed in %s', (_theme, ground) => {
    fc.assert(fc.property(colours, (colour) => {
      const { fill, on, line, over, link } = paint(colour, ground)
      expect(fill).toBe(colour)
      expect(contrast(of(on), of(fill))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(of(over), of(line))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(of(line), of(ground))).toBeGreaterThanOrEqual(3)
      expect(contrast(of(link), of(ground))).toBeGreaterThanOrEqual(4.5)
    }), { numRuns: 3_000 })
  })

  test('that is strong enough stays as it is, and a weak one changes no more than it must', () => {
    expect(paint('#0b6e6e', grounds.light)).toEqual({ fill: '#0b6e6e', on: '#ffffff', line: '#0b6e6e', over: '#ffffff', link: '#0b6e6e' })
    fc.assert(fc.property(colours, (colour) => {
      const ground = of(grounds.light)
      const found = shade(of(colour), ground, 4.5)
      if (writeColour(found) === colour) return
      // One channel step lighter it would fall short.
      expect(contrast(found.map((c, i) => Math.min(255, c + Math.ceil((of(colour)[i]! - c) / 32) + 2)) as unknown as Rgb, ground)).toBeLessThan(4.75)
    }))
  })

  test.each(['', 'red', '#fff', '#12345g', '#1234567', 'url(x)', '#0b6e6e;}body{', '#0b6e6e\n'])('written as "%s" is none, and ours stands in', (text) => {
    expect(readColour(text)).toBeNull()
    expect(paint(text, grounds.light).fill).toBe('#0b6e6e')
  })
})
