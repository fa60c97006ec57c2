// Guards that a subscription is recognised as made with the server's key, and made anew when the key is another.
import { expect, test } from 'vitest'
import { bytesOfKey, sameKey } from './push-key.ts'

const key = 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8'

test('the key of RFC 8291 is 65 bytes and begins as an uncompressed point', () => {
  expect(bytesOfKey(key)).toHaveLength(65)
  expect(bytesOfKey(key)[0]).toBe(4)
})
test('a subscription with this key is kept', () => expect(sameKey(bytesOfKey(key).buffer, key)).toBe(true))
test.each([['another key', bytesOfKey(key.replace('BP4z', 'BP4y')).buffer], ['a shorter key', bytesOfKey(key).slice(0, 64).buffer], ['no key', null]])('one with %s is not', (_, bytes) => {
  expect(sameKey(bytes, key)).toBe(false)
})
