// Guards the count of parts of a text message, at each edge of the standard.
import { expect, test } from 'vitest'
import { countSmsParts, type SmsParts } from './sms-parts.ts'

const parts = (alphabet: SmsParts['alphabet'], units: number, count: number, left: number): SmsParts => ({ alphabet, units, parts: count, left })

test.each<[string, string, SmsParts]>([
  ['nothing', '', parts('gsm7', 0, 1, 160)],
  ['a short text', 'Hello', parts('gsm7', 5, 1, 155)],
  ['one full part', 'a'.repeat(160), parts('gsm7', 160, 1, 0)],
  ['one letter more', 'a'.repeat(161), parts('gsm7', 161, 2, 145)],
  ['two full parts', 'a'.repeat(306), parts('gsm7', 306, 2, 0)],
  ['and one letter more', 'a'.repeat(307), parts('gsm7', 307, 3, 152)],
  ['the euro sign takes two places', '€', parts('gsm7', 2, 1, 158)],
  ['all of the extension table', '^{}\\[~]|€\f', parts('gsm7', 20, 1, 140)],
  ['an escape at the edge of one part', `${'a'.repeat(159)}€`, parts('gsm7', 161, 2, 145)],
  ['an escape is not torn between two parts', `${'a'.repeat(152)}€${'a'.repeat(152)}`, parts('gsm7', 306, 3, 152)],
  ['old alphabet beyond ASCII', 'èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà', parts('gsm7', 37, 1, 123)],
  ['a line end is one place', 'a\nb', parts('gsm7', 3, 1, 157)],
  ['a tabulator is none of the old alphabet', 'a\tb', parts('ucs2', 3, 1, 67)],
  ['a grave accent is none either', '`', parts('ucs2', 1, 1, 69)],
  ['one Polish letter', `ą${'a'.repeat(69)}`, parts('ucs2', 70, 1, 0)],
  ['one more', `ą${'a'.repeat(70)}`, parts('ucs2', 71, 2, 63)],
  ['Cyrillic', 'ж'.repeat(135), parts('ucs2', 135, 3, 66)],
  ['an emoji takes two places', '😀', parts('ucs2', 2, 1, 68)],
  ['an emoji is not torn between two parts', `${'ж'.repeat(66)}😀${'ж'.repeat(65)}`, parts('ucs2', 133, 2, 0)],
  ['a lone surrogate counts as it stands', '\ud83d', parts('ucs2', 1, 1, 69)],
])('%s', (_, text, expected) => expect(countSmsParts(text)).toEqual(expected))
