// Guards that a list is spread over the hours in which we ask, and that each of its people is named once.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intoWindow } from '../../asking/planning/rules/send-window.ts'
import { isRefused, personReader, readColumns, type ListedPerson } from './read-people.ts'
import { spread } from './spread.ts'

const day = { from: '08:00', until: '20:00', timeZone: 'Europe/Warsaw' }
const at = (text: string) => new Date(`${text}+02:00`)

describe('a list', () => {
  test('is asked all at once without a limit, and not at night', () => {
    expect(spread(3, at('2026-06-01T10:00'), null, day)).toEqual([at('2026-06-01T10:00'), at('2026-06-01T10:00'), at('2026-06-01T10:00')])
    expect(spread(2, at('2026-06-01T22:00'), null, day)).toEqual([at('2026-06-02T08:00'), at('2026-06-02T08:00')])
  })
  test('is spread evenly, and goes on tomorrow instead of piling up', () => {
    expect(spread(5, at('2026-06-01T19:00'), 2, day)).toEqual([at('2026-06-01T19:00'), at('2026-06-01T19:30'), at('2026-06-02T08:00'), at('2026-06-02T08:30'), at('2026-06-02T09:00')])
  })
  test('over midnight, and where we always ask', () => {
    expect(spread(3, at('2026-06-01T23:30'), 2, { ...day, from: '22:00', until: '00:30' })).toEqual([at('2026-06-01T23:30'), at('2026-06-02T00:00'), at('2026-06-02T22:00')])
    expect(spread(3, at('2026-06-01T23:30'), 1, { ...day, from: '00:00', until: '00:00' }).map((d) => d.getTime() - at('2026-06-01T23:30').getTime())).toEqual([0, 3_600_000, 7_200_000])
  })
  test('never asks more in an hour than it may, and never outside the window, whatever the clocks do', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:00`)
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 400 * 24 }), hour, hour, (count, perHour, hours, from, until) => {
      const window = { from, until, timeZone: 'Europe/Warsaw' }
      const times = spread(count, new Date(Date.UTC(2026, 0, 1, hours)), perHour, window)
      expect(times).toHaveLength(count)
      for (const [n, time] of times.entries()) {
        expect(intoWindow(time, window)).toEqual(time)
        if (n >= perHour) expect(time.getTime() - times[n - perHour]!.getTime()).toBeGreaterThanOrEqual(3_600_000 - 1)
      }
    }), { numRuns: 60 })
  })
  test('of fifty thousand is spread in one go', () => {
    expect(spread(50_000, at('2026-06-01T10:00'), 500, day).at(-1)).toEqual(new Date(at('2026-06-09T13:59:52.800')))
  })
})

describe('the people of a file', () => {
  const read = (heading: string[], road: 'email' | 'sms', ...rows: string[][]) => {
    const one = personReader(readColumns(heading, road), road, 'pl')
    return rows.map((cells, n) => one({ line: n + 2, cells }))
  }
  test('are read under the names columns have in Polish, Russian and English; further columns are facts', () => {
    for (const [email, phone, name, language] of [['Email', 'Phone', 'Name', 'Language'], ['Adres e-mail', 'Telefon', 'Imię i nazwisko', 'Język'], ['Электронная почта', 'Телефон', 'ФИО', 'Язык']]) {
      expect(read([name!, email!, 'product', phone!, language!, ''], 'email', ['Anna Nowak', ' Anna@Klient.example ', 'Czajnik', '600 700 800', 'PL', 'x'])).toEqual([
        { identity: 'email anna@klient.example', customerId: null, name: 'Anna Nowak', email: 'Anna@Klient.example', phone: '600 700 800', language: 'pl', facts: { product: 'Czajnik' } }])
    }
    expect((read(['Imię', 'Nazwisko', 'Telefon'], 'sms', ['Jan', 'Kowalski', '600700801'])[0] as ListedPerson)).toMatchObject({ identity: 'sms +48600700801', name: 'Jan Kowalski', email: null })
  })
  test('are named once, by the address we ask at; the others are told with their line', () => {
    const people = read(['email', 'phone'], 'email', ['a@b.example', ''], ['A@B.example', ''], ['', '600700800'], ['nonsense', ''], ['c@d.example', 'no number'])
    expect(people.map((p) => (isRefused(p) ? `${p.line}: ${p.sentence}` : p.identity))).toEqual([
      'email a@b.example', '3: The same e-mail address stands on line 2: that person is asked once.', '4: There is no e-mail address.', '5: "nonsense" is no e-mail address.', 'email c@d.example'])
    expect(read(['phone'], 'sms', ['+48 600 700 800'], ['0048600700800'], ['600-700-800'], ['12']).filter(isRefused).map((r) => r.line)).toEqual([3, 4, 5])
  })
  test.each<[string, string[], 'email' | 'sms', RegExp]>([
    ['no column of the road', ['phone'], 'email', /column "email"/], ['one column twice', ['email', 'Produkt', ' produkt'], 'email', /two columns "produkt"/], ['two e-mail columns', ['E-mail', 'e-mail'], 'email', /two columns "e-mail"/], ['no heading at all', ['a@b.example'], 'email', /must be a heading/], ['columns without end', ['email', ...Array.from({ length: 25 }, (_, n) => `f${n}`)], 'email', /25 columns besides/],
  ])('are refused as a whole with %s', (_what, heading, road, sentence) => {
    expect(() => readColumns(heading, road)).toThrow(sentence)
  })
  test('with a fact that is too long, or a language that is none, are told or read without it', () => {
    expect(read(['email', 'product', 'language'], 'email', ['a@b.example', 'x'.repeat(501), ''], ['b@b.example', 'x', 'po polsku; drop table'])).toMatchObject([{ sentence: '"product" is longer than 500 characters.' }, { language: null }])
  })
})
