// Guards where lines may not break.
import { expect, test } from 'vitest'
import { typesetText } from './typeset.ts'

test.each([
  ['Kto i co zmienił w ustawieniach', 'Kto i~co zmienił w~ustawieniach'],
  ['W niej i o niej', 'W~niej i~o~niej'],
  ['Кто и что менял — и кто входил в систему', 'Кто и~что менял~— и~кто входил в~систему'],
  ['„i tak”', '„i~tak”'],
  ['pliki xi w', 'pliki xi w'],
  ['{count} wiadomości', '{count} wiadomości'],
])('“%s”', (given, wanted) => {
  expect(typesetText(given)).toBe(wanted.replaceAll('~', '\u00a0'))
})
