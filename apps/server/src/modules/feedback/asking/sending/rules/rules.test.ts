// Guards that the diary never holds the way into somebody's answer, and what texts may name.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newToken } from '../../../answering/tokens.ts'
import { factsOf } from './facts-of.ts'
import { hideInHtml, hideInText } from './hide-link.ts'

const token = 'AbCdEf0123456789_-xyzQ'

describe('the personal link', () => {
  test.each([
    ['pl', 'Oceń: [osobisty odnośnik]'], ['ru-ru', 'Oceń: [личная ссылка]'], ['de', 'Oceń: [personal link]'],
  ])('becomes words in a text (%s)', (language, expected) => expect(hideInText(`Oceń: https://k.example/s/${token}?v=9`, token, language)).toBe(expected))
  test('leaves the words of a link, and no address', () => {
    const html = `<p>A</p><a href="https://k.example/s/${token}?v=9" style="color:red">9</a> <a href='https://k.example/u/${token}'>nie</a> <a href=https://k.example/s/${token}>x</a> https://k.example/s/${token} <a href="https://k.example/regulamin">r</a>`
    expect(hideInHtml(html, token, 'pl')).toBe('<p>A</p><a style="color:red">9</a> <a>nie</a> <a>x</a> [osobisty odnośnik] <a href="https://k.example/regulamin">r</a>')
  })
  test('is nowhere, wherever it stood', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.constantFrom(' href="', "'", '>', 'https://x/', ' href=', '"'), (before, after, edge) => {
      const secret = newToken().token
      const text = `${before}${edge}${secret}${after}`
      expect(hideInHtml(text, secret, 'pl')).not.toContain(secret)
      expect(hideInText(text, secret, 'pl')).not.toContain(secret)
    }))
  })
  test('of a hundred kilobytes without an end costs no time to speak of', () => {
    const long = ` href="https://${'a'.repeat(100_000)}`
    expect(hideInHtml(long, token, 'pl')).toBe(long)
  })
})

describe('the facts', () => {
  const source = { customerName: 'Anna Nowak', staffName: 'Ewa', locationName: null, organization: 'Salon', ticketNumber: 12, ticketSubject: 'Buty', happenedAt: new Date('2026-03-09T23:30:00Z'), timeZone: 'Europe/Warsaw', language: 'pl', facts: {} }
  test('name who, where and when, in the language and the zone', () => {
    expect(factsOf(source)).toEqual({ 'customer.name': 'Anna Nowak', 'customer.firstName': 'Anna', 'staff.name': 'Ewa', 'organization.name': 'Salon', 'ticket.number': '12', 'ticket.subject': 'Buty', 'interaction.date': '10 marca 2026' })
    expect(factsOf({ ...source, language: 'ru' })['interaction.date']).toMatch(/^10 марта 2026/)
    expect(factsOf({ ...source, language: 'en' })['interaction.date']).toBe('10 March 2026')
  })
  test('do not call anybody by their address', () => {
    const facts = factsOf({ ...source, customerName: 'anna@klient.example' })
    expect(facts['customer.name']).toBeUndefined()
    expect(facts['customer.firstName']).toBeUndefined()
  })
  test('given ones go before our own', () => expect(factsOf({ ...source, facts: { product: 'Buty', 'staff.name': 'Jan' } })).toMatchObject({ product: 'Buty', 'staff.name': 'Jan' }))
})
