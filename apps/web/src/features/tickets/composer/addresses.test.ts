// Guards what people type and paste into To, Cc and Bcc: nothing typed is lost, nothing wrong becomes an address.
import { describe, expect, it } from 'vitest'
import { addressText, readAddresses } from './addresses.ts'

describe('typed addresses', () => {
  it.each([
    ['anna@example.com', ['anna@example.com']],
    ['Jan Kowalski <jan@example.com>; anna@example.com', ['Jan Kowalski <jan@example.com>', 'anna@example.com']],
    ['"Kowalski, Jan" <jan@example.com>', ['Kowalski, Jan <jan@example.com>']],
    ['a@example.com b@example.com\nc@example.com', ['a@example.com', 'b@example.com', 'c@example.com']],
    ['mailto:a@example.com', ['a@example.com']],
    ['A@Example.com, a@example.com', ['A@Example.com']],
    ['почта@пример.рф', ['почта@пример.рф']],
  ])('%j gives %j', (typed, expected) => {
    expect(readAddresses(typed).found.map(addressText)).toEqual(expected)
    expect(readAddresses(typed).rest).toBe('')
  })
  it.each(['anna', 'anna@', '@example.com', 'anna@example', 'an na@example.com x', '<>'])('%j is left as it was typed', (typed) => {
    expect(readAddresses(typed)).toEqual({ found: [], rest: typed })
  })
})
