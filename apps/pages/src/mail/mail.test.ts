// Guards the invitation: every point is a link that leads to the page of this person, the plain text says all the HTML says,
// and a click is only ever a choice.
import { describe, expect, test } from 'vitest'
import { surveyTemplates } from '@kontuar/survey'
import { everyQuestion, look, only } from '../surveys.fixture.ts'
import { clickableQuestion, valuesOfClick } from './clicked.ts'
import { renderInvitationMail } from './invitation-mail.ts'
import { renderSmsText } from './sms-text.ts'

const url = 'https://opinie.example/s/2Jm3Yc0nB8wq5tXk9uVd1A'
const unsubscribeUrl = 'https://opinie.example/u/2Jm3Yc0nB8wq5tXk9uVd1A'
const mail = (definition = only(everyQuestion[0]!), language = 'pl', given: Partial<Parameters<typeof renderInvitationMail>[0]> = {}) => renderInvitationMail({ definition, language, look, url, unsubscribeUrl, facts: { 'customer.firstName': 'Anna' }, organization: 'Anna', ...given })
const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&'))

describe('the invitation', () => {
  test('has a link for each point of the first scale, the page itself and the way out, in HTML and in text alike', () => {
    const { html, text } = mail()
    const points = Array.from({ length: 11 }, (_, i) => `${url}?v=${i}`)
    expect(linksOf(html)).toEqual([...points, url, unsubscribeUrl])
    for (const link of linksOf(html)) expect(text).toContain(link)
  })

  test.each(everyQuestion.map((q) => [q.id, q] as const))('each of its links for %s chooses what it says', (_id, question) => {
    const definition = only(question)
    const clicks = linksOf(mail(definition).html).flatMap((link) => new URL(link).searchParams.get('v') ?? [])
    expect(clicks.length > 0).toBe(clickableQuestion(definition) !== null)
    for (const click of clicks) expect(valuesOfClick(definition, click)).toEqual({ [question.id]: question.type === 'single' ? click : Number(click) })
  })

  test.each(['11', '-1', '1.5', ' 1', '0x1', '01e1', 'constructor', '__proto__', '', '٣'])('a click of "%s" chooses nothing', (click) => expect(valuesOfClick(only(everyQuestion[0]!), click)).toEqual({}))

  test.each(surveyTemplates.flatMap(({ key, definition }) => ['pl', 'ru', 'en', 'ar'].map((language) => [key, language, definition] as const)))('of %s in %s is whole and small', (_key, language, definition) => {
    const { subject, html, text } = mail(definition, language)
    expect(subject).toMatch(/^\S[^\n\r]{0,199}$/)
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
    expect(html.length).toBeLessThan(30_000)
    expect(html).not.toMatch(/undefined|\{\{|<script|src="http/)
    expect(text).not.toMatch(/undefined|\{\{|<[a-z]/)
    for (const cell of html.matchAll(/<td class="point"[^>]*>/g)) expect(cell[0]).toMatch(/bgcolor="#ffffff"/)
  })

  test('shows the logo from where the survey lies, named for whoever sees no pictures', () => {
    const logo = 'a'.repeat(64)
    expect(mail(undefined, 'pl', { look: { ...look, logo } }).html).toContain(`<img class="logo" src="https://opinie.example/p/logo/${logo}" alt="Salon Anna"`)
    expect(mail(undefined, 'pl', { look: { ...look, logo }, url: 'https://host.example/kontuar/s/x' }).html).toContain(`src="https://host.example/kontuar/p/logo/${logo}"`)
  })

  test('greets nobody by an address or a number', () => {
    expect(mail(undefined, 'en').text).toContain('Hello Anna,')
    for (const name of ['anna@example.com', '+48123', '']) expect(mail(undefined, 'en', { facts: { 'customer.firstName': name } }).text).toMatch(/^Hello,/)
  })

  test('says of an anonymous survey that nobody can call back, and offers no way out where there is none', () => {
    const { html, text } = mail(undefined, 'pl', { anonymous: true, unsubscribeUrl: null })
    for (const each of [html, text]) {
      expect(each).toContain('Ta ankieta jest anonimowa')
      expect(each).not.toContain('nie pytać mnie')
    }
  })

  test('cannot be broken by what stands in the survey or the name of the customer', () => {
    const nasty = '"><script>x</script>\r\nBcc: all@example.com'
    const { subject, html } = mail({ ...only(everyQuestion[0]!), title: { pl: nasty }, intro: { pl: nasty } }, 'pl', { facts: { 'customer.firstName': nasty }, organization: nasty, look: { ...look, name: null, colour: '"x' } })
    expect(subject).not.toMatch(/[\r\n]/)
    expect(html).not.toContain('<script')
  })
})

describe('the text message', () => {
  test.each(['pl', 'ru', 'en', 'uk', 'de', 'ar', 'he'])('in %s is short and ends with the link', (language) => {
    const text = renderSmsText({ language, look, organization: 'Anna', url })
    expect(text).toMatch(/^Salon Anna: .+ https:\/\/opinie\.example\/s\/[\w-]{22}$/)
    expect(text.length).toBeLessThan(134)
  })
  test('in Polish needs no letters that double its price (3GPP TS 23.038)', () => expect(renderSmsText({ language: 'pl', look, organization: 'Anna', url })).toMatch(/^[\x20-\x7e]+$/))
  test('shortens a long name, never the link', () => expect(renderSmsText({ language: 'en', look: { ...look, name: 'X'.repeat(100) }, organization: 'Anna', url })).toMatch(/^X{39}…: .+1A$/))
})
