// Guards the sentences themselves: every kind, cause, advice and promised change has words in three languages, and they read with real plurals.
import { dismissReasons, warningAdvice, warningCauses, warningChanges, warningKinds, type Locale } from '@kontuar/contracts'
import { createInstance, type i18n } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { warnings as en } from '../../../../i18n/en/warnings.ts'
import { warnings as pl } from '../../../../i18n/pl/warnings.ts'
import { warnings as ru } from '../../../../i18n/ru/warnings.ts'
import { whenText } from './when-text.ts'

const catalogues: Record<Locale, Record<string, string>> = { pl, ru, en }
const spoken = new Map<Locale, i18n>()
beforeAll(async () => {
  for (const locale of ['pl', 'ru', 'en'] as const) {
    const instance = createInstance()
    await instance.init({ lng: locale, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false, prefix: '{', suffix: '}' }, ns: ['warnings'], defaultNS: 'warnings', resources: { [locale]: { warnings: catalogues[locale] } } })
    spoken.set(locale, instance)
  }
})
const said = (locale: Locale, key: string, options: Record<string, unknown> = {}) => (spoken.get(locale)!.t as unknown as (key: string, options: object) => string)(key, options)

test.each(['pl', 'ru', 'en'] as const)('nothing a warning can say is without words in %s', (locale) => {
  const keys = [
    ...warningKinds.flatMap((kind) => [`kind.${kind}`, `counted.${kind}`, `watch.${kind}`]), ...warningCauses.map((cause) => `cause.${cause}`), ...warningAdvice.map((each) => `advice.${each}`),
    ...warningChanges.map((change) => `change.${change}`), ...dismissReasons.map((reason) => `reason.${reason}`),
  ]
  expect(keys.filter((key) => catalogues[locale][key] === undefined)).toEqual([])
  for (const kind of warningKinds) expect(catalogues[locale][`counted.${kind}`]).toContain('{came}')
})

test.each([
  ['pl', 'would', 1, 'Przyszedłby 1 sygnał'], ['pl', 'would', 3, 'Przyszłyby 3 sygnały'], ['pl', 'would', 12, 'Przyszłoby 12 sygnałów'], ['pl', 'would', 22, 'Przyszłyby 22 sygnały'], ['pl', 'would', 0, 'Przyszłoby 0 sygnałów'],
  ['ru', 'would', 1, 'Пришло бы 1 предупреждение'], ['ru', 'would', 3, 'Пришло бы 3 предупреждения'], ['ru', 'would', 11, 'Пришло бы 11 предупреждений'], ['ru', 'would', 21, 'Пришло бы 21 предупреждение'],
  ['en', 'would', 1, '1 warning would have come'], ['en', 'would', 0, '0 warnings would have come'],
] as const)('%s %s of %d', (locale, key, count, text) => {
  expect(said(locale, key, { count })).toBe(text)
})

test.each([
  ['pl', 4, 'Dwa razy więcej reklamacji: widać najpóźniej po 4 dniach.'], ['pl', 1, 'Dwa razy więcej reklamacji: widać najpóźniej po 1 dniu.'],
  ['ru', 4, 'Жалоб вдвое больше: видно не позже чем через 4 дня.'], ['en', 1, 'Twice as many complaints: seen within 1 day.'],
] as const)('a promise in %s for %d days', (locale, count, text) => {
  expect(said(locale, 'found', { change: said(locale, 'change.complaints-doubled'), count })).toBe(text)
})

test.each([
  ['pl', 'Reklamacje: 17, zwykle 4–9. Sam przypadek daje taki wynik raz na 3000.'], ['ru', 'Жалобы: 17, обычно 4–9. Случайно так бывает один раз из 3000.'], ['en', 'Complaints: 17, usually 4–9. By chance alone that happens once in 3000.'],
] as const)('why now, in %s', (locale, text) => {
  expect(`${said(locale, 'counted.complaints-rise', { came: '17' })}, ${said(locale, 'usual', { usual: '4–9' })}. ${said(locale, 'chance', { times: '3000' })}`).toBe(text)
})

test('of what began with a day only the day is said, in the organization’s zone', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
  expect(plain(whenText('2026-11-25T23:00:00Z', 'en', 'Europe/Warsaw'))).toBe('Thu 26 Nov')
  expect(plain(whenText('2026-11-26T13:00:00Z', 'en', 'Europe/Warsaw'))).toMatch(/^Thu,? 26 Nov,? 14:00$/)
  expect(plain(whenText('2026-11-26T13:00:00Z', 'pl', 'Europe/Warsaw'))).toMatch(/26 lis,? 14:00$/)
})
