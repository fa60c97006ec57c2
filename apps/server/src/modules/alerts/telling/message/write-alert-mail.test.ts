// Guards that mails say everything in three languages, bear hostile texts, and load nothing from elsewhere.
import { describe, expect, test } from 'vitest'
import { messages, alertOf, sentAt } from './messages.fixture.ts'
import { describeFilters } from './describe-filters.ts'
import { writeAlertMail } from './write-alert-mail.ts'

const mailOf = (name: string) => writeAlertMail(messages.find((m) => m.name === name)!.message, sentAt)
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!)

describe('a mail about one alert', () => {
  test.each([['pl', 'Dlaczego teraz', 'Potwierdź', 'kieruje lokalizacją', 'Europe/Warsaw (GMT+1)'], ['ru', 'Почему сейчас', 'Подтвердить', 'управляете точкой', 'Asia/Yekaterinburg (GMT+5)'], ['en', 'Why now', 'Acknowledge', 'manage the location', 'Europe/London (GMT+0)']])(
    'in %s holds the words, why now, the entries before it, three buttons, the reason, the filters and the zone', (language, whyNow, button, because, zone) => {
      const mail = mailOf(`rating-${language}`)
      const { alerts: [told] } = messages.find((m) => m.name === `rating-${language}`)!.message
      for (const part of [mail.text, mail.html.replaceAll('&#39;', "'")]) {
        for (const said of [button, because, zone, told!.alert.customer!.name, told!.alert.location!.name, told!.filters!]) expect(part).toContain(said)
        for (const entry of told!.diary) expect(part).toContain(entry.excerpt)
      }
      expect(mail.html).toContain(whyNow)
      expect(hrefs(mail.html).filter((h) => h.includes('/a/')).map((h) => /\/a\/(.)/.exec(h)![1])).toEqual(['a', 't', 'c'])
      expect(mail.html).toContain(`<html lang="${language}">`)
    })

  test('of figures without enough to judge by says so and is no alarm', () => {
    const mail = mailOf('no-data-pl')
    expect(mail.subject).toBe('NPS: brak danych · Salon Róża, Galeria Mokotów')
    expect(mail.text).toContain('Z ostatnich 14\u00a0dni jest 3, a potrzeba 30.')
  })

  test('of a step upwards says that nobody has it', () => expect(mailOf('step-ru').text).toContain('Это оповещение никто не подтвердил, поэтому оно пришло к вам (ступень 2).'))

  test('of a figure tells both values, their n and what chance would do', () => {
    expect(mailOf('figure-en').text).toContain('NPS over the last 28\u00a0days is 26 (with chance taken into account 14 to 38), n = 164. '.trim())
    expect(mailOf('figure-en').text).toContain('In the same time before it was 44 (n = 171): 18\u00a0points less, with chance taken into account 5\u00a0points to 31\u00a0points. Chance does not explain that.')
  })
})

test('a digest names each, says what became of it, and offers no button for what is over', () => {
  const mail = mailOf('digest-pl')
  for (const said of ['4\u00a0alerty od ostatniego podsumowania', 'Zajmuje się tym Łukasz Żak', 'Minęło samo', 'Brak danych']) expect(mail.text).toContain(said)
  expect(hrefs(mail.html).filter((h) => h.includes('/a/a'))).toHaveLength(2)
})

test('of a hundred the mail shows what fits and leads to the rest', () => {
  const { message } = messages.find((m) => m.name === 'digest-pl')!
  const mail = writeAlertMail({ ...message, alerts: Array.from({ length: 100 }, () => message.alerts[0]!) }, sentAt)
  expect(mail.subject).toBe('Podsumowanie: 100\u00a0alertów'.replace('\u00a0', ' '))
  expect(mail.html).toContain('i jeszcze 85\u00a0alertów')
  // Gmail cuts a mail at 102 KB.
  expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000)
})

test('nothing is loaded, and hostile texts stay texts', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&\r\nBcc: all@example.com\u202e\0 [a](javascript:alert(1)) ' + 'ż'.repeat(3000)
  const { message } = messages.find((m) => m.name === 'rating-en')!
  const told = message.alerts[0]!
  const alert = { ...alertOf('en', 1), title: hostile, ruleName: hostile, sentences: [hostile], words: { text: hostile, by: hostile, at: told.alert.words!.at }, customer: { id: told.alert.customer!.id, name: hostile }, ticket: { id: told.alert.ticket!.id, number: 1, subject: hostile } }
  const mail = writeAlertMail({ ...message, organization: hostile, alerts: [{ ...told, alert, filters: hostile, diary: told.diary.map((d) => ({ ...d, by: hostile, excerpt: hostile, kind: hostile })) }] }, sentAt)
  expect(mail.html).not.toMatch(/<img|<script|<[a-z][^>]*\s(src|onerror)=|url\(|href="javascript/)
  expect(mail.subject).not.toMatch(/[\r\n\0]/)
  expect(mail.subject.length).toBeLessThanOrEqual(180)
  for (const href of hrefs(mail.html)) expect(href).toMatch(/^https:\/\/kontuar\.salon-roza\.example\//)
})

describe('the filters of a rule in words', () => {
  const location = '0198c0de-0000-7000-8000-000000000005'
  const names = new Map([[location, 'Mokotów']])
  test.each([
    ['pl', 'odpowiedzi, ocena najwyżej 6 i\u00a0(lokalizacja to Mokotów lub treść zawiera „zwrot”)'], ['ru', 'ответы, оценка не больше 6 и (точка это Mokotów или текст содержит «zwrot»)'], ['en', 'answers, rating at most 6 and (location is Mokotów or text contains “zwrot”)'],
  ] as const)('in %s', (language, said) => {
    const where = { combinator: 'and', rules: [{ field: 'score', operator: '<=', value: 6 }, { combinator: 'or', rules: [{ field: 'locationId', operator: '=', value: location }, { field: 'text', operator: 'contains', value: 'zwrot' }] }] }
    expect(describeFilters({ kind: 'event', on: 'answer', where }, names, language)).toBe(said)
  })
  test.each([['pl', 'kontakty, treść zawiera słowo „adwokat” i\u00a0ocena to niska'], ['ru', 'контакты, текст содержит слово «adwokat» и оценка это низкая'], ['en', 'contacts, text mentions “adwokat” and tone is low']] as const)('words in any form, in %s', (language, said) => {
    expect(describeFilters({ kind: 'event', on: 'interaction', where: { combinator: 'and', rules: [{ field: 'text', operator: 'mentions', value: 'adwokat' }, { field: 'tone', operator: '=', value: 'low' }] } }, names, language)).toBe(said)
  })
  test.each([null, undefined, {}, { combinator: 'and', rules: 'x' }, { combinator: 'and', rules: [null, 7, { field: 1 }, { field: 'score', operator: 'odd' }] }, { combinator: 'and', rules: [{ field: 'locationId', operator: 'in', value: ['gone'] }] }])('whatever is stored: %j', (where) => {
    expect(describeFilters({ kind: 'event', on: 'answer', where: where as never }, names, 'en')).toMatch(/^answers/)
  })
})
