// Guards figures inside sentences: the same digits as on a tile, and the noun in the form its number asks for.
import { expect, test } from 'vitest'
import type { Unit } from '../result.ts'
import type { Locale } from './numbers.ts'
import { counted, differenceInSentence, valueInSentence } from './sentence-figures.ts'

const of = (unit: Unit) => ({ name: 'some', unit })
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test.each<[Locale, number, string]>([['pl', 1, '1 plik'], ['pl', 2, '2 pliki'], ['pl', 5, '5 plików'], ['pl', 22, '22 pliki'], ['pl', 112, '112 plików'], ['pl', 1.5, '1,5 pliku'], ['pl', 1.04, '1 plik']])('%s %d', (locale, n, text) => {
  expect(plain(counted(n, { one: 'plik', few: 'pliki', many: 'plików', other: 'pliku' }, locale, 1))).toBe(text)
})

test.each<[Unit, number, Locale, string]>([
  ['points', 21, 'ru', '21 пункт'], ['points', -3.4, 'pl', '−3 punkty'], ['points', 1, 'en', '1 point'], ['share', 0.034, 'pl', '3,4%'], ['share', 0.864, 'ru', '86 %'], ['score', 4.567, 'pl', '4,57'], ['count', 12_345, 'en', '12,345'], ['seconds', 8100, 'pl', '2 godz. 15 min'],
])('a value in %s: %d in %s reads %s', (unit, value, locale, text) => expect(plain(valueInSentence(of(unit), value, locale))).toBe(text))

test.each<[Unit, number, Locale, string]>([
  ['share', -0.04, 'pl', '4 punkty procentowe'], ['share', 0.015, 'en', '1.5 percentage points'], ['share', 0.21, 'ru', '21 процентный пункт'], ['share', -0.023, 'ru', '2,3 процентного пункта'],
  ['points', -4, 'pl', '4 punkty'], ['points', 1.4, 'pl', '1,4 punktu'], ['points', 12.4, 'en', '12 points'], ['seconds', -780, 'ru', '13 мин'], ['count', -43, 'en', '43'], ['score', -0.125, 'pl', '0,13'],
])('a difference in %s of %d in %s reads %s', (unit, change, locale, text) => expect(plain(differenceInSentence(of(unit), change, locale))).toBe(text))
