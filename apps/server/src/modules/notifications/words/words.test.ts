// Guards that what people read on a lock screen and in a digest is said in their language, with its plurals.
import { expect, test } from 'vitest'
import { notificationKinds } from '@kontuar/contracts'
import { wordsIn } from './index.ts'

test.each([
  ['pl', 1, '1\u00a0powiadomienie czeka'], ['pl', 2, '2\u00a0powiadomienia czekają'], ['pl', 5, '5\u00a0powiadomień czeka'], ['pl', 12, '12\u00a0powiadomień czeka'], ['pl', 22, '22\u00a0powiadomienia czekają'],
  ['ru', 1, '1\u00a0уведомление ждёт'], ['ru', 3, '3\u00a0уведомления ждут'], ['ru', 11, '11\u00a0уведомлений ждут'], ['ru', 21, '21\u00a0уведомление ждёт'],
  ['en', 1, '1 notification is waiting'], ['en', 2, '2 notifications are waiting'],
])('%s, %i: %s', (locale, n, said) => { expect(wordsIn(locale).several(n)).toBe(said) })

test.each(['pl', 'ru', 'en'])('%s has words for every kind, with and without a ticket', (locale) => {
  const said = notificationKinds.flatMap((kind) => [wordsIn(locale).push[kind](null, 1), wordsIn(locale).push[kind](wordsIn(locale).ticket(12), 3)])
  expect(new Set(said).size).toBe(said.length)
  for (const text of said) expect(text).not.toMatch(/undefined|null|NaN/)
})

test('a language we do not have is Polish', () => { expect(wordsIn('de')).toBe(wordsIn('pl')) })
