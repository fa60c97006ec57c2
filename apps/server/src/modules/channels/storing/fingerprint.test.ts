// Guards when two mails are one: neither may a second copy become a second entry, nor two mails become one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fingerprint, fingerprintOf } from './fingerprint.ts'

const day = new Date('2026-11-16T10:00:00Z')
const of = (mail: string, at = day) => fingerprintOf(Buffer.from(mail, 'latin1'), at)
const mail = (headers: string[], body = 'Hello\r\n') => `${headers.map((h) => `${h}\r\n`).join('')}\r\n${body}`
const basic = ['From: a@example.com', 'Subject: Hi', 'Message-ID: <1@example.com>']

describe('the same mail', () => {
  test.each([
    ['with trace headers of another road', mail(['Received: by x; today', 'Delivered-To: b@example.com', 'DKIM-Signature: v=1; b=x', ...basic, 'X-Spam: no'])],
    ['with a header folded', mail([basic[0]!, 'Subject:\r\n Hi', basic[2]!])],
    ['with names in capitals', mail(['FROM: a@example.com', 'SUBJECT: Hi', 'message-id: <1@example.com>'])],
    ['with bare line feeds', mail(basic).replaceAll('\r\n', '\n')],
    ['with more empty lines at the end', mail(basic, 'Hello\r\n\r\n\r\n')],
    ['without the last line end', mail(basic, 'Hello')],
  ])('%s', (_, other) => expect(of(other)).toBe(of(mail(basic))))

  test('on another day, when it says by itself which it is', () => expect(of(mail(basic), new Date('2026-12-01'))).toBe(of(mail(basic))))
})

describe('another mail', () => {
  test.each([
    ['with another body', mail(basic, 'Hello!\r\n')], ['with another subject', mail([basic[0]!, 'Subject: Ho', basic[2]!])], ['with another Message-ID', mail([...basic.slice(0, 2), 'Message-ID: <2@example.com>'])],
    ['with another type', mail([...basic, 'Content-Type: text/html'])], ['with a recipient', mail([...basic, 'To: b@example.com'])], ['with a line more inside', mail(basic, 'Hel\r\nlo\r\n')],
  ])('%s', (_, other) => expect(of(other)).not.toBe(of(mail(basic))))

  test('on another day, when it says neither Message-ID nor Date', () => {
    const bare = mail(basic.slice(0, 2))
    expect(of(bare, new Date('2026-11-16T23:00:00Z'))).toBe(of(bare))
    expect(of(bare, new Date('2026-11-17T01:00:00Z'))).not.toBe(of(bare))
  })
})

test('it does not matter how the bytes are cut', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'Subject: x', 'From: y', ':', ' ', '\u00e9'), { maxLength: 60 }), fc.array(fc.nat(200), { maxLength: 10 }), (parts, cuts) => {
    const bytes = Buffer.from(parts.join(''), 'latin1')
    const fingerprint = new Fingerprint(day)
    const places = [...new Set([0, ...cuts.map((c) => Math.min(c, bytes.length)), bytes.length])].sort((a, b) => a - b)
    places.slice(1).forEach((end, i) => fingerprint.update(bytes.subarray(places[i], end)))
    expect(fingerprint.digest()).toBe(fingerprintOf(bytes, day))
  }))
})
