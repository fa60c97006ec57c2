// Guards that two words people cannot tell apart are not both in use, and that a name is one line.
import { expect, test } from 'vitest'
import { sameName, tidyName } from './name.ts'

test.each([['  Nowe \n klienty ', 'Nowe klienty'], ['a\0b', 'ab'], ['a\u0007b', 'a b'], ['Zo\u0301łw', 'Zółw'], ['👩‍👩‍👧', '👩‍👩‍👧'], ['\ud83e', '\ufffd']])('%j is stored as %j', (typed, stored) => expect(tidyName(typed)).toBe(stored))
test.each([[''], [' \t\n'], ['\0'], ['\u200b\u200d']])('%j is no name', (typed) => expect(() => tidyName(typed)).toThrow(/name is empty/))
test.each([['Łódź', 'ŁÓDŹ', true], ['ЁЖ', 'ёж', true], ['Ａ', 'a', true], ['a', 'b', false], ['e', 'ё', false]])('%s and %s are one name: %s', (one, other, same) => expect(sameName(one, other)).toBe(same))
