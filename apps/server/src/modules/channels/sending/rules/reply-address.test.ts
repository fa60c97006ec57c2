// Guards the marks that lead an answer to its ticket: what we make we read, what others make we do not.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCrypto } from '../../../../platform/crypto/seal.ts'
import { makeBodyMarker, makeReplyAddress, readBodyMarker, readReplyAddress } from './reply-address.ts'

const crypto = createCrypto('a secret of more than sixteen letters')
const number = fc.integer({ min: 1, max: 999_999_999_999 })

describe('reply address', () => {
  test('is read back whatever case a mail system gives it', () => {
    fc.assert(fc.property(number, (n) => {
      const made = makeReplyAddress(crypto, 7, 'biuro@firma.pl', n)
      expect(made).toMatch(/^biuro\+t\d+\.[a-z2-7]{8}@firma\.pl$/)
      expect(readReplyAddress(crypto, 7, ['x@y.pl', made.toUpperCase()])).toBe(n)
    }))
  })
  test('keeps a tag the mailbox already has', () => {
    expect(readReplyAddress(crypto, 1, [makeReplyAddress(crypto, 1, 'biuro+sklep@firma.pl', 5)])).toBe(5)
  })
  test('of another organization, another number or another installation says nothing', () => {
    const made = makeReplyAddress(crypto, 7, 'biuro@firma.pl', 12)
    expect(readReplyAddress(crypto, 8, [made])).toBeNull()
    expect(readReplyAddress(crypto, 7, [made.replace('+t12.', '+t13.')])).toBeNull()
    expect(readReplyAddress(createCrypto('some other secret of the kind'), 7, [made])).toBeNull()
  })
})

describe('body marker', () => {
  test('is found in the middle of a quoted text', () => {
    const marker = makeBodyMarker(crypto, 3, 123)
    expect(marker).toMatch(/^\[#123-[a-z2-7]{8}\]$/)
    expect(readBodyMarker(crypto, 3, `Dzień dobry\n> tekst\n> ${marker}\n`)).toBe(123)
  })
  test('a forged one before the true one does not hide it', () => {
    expect(readBodyMarker(crypto, 3, `[#9-aaaaaaaa] ${makeBodyMarker(crypto, 3, 123)}`)).toBe(123)
  })
  test('a signature for the address is none for the body', () => {
    const sig = /\.([a-z2-7]{8})@/.exec(makeReplyAddress(crypto, 3, 'a@b.pl', 123))![1]
    expect(readBodyMarker(crypto, 3, `[#123-${sig}]`)).toBeNull()
  })
  test('a text full of forged markers is given up soon', () => {
    expect(readBodyMarker(crypto, 3, '[#9-aaaaaaaa]'.repeat(100_000))).toBeNull()
  })
})
