// Guards what every page promises: small, whole without script, nothing fetched, nothing unescaped, honest about where one is.
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldName, otherKey, pagesOf, readForm, type Question, type SurveyDefinition, type Values } from '@kontuar/survey'
import { filledAsTyped, filledWith, policyOf, renderNotice, renderOptOut, renderPreview, renderSurveyPage, renderThanks, type SurveyPage } from '../index.ts'
import { all, every, everyQuestion, look, only } from '../surveys.fixture.ts'
import { parted } from './thanks-page.ts'

const ask = (definition: SurveyDefinition, given: Partial<SurveyPage> & { values?: Values } = {}) => {
  const questions = given.questions ?? pagesOf(definition, {})[0]!
  return renderSurveyPage({
    definition, language: 'pl', look, organization: 'Anna', facts: {}, questions, index: 0, remaining: 0, filled: filledWith(definition.questions, given.values ?? {}), action: '/s/x', hidden: { version: '1', shown: '' }, seed: 's', anonymous: true, seconds: 40, because: 'interaction',
    doNotAskUrl: '/u/x', languageUrls: definition.languages.map((language) => ({ language, url: `?lang=${language}` })), embedded: false, ...given,
  })
}
/** What a browser without script would send of the page. */
function sent(html: string): URLSearchParams {
  const read = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[entity]!)
  const form = new URLSearchParams()
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const at = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    if (['radio', 'checkbox'].includes(at('type')) && !/ checked[ >]/.test(tag)) continue
    if (at('type') !== 'file') form.append(read(at('name')), read(at('value')))
  }
  for (const [, name, text] of html.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>\n([^<]*)<\/textarea>/g)) form.append(read(name!), read(text!))
  return form
}

const filled: Values = {
  'nps': 0, 'csat': 5, 'ten': 10, 'ces': 1, 'stars': 3, 'faces': 1, 'faces3': 2, 'single': 'other', [otherKey('single')]: '"><b>', 'reasons': ['wait', 'other'], [otherKey('reasons')]: 'Parking', 'matrix': { booking: 'bad', result: 'great' }, 'text': '<script>\nalert(1)</script>', 'consent': true,
}

describe.each(['pl', 'ru', 'en', 'ar'])('every page in %s', (language) => {
  test.each(all)('%s is under 20 KB packed, and under 60 KB as it is read', (_name, definition) => {
    for (const [i, questions] of pagesOf(definition, {}).entries()) {
      const { html } = ask(definition, { language, questions, index: i, remaining: 3, embedded: true, problems: questions.map((q) => ({ questionId: q.id, code: 'required' })) })
      expect(gzipSync(html).length).toBeLessThan(20 * 1024)
      expect(html.length).toBeLessThan(60 * 1024)
    }
  })
})

describe('a question', () => {
  test.each(everyQuestion.map((q) => [q.id, q] as const))('%s is sent without script as it was filled in', (_id, question) => {
    const definition = only(question)
    const { html } = ask(definition, { values: filled })
    const { values, problems } = readForm([question], sent(html))
    expect(problems).toEqual([])
    const expected = Object.fromEntries(Object.entries(filled).filter(([id]) => id === question.id || id === otherKey(question.id)))
    expect(values).toEqual(question.type === 'file' ? {} : expected)
  })

  test.each(everyQuestion.map((q) => [q.id, q] as const))('%s ties its name, help and mistake to its fields', (_id, question) => {
    const { html } = ask(only({ ...question, required: true, help: { pl: 'Pomoc' } }), { problems: [{ questionId: question.id, code: 'required' }] })
    const named = [...html.matchAll(/aria-(?:describedby|labelledby)="([^"]*)"/g)].flatMap(([, ids]) => ids!.split(' '))
    expect(named).toEqual(expect.arrayContaining(['q1-help', 'q1-error']))
    for (const id of [...named, ...[...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!), ...[...html.matchAll(/ for="([^"]+)"/g)].map(([, id]) => id!)]) expect(html.match(new RegExp(` id="${id}"`, 'g')), id).toHaveLength(1)
    expect(html).toContain('wymagane')
    // ARIA has no such state for a group of boxes; the word stands in its title.
    if (question.type !== 'reasons') expect(html).toContain('aria-required="true"')
  })

  test('with words of its own in another language says in which', () => {
    const { html } = ask(only({ ...everyQuestion[0]!, title: { pl: 'Tylko po polsku' } }), { language: 'ar' })
    expect(html).toContain('<span lang="pl" dir="ltr">Tylko po polsku</span>')
    expect(html).toContain('<html lang="ar" dir="rtl">')
  })

  test('of a scale names every point by its number and the ends by their words', () => {
    const { html } = ask(only(everyQuestion[0]!))
    expect(html.match(/type="radio"/g)).toHaveLength(11)
    expect(html).toContain('<span>0<span class="away">, Zupełnie nieprawdopodobne</span></span>')
    expect(html).toContain('<span>10<span class="away">, Bardzo prawdopodobne</span></span>')
  })

  test('whose options are mixed keeps one order for one person, "other" last', () => {
    const question: Question = { ...everyQuestion[7]!, shuffled: true, options: Array.from({ length: 12 }, (_, i) => ({ id: `o${i}`, label: { pl: `Opcja ${i}` } })) }
    const orders = ['a', 'a', 'b'].map((seed) => [...ask(only(question), { seed }).html.matchAll(/value="(o\d+|other)"/g)].map(([, id]) => id!))
    expect(orders[0]).toEqual(orders[1])
    expect(orders[0]).not.toEqual(orders[2])
    for (const order of orders) expect(order.at(-1)).toBe('other')
  })
})

test('whatever stands in texts, facts, values and what was typed, the page keeps its shape', () => {
  const hostile = fc.constantFrom('<script>x</script>', '"><img src=x onerror=y>', "' onload='x", '</textarea><b>', '{{customer.firstName}}', '&lt;b&gt;', '\u202Eevil', '</style><style>*{}', '\0', '\uD800')
  fc.assert(fc.property(hostile, hostile, hostile, (a, b, c) => {
    const texts = { pl: `${a} {{customer.firstName}}` }
    const definition: SurveyDefinition = { ...every, title: texts, intro: texts, thanks: texts, whatNext: texts, reviewLinks: [{ label: texts, url: `javascript:${b}` }], questions: everyQuestion.map((q) => ({ ...q, title: texts, help: texts, ...(q.options ? { options: q.options.map((o) => ({ ...o, label: texts })) } : {}) })) }
    const typed = new URLSearchParams(everyQuestion.map((q): [string, string] => [fieldName(q.id), c]))
    const hostileLook = { colour: b, logo: null, name: a }
    const pages = [
      ask(definition, { facts: { 'customer.firstName': b, 'ticket.number': c, 'ticket.subject': a }, filled: filledAsTyped(typed, 100), look: hostileLook, hidden: { key: c } }),
      renderThanks({ definition, language: 'pl', look: hostileLook, organization: b, facts: { 'customer.firstName': c }, anonymous: false, doNotAskUrl: null, embedded: false }),
      renderOptOut({ language: 'pl', look: hostileLook, organization: b, action: c, state: 'asking' }),
    ]
    const count = (html: string, tag: string) => html.split(`<${tag}`).length - 1
    for (const [i, { html }] of pages.entries()) {
      expect(html).not.toMatch(/<img|<b>|\son\w+="|javascript:/)
      expect(count(html, 'style>')).toBe(1)
      expect(count(html, 'script')).toBe(i === 0 ? 1 : 0)
      expect(count(html, 'textarea')).toBe(i === 0 ? 1 : 0)
    }
  }), { numRuns: 200 })
})

describe('where one is', () => {
  test('is told as so many of so many, or of so many at most where answers decide', () => {
    expect(ask(every, { index: 1, remaining: 2 }).html).toContain('Krok 2 z 4')
    const open = { ...every, questions: [every.questions[0]!, { ...every.questions[1]!, condition: { combinator: 'and' as const, rules: [{ field: 'q:nps', operator: '<=', value: 6 }] } }] }
    expect(ask(open, { questions: [open.questions[0]!], remaining: 1 }).html).toContain('Krok 1 z najwyżej 2')
  })
  test('is not told on a survey of one page, which has one button and nothing to go back to', () => {
    const { html } = ask(only(everyQuestion[0]!))
    expect(html).not.toContain('Krok')
    expect(html.match(/<button/g)).toHaveLength(1)
    expect(ask(every, { index: 1, remaining: 1 }).html).toContain('name="back"')
  })
  test.each([[{ 'ticket.number': '7', 'ticket.subject': 'Farba' }, 'zgłoszeniem nr\u00a07: „Farba”'], [{ order: 'Z/9' }, 'zamówieniem nr\u00a0Z/9'], [{ product: 'Fotel' }, 'zakupem: Fotel'], [{}, 'niedawno był między nami kontakt']])('and why: %j', (facts, words) => expect(ask(every, { facts }).html).toContain(words))
})

describe('who may frame a page', () => {
  const page = renderNotice({ code: 'ended', language: 'pl', look, organization: 'Anna', embedded: false })
  test.each([[null, "'none'"], [[], '*'], [['https://a.example', 'https://b.example:8443'], 'https://a.example https://b.example:8443'], [["https://a.example; script-src 'unsafe-inline'"], "'none'"], [['*'], "'none'"]])('%j is said as %s', (origins, said) => expect(policyOf(page, origins)).toMatch(new RegExp(`; frame-ancestors ${said.replace('*', '\\*')}$`)))
})

test.each([
  ['Dziękujemy. Czytamy wszystko.', 'Dziękujemy', 'Czytamy wszystko.'], ['Dziękujemy!', 'Dziękujemy!', ''], ['Dziękujemy za czas', 'Dziękujemy za czas', ''], ['', '', ''],
  ['To jest bardzo długie zdanie, które nie mogłoby stać jako nagłówek strony, bo ma za dużo słów.', '', 'To jest bardzo długie zdanie, które nie mogłoby stać jako nagłówek strony, bo ma za dużo słów.'],
])('thanks "%s" have the heading "%s"', (text, head, rest) => expect(parted(text)).toEqual({ head, rest }))

describe('the preview', () => {
  test.each(['page', 'mail', 'thanks'] as const)('of the %s leads nowhere and cannot be sent', (part) => {
    const { html, pages } = renderPreview({ definition: every, language: 'ru', look, organization: 'Anna', part })
    expect(pages).toBe(1)
    expect([...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, url]) => url).filter((url) => !/^(#|data:,|https:\/\/maps)/.test(url!))).toEqual([])
  })
  test('of a draft that is hardly begun shows what there is', () => {
    const empty: SurveyDefinition = { ...every, title: {}, intro: {}, thanks: {}, whatNext: {}, reviewLinks: [], questions: [] }
    for (const part of ['page', 'mail', 'thanks'] as const) expect(renderPreview({ definition: empty, language: 'pl', look, organization: 'Anna', part }).html).toContain('</html>')
    for (const { id, type } of everyQuestion) for (const part of ['page', 'mail'] as const) expect(renderPreview({ definition: { ...empty, questions: [{ id, type, title: {} }] }, language: 'xx', look, organization: 'Anna', part, page: 99 }).html).toContain('</html>')
  })
})
