/* Guards where lines break; each letter is as wide as the size says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakLines, fitText, wordBreaks } from './fit-text.ts'

const measure = (text: string, size: number) => text.length * size
const widthOf = (text: string) => text.length
const style = { most: 20, few: 2, fewLeast: 10, least: 5, lines: 4 }

test.each([
  ['Jak smakowało?', 300, 20, ['Jak smakowało?'], 'one line where it has room'],
  ['aaa bbb ccc ddd', 100, 13, ['aaa bbb ', 'ccc ddd'], 'two equal lines'],
  ['aa-bb', 40, 13, ['aa-', 'bb'], 'after a hyphen'],
  ['aa\u00a0bb cc', 60, 11, ['aa\u00a0bb ', 'cc'], 'never at a no-break space'],
  ['aa\nbb', 100, 20, ['aa ', 'bb'], 'where the writer broke'],
])('%j within %i', (text, width, least, lines) => {
  const fitted = fitText(text, style, { width, measure })!
  expect(fitted.lines).toEqual(lines)
  expect(fitted.size).toBeGreaterThanOrEqual(least)
})

test('few large lines come before many small ones', () => {
  // At 10 two lines of ten letters hold it; a letter more needs a third line, and smaller ones.
  expect(fitText('aaaa bbbb cccc dddd', style, { width: 100, measure })!.size).toBeGreaterThanOrEqual(10)
  const longer = fitText('aaaa bbbb cccc dddd eeee', style, { width: 100, measure })!
  expect(longer.lines).toHaveLength(3)
  expect(longer.size).toBeLessThanOrEqual(10)
})

test('what does not fit even small is not cut, but an address is', () => {
  expect(fitText('a'.repeat(50), style, { width: 100, measure })).toBeNull()
  expect(fitText('a'.repeat(50), style, { width: 100, measure, address: true })).toEqual({ size: 5, lines: ['a'.repeat(20), 'a'.repeat(20), 'a'.repeat(10)] })
  expect(fitText('a'.repeat(81), style, { width: 100, measure, address: true })).toBeNull()
})

test('no line is wider than asked, and none loses a letter', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zż-]{1,12}$/), { minLength: 1, maxLength: 12 }), fc.integer({ min: 12, max: 60 }), (words, width) => {
    const text = words.join(' ')
    const lines = breakLines(text, wordBreaks, width, widthOf)!
    expect(lines.join('')).toBe(text)
    for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(width)
  }))
})
