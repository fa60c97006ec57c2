// Guards texts: the right language, and facts that leave no hole where they are missing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillText, unknownFacts } from './fill-text.ts'
import { pickLanguage, textIn } from './languages.ts'
import { optionsInOrder } from './shuffle.ts'

describe('a fact', () => {
  const facts = { 'customer.firstName': 'Anna', 'location.name': '', product: ' {{order}} ', order: 'a\r\nb' }
  test.each([
    ['Dzień dobry, {{customer.firstName}}!', 'Dzień dobry, Anna!'], ['{{ customer.firstName | gościu }}, jak było?', 'Anna, jak było?'],
    ['Jak było w {{location.name|naszym salonie}}?', 'Jak było w naszym salonie?'], ['Jak było, {{location.name}}?', 'Jak było?'], ['Dzień dobry {{staff.name}}, dziękujemy', 'Dzień dobry, dziękujemy'],
    ['{{staff.name}}, żegnamy', 'Żegnamy'], ['Koniec. {{staff.name}}, żegnamy', 'Koniec. Żegnamy'], ['a {{staff.name}} b', 'a b'], ['{{staff.name}}{{location.name}}', ''], ['Zakup — {{location.name}}', 'Zakup'], ['{{location.name}} {{customer.firstName}}', 'Anna'],
    ['{{product}}', '{{order}}'], ['{{order}}', 'a b'], ['{{constructor}}x{{__proto__}}', 'X'], ['bez faktów {tu}', 'bez faktów {tu}'], ['{{ niezamknięte', '{{ niezamknięte'], ['{{{{customer.firstName}}}}', '{{Anna}}'],
  ])('%s', (text, filled) => expect(fillText(text, facts)).toBe(filled))

  test('of whatever value is never read as a fact again, and brings no line end', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => {
      const filled = fillText('<{{product}}>', { product: value, order: 'secret' })
      expect(filled).not.toMatch(/secret|[\r\n\0\u2028]/)
    }))
  })

  test('that nobody knows is named', () => expect(unknownFacts('{{customer.name}} {{ password }} {{constructor|x}}')).toEqual(['password', 'constructor']))

  test('a hundred thousand braces take no time that grows with their square', () => {
    expect(fillText('{{'.repeat(50_000), {})).toHaveLength(100_000)
  })
})

test('a text stands in for one that is missing', () => {
  const texts = { pl: 'polski', pt: 'português', en: ' ' }
  expect([textIn(texts, 'pl', 'pt'), textIn(texts, 'pt-br', 'pl'), textIn(texts, 'en', 'pl'), textIn(texts, 'de', 'ru'), textIn({}, 'pl', 'en'), textIn(undefined, 'constructor', '__proto__')]).toEqual(['polski', 'português', 'polski', 'polski', '', ''])
})

test.each<[(string | null)[], string]>([
  [['ru'], 'ru'], [['de', 'RU'], 'ru'], [[null, 'de-DE,en-GB;q=0.7,ru;q=0.9'], 'ru'], [['ru;q=0,en'], 'en-gb'], [['en-US'], 'en-gb'], [[null], 'pl'], [['*'], 'pl'], [[';;q=x,,'], 'pl'], [['x'.repeat(100_000)], 'pl'], [[], 'pl'],
])('of the wishes %j the language %s', (wishes, language) => expect(pickLanguage({ languages: ['pl', 'ru', 'en-gb'], defaultLanguage: 'pl' }, wishes)).toBe(language))

describe('options in another order', () => {
  const options = Array.from({ length: 6 }, (_, i) => ({ id: `o${i}`, label: {} }))
  const question = { id: 'a', type: 'single' as const, title: {}, options, shuffled: true }
  test('are the same for the same giver, others for others, and never lost', () => {
    expect(optionsInOrder(question, 'x')).toEqual(optionsInOrder(question, 'x'))
    const seen = new Set(Array.from({ length: 200 }, (_, i) => optionsInOrder(question, `giver ${i}`)[0]!.id))
    expect(seen.size).toBe(6)
    for (let i = 0; i < 50; i++) expect(optionsInOrder(question, String(i)).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(options)
  })
  test('keep theirs when nobody asked', () => expect(optionsInOrder({ ...question, shuffled: false }, 'x')).toEqual(options))
})
