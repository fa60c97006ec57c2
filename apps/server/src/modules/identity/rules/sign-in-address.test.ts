// Guards that every address signs in under one name, and no two under the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signInAddress } from './sign-in-address.ts'

test.each([
  ['Anna@Example.COM', 'anna@example.com'],
  [' anna@example.com ', 'anna@example.com'],
  ['anna@żółw.pl', 'anna@xn--w-uga1v8h.pl'],
])('%s signs in as %s', (address, name) => expect(signInAddress(address)).toBe(name))

test.each(['admin@localhost', 'почта@пример.рф', 'жанна@example.com', '"a b"@example.com'])('%s gets a stand-in that the library takes', (address) => {
  expect(signInAddress(address)).toMatch(/^x[0-9a-f]+@address\.stand-in\.invalid$/)
  expect(signInAddress(address.toUpperCase())).toBe(signInAddress(address))
})

test('a stand-in cannot be claimed by typing it', () => {
  const standIn = signInAddress('admin@localhost')
  expect(signInAddress(standIn)).not.toBe(standIn)
})

test('different addresses never meet', () => {
  const address = fc.tuple(fc.stringMatching(/^[a-zа-я0-9.+"]{1,8}$/), fc.constantFrom('localhost', 'a.pl', 'пример.рф', 'b.example')).map((parts) => parts.join('@'))
  fc.assert(fc.property(address, address, (a, b) => a === b || signInAddress(a) !== signInAddress(b)))
})
