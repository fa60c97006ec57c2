// Guards the one door between what people type and the page.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, flag, html, safeUrl } from './html.ts'

/** What a browser makes of escaped text. */
const read = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[entity]!)
const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.constantFrom('<', '>', '"', "'", '&', '`', '=', '/', '\0', '\uD800', '</script>', '<!--', ']]>', '&lt;', '\u2028', '\u202E', ' onload=', 'javascript:'), { maxLength: 12 }).map((parts) => parts.join('')))

describe('what is put into a page', () => {
  test('opens no element, closes no attribute, and is read back as it was', () => {
    fc.assert(fc.property(hostile, (text) => {
      const page = html`<a title="${text}"${attribute('lang', text)}>${text}</a>`.text
      const [, title, lang, inner] = /^<a title="([^"<>]*)" lang="([^"<>]*)">([^<>]*)<\/a>$/.exec(page)!
      const kept = text.toWellFormed().replaceAll('\0', '\uFFFD')
      expect([title, lang, inner].map((each) => read(each!))).toEqual([kept, kept, kept])
    }), { numRuns: 2_000 })
  })

  test('may be pieces of HTML, lists, numbers, or nothing', () => {
    expect(html`<p>${[html`<b>${'<'}</b>`, ['&', 0]]}${null}${undefined}${false}${''}</p>`.text).toBe('<p><b>&lt;</b>&amp;0</p>')
    expect(html`<i${flag('hidden', true)}${flag('inert', false)}${attribute('id', null)}></i>`.text).toBe('<i hidden></i>')
  })

  test.each(['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:x', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil', 'nonsense', ''])('an address "%s" leads nowhere', (url) => expect(safeUrl(url)).toBeNull())
  test('an address of the web stays', () => expect(safeUrl('https://maps.example/?q=a&b="')).toBe('https://maps.example/?q=a&b=%22'))
})

test('no template of this folder leaves an attribute without quotes, or writes HTML past the template', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(25)
  for (const name of files) {
    const source = readFileSync(`${import.meta.dirname}/${name}`, 'utf8')
    expect(source.match(/[\w-]=\$\{/g)?.filter((each) => !/^(v|width|initial-scale)=/.test(each)) ?? [], name).toEqual([])
    if (name !== 'html.ts') expect(source.match(/new Html\(/g), name).toBeNull()
  }
})
