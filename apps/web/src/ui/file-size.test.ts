// Guards sizes as people read them, with the unit of the language.
import { expect, it } from 'vitest'
import { fileSize } from './file-size.ts'

it.each([
  [0, 'en', '0 bytes'],
  [1, 'en', '1 byte'],
  [999, 'pl', '999 bajtów'],
  [4096, 'en', '4 kB'],
  [1_250_000, 'pl', '1,3 MB'],
  [25_000_000, 'ru', '25 МБ'],
  [7_300_000_000, 'en', '7.3 GB'],
] as const)('%d bytes in %s is %s', (bytes, locale, text) => expect(fileSize(bytes, locale).replaceAll(' ', ' ')).toBe(text))
