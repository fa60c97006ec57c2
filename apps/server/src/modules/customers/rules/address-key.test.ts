// Guards who is taken for the same person: a wrong "yes" shows one person's mail to another.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailKey } from './address-key.ts'

describe('emailKey', () => {
  test.each([
    ['Jan.Kowalski@Example.PL', 'jan.kowalski@example.pl', 'case means nothing'],
    ['jan+sklep@gmail.com', 'jan@gmail.com', 'a plus tag is dropped where the provider says so'],
    ['j.a.n@googlemail.com', 'jan@gmail.com', 'Gmail ignores dots and has two names'],
    ['jan+sklep@firma.pl', 'jan+sklep@firma.pl', 'elsewhere the plus may be part of the name'],
    ['j.a.n@firma.pl', 'j.a.n@firma.pl', 'elsewhere dots are part of the name'],
    ['+@gmail.com', '+@gmail.com', 'a tag alone is no tag'],
    ['biuro@żółw.pl', 'biuro@xn--w-uga1v8h.pl', 'an international domain is compared in its ASCII form'],
    ['biuro@XN--W-UGA1V8H.PL', 'biuro@xn--w-uga1v8h.pl', 'both ways of writing it are one'],
    ['ул@почта.рф', 'ул@xn--80a1acny.xn--p1ai', 'a Cyrillic address'],
    ['a@b.pl.', 'a@b.pl', 'the root dot means nothing'],
    ['a@[192.0.2.1]', 'a@[192.0.2.1]', 'an address literal'],
    ['  a@b.pl ', 'a@b.pl', 'white space around it means nothing'],
  ])('%s → %s: %s', (address, key) => expect(emailKey(address)).toBe(key))

  test.each([[''], ['@'], ['a@'], ['@b.pl'], ['jan kowalski'], ['a b@c.pl'], ['x'.repeat(400) + '@b.pl']])('%j is no address', (address) => expect(emailKey(address)).toBeNull())

  test('the key of a key is the key', () => {
    fc.assert(fc.property(fc.emailAddress(), (address) => {
      const key = emailKey(address)
      expect(key === null ? null : emailKey(key)).toBe(key)
    }))
  })
})
