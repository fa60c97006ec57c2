// Guards that folding hides but never drops a character, and that only web and mail addresses become links.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linked, prefersHtml, textParts } from './text-parts.ts'

describe('parts of a text', () => {
  it('are cut at the folds', () => {
    const text = 'Dziękuję.\n\n> stare\n> słowa\n\n-- \nAnna'
    const from = text.indexOf('>')
    const sign = text.indexOf('-- ')
    expect(textParts(text, [{ kind: 'quote', from, to: sign }, { kind: 'signature', from: sign, to: text.length }])).toEqual([
      { kind: 'text', text: 'Dziękuję.\n\n' },
      { kind: 'quote', text: '> stare\n> słowa\n\n' },
      { kind: 'signature', text: '-- \nAnna' },
    ])
  })
  it('hold every character for any folds, even wrong ones', () => {
    const fold = fc.record({ kind: fc.constantFrom('text' as const, 'quote' as const, 'signature' as const), from: fc.nat(60), to: fc.nat(60) })
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(fold, { maxLength: 5 }), (text, folds) => {
        const whole = textParts(text, folds).map((part) => part.text).join('')
        expect(text.endsWith(whole)).toBe(true)
        expect(text.slice(0, text.length - whole.length).trim()).toBe('')
      }),
    )
  })
})

describe('links in a text', () => {
  it.each([
    ['Zob. https://sklep.pl/zwrot?id=7. Dziękuję', ['https://sklep.pl/zwrot?id=7']],
    ['(https://ru.wikipedia.org/wiki/Пример_(слово))', ['https://ru.wikipedia.org/wiki/Пример_(слово)']],
    ['Pisz: anna@example.com, albo „https://example.com”', ['mailto:anna@example.com', 'https://example.com']],
    ['javascript:alert(1) data:text/html,x www.example.com', []],
  ])('in “%s” are %j', (text, hrefs) => {
    const pieces = linked(text)
    expect(pieces.flatMap(({ href }) => href ?? [])).toEqual(hrefs)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
})

it.each([
  [null, 'Hello', 'personal', false],
  ['<p>Hello</p>', 'Hello', 'personal', false],
  ['<p><img src="x"></p>', ' ', 'personal', true],
  ['<table><tr><td>1', 'Order 1', 'personal', true],
  ['<p>News</p>', 'News', 'list', true],
] as const)('HTML %j with text %j (%s) is shown as HTML: %s', (html, text, mailClass, html_) => expect(prefersHtml({ html, text, mailClass })).toBe(html_))
