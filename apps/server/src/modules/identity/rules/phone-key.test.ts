// Guards that one number written in many ways is one number, and that rubbish is none.
import { expect, test } from 'vitest'
import { phoneKey } from './phone-key.ts'

test.each([
  ['600 700 800', 'pl', '+48600700800'], ['+48 600-700-800', 'pl', '+48600700800'], ['0048600700800', 'pl', '+48600700800'], ['(22) 123 45 67', 'pl', '+48221234567'],
  ['8 912 345-67-89', 'ru', '+79123456789'], ['+7 912 345 67 89', 'pl', '+79123456789'], ['020 7946 0958', 'en', '+442079460958'],
])('%j in %s is %s', (phone, locale, key) => expect(phoneKey(phone, locale)).toBe(key))

test.each(['', 'brak', '12', '+', '١٢', 'tel:', '1'.repeat(41), '+48 600 700 800 600 700 800 600', '\u0000600700800x'.repeat(3)])('%j is no number', (phone) => expect(phoneKey(phone, 'pl')).toBe(null))
