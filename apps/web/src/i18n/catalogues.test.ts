// Guards the three languages: the same keys, each with the plural forms its language needs, the same placeholders, no key
// that no screen uses and none that a screen asks for in vain.
import { describe, expect, test } from 'vitest'

const files = import.meta.glob<Record<string, Record<string, string>>>('./{pl,ru,en}/*.ts', { eager: true })
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../i18n/**', '!../**/*.test.ts'], { eager: true, query: '?raw', import: 'default' })

const pluralEnd = /_(zero|one|two|few|many|other)$/
const base = (key: string) => key.replace(pluralEnd, '')
const catalogue = (language: string, namespace: string) => files[`./${language}/${namespace}.ts`]?.[namespace] ?? {}
const namespaces = Object.keys(files).filter((path) => path.startsWith('./en/')).map((path) => path.slice(5, -3))
const bases = (language: string, namespace: string) => [...new Set(Object.keys(catalogue(language, namespace)).map(base))].sort()

describe.each(namespaces)('the catalogue %s', (namespace) => {
  test.each(['pl', 'ru'])('has the keys of English in %s', (language) => {
    expect(bases(language, namespace)).toEqual(bases('en', namespace))
  })

  test.each(['pl', 'ru', 'en'])('has exactly the plural forms that %s needs', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const forms = Object.groupBy(Object.keys(catalogue(language, namespace)).filter((key) => pluralEnd.test(key)), base)
    for (const [key, found] of Object.entries(forms)) expect(found!.map((each) => each.match(pluralEnd)![1]).sort(), key).toEqual(needed)
  })

  test('has the same placeholders in every language', () => {
    const placeholders = (language: string, key: string) =>
      Object.entries(catalogue(language, namespace)).filter(([each]) => base(each) === key).map(([, text]) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join())
    for (const key of bases('en', namespace)) {
      const wanted = new Set(placeholders('en', key))
      for (const language of ['pl', 'ru']) for (const each of placeholders(language, key)) expect(wanted, `${language} ${key}`).toContain(each)
    }
  })

  test('has no empty text', () => {
    for (const language of ['pl', 'ru', 'en']) for (const [key, text] of Object.entries(catalogue(language, namespace))) expect(text.trim(), `${language} ${key}`).not.toBe('')
  })
})

const code = Object.values(sources).join('\n')
const literals = new Set([...code.matchAll(/['"`]((?:\w+:)?[\w.-]+)['"`]/g)].map(([, text]) => text!.replace(/^\w+:/, '')))
const beginnings = new Set([...code.matchAll(/`((?:\w+:)?[\w.-]+\.)\$\{/g)].map(([, text]) => text!.replace(/^\w+:/, '')))

test.each(namespaces)('every key of %s is used by some screen', (namespace) => {
  const unused = bases('en', namespace).filter((key) => !literals.has(key) && ![...beginnings].some((beginning) => key.startsWith(beginning)))
  expect(unused).toEqual([])
})

test('every key asked for exists', () => {
  const known = new Set(namespaces.flatMap((namespace) => bases('en', namespace)))
  const asked = Object.entries(sources).flatMap(([path, text]) => [...text.matchAll(/\bt\('((?:\w+:)?[\w.-]+)'/g)].map(([, key]) => ({ path, key: key!.replace(/^\w+:/, '') })))
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter(({ key }) => !known.has(key))).toEqual([])
})
