// Guards what becomes a link in a message to a customer.
import { expect, it } from 'vitest'
import { linkAddress } from './link-address.ts'

it.each([
  ['example.com/zwrot', 'https://example.com/zwrot'],
  ['  http://example.com ', 'http://example.com'],
  ['anna@example.com', 'mailto:anna@example.com'],
  ['tel:+48123456789', 'tel:+48123456789'],
  ['localhost:3000/a', 'https://localhost:3000/a'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  ['data:text/html,x', null],
  ['', null],
])('%j becomes %j', (typed, address) => expect(linkAddress(typed)).toBe(address))
