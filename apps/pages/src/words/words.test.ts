// Guards that every language says everything, each in its own words.
import { describe, expect, test } from 'vitest'
import { directionOf, nameOfLanguage, pageLanguages, wordLanguage, wordsOf } from './index.ts'

/** Every text of a catalogue by its path; functions with plain arguments. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String((value as (...given: unknown[]) => unknown)(...(path.endsWith('ticket') ? ['1042', 'X'] : path.endsWith('fileKept') || /organization|asks|imprint|why|sms|text$|purchase|greeting|choose/.test(path) && !path.includes('too-many') ? ['X'] : [2, 5])))]]
  return Object.entries(value as object).flatMap(([name, each]) => texts(each, `${path}.${name}`))
}

describe.each(pageLanguages)('in %s', (language) => {
  test('nothing is missing, empty or left in another language', () => {
    const own = new Map(texts(wordsOf(language)))
    const english = new Map(texts(wordsOf('en')))
    expect([...own.keys()]).toEqual([...english.keys()])
    for (const [path, text] of own) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).not.toMatch(/undefined|\{n\}|NaN/)
      if (language !== 'en' && !/sms|pointOf|step/.test(path)) expect(text, path).not.toBe(english.get(path))
    }
  })
  test('no dash is used where a comma or a colon would do', () => { for (const [path, text] of texts(wordsOf(language))) expect(text, path).not.toMatch(/[—–]/) })
})

test.each([
  ['pl', 1, '1 sekundę'], ['pl', 2, '2 sekundy'], ['pl', 5, '5 sekund'], ['pl', 22, '22 sekundy'],
  ['ru', 1, '1 секунду'], ['ru', 3, '3 секунды'], ['ru', 11, '11 секунд'], ['ru', 21, '21 секунду'],
  ['en', 1, '1 second '], ['en', 2, '2 seconds'], ['uk', 4, '4 секунди'], ['de', 1, '1 Sekunde '], ['ar', 2, 'ثانيتين'],
] as const)('in %s %d has its form of the word', (language, n, expected) => expect(wordsOf(language).errors.wait(n)).toContain(expected.trim()))

test.each([['pl', 30, 'mniej niż minutę'], ['pl', 60, 'około minuty'], ['pl', 120, 'około 2 minut'], ['pl', 290, 'około 5 minut'], ['ru', 60, 'около минуты'], ['ru', 130, 'около 2 минут'], ['en', 60, 'about a minute'], ['en', 240, 'about 4 minutes']] as const)('in %s %d seconds are told as "%s"', (language, seconds, expected) => expect(wordsOf(language).takes(seconds)).toContain(expected))

test('a language without words of ours has English ones, and its own direction', () => {
  expect([wordLanguage('fr'), wordLanguage('PL-pl'), wordLanguage('constructor'), wordLanguage('__proto__')]).toEqual(['en', 'pl', 'en', 'en'])
  expect(['ar', 'he', 'fa', 'ur', 'fa-AF', 'az-Arab', 'pl', 'ru'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr'])
  expect([nameOfLanguage('pl'), nameOfLanguage('ar'), nameOfLanguage('not a tag')]).toEqual(['Polski', 'العربية', 'not a tag'])
})
