// Guards why now: an alert of a keyword or a condition names what was found, in the reader's language, and bears whatever is stored.
import { describe, expect, test } from 'vitest'
import { sentencesOf, titleOf, type ToSay } from './index.ts'

const at = new Date('2026-11-30T01:04:00Z')
const say = (why: Record<string, unknown>): ToSay => ({ ruleName: 'Słowa', why: { code: 'event', ...why } as ToSay['why'], placeName: 'Sklep 01', metric: null, ticketNumber: 7, times: 1, firstAt: at, lastAt: at })
const word = { field: 'text', operator: 'mentions', value: 'adwokat' }

describe('an alert of a word', () => {
  test.each([
    ['pl', 'Kontakt od klienta: „adwokat” · Sklep 01', 'Znaleziono: treść zawiera słowo „adwokat”, godzina poniżej 8.'], ['ru', 'Клиент обратился: «adwokat» · Sklep 01', 'Найдено: текст содержит слово «adwokat», час ниже 8.'], ['en', 'A contact of a customer: “adwokat” · Sklep 01', 'Found: text mentions “adwokat”, hour below 8.'],
  ] as const)('names it in %s', (language, title, sentence) => {
    const given = say({ on: 'interaction', found: [word, { field: 'hour', operator: '<', value: 8 }] })
    expect(titleOf(given, language)).toBe(title)
    expect(sentencesOf(given, language, 'Europe/Warsaw').at(-1)).toBe(sentence)
  })
  test('keeps a score in its title', () => {
    const given = say({ on: 'answer', score: 2, scaleMin: 0, scaleMax: 10, found: [word] })
    expect(titleOf(given, 'pl')).toBe('Ocena 2 na 10 · Sklep 01')
    expect(sentencesOf(given, 'pl', 'Europe/Warsaw')).toHaveLength(2)
  })
})

test.each([undefined, null, 'x', 7, [null], [{}], [{ field: 1, operator: 2 }], [{ field: 'text', operator: 'mentions', value: { a: 1 } }], [{ field: 'queueId', operator: '=', value: '0198c0de-0000-7000-8000-000000000005' }]])('what is strange is left out: %j', (found) => {
  const given = say({ on: 'interaction', found })
  expect(titleOf(given, 'en')).toBe('A contact of a customer · Sklep 01')
  expect(sentencesOf(given, 'en', 'Europe/Warsaw')).toHaveLength(1)
})
