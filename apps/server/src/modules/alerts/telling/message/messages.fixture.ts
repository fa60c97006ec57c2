// Messages as people get them, in three languages: one alert with everything in it, one that nobody took, figures without enough to judge by, many at once.
import type { Alert, Because, Locale } from '@kontuar/contracts'
import { sentencesOf, titleOf, type ToSay } from '../../life/words/index.ts'
import type { AlertMessage, ToldAlert } from './alert-message.ts'

const id = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`
const publicUrl = 'https://kontuar.salon-roza.example'
const link = (letter: string) => `${publicUrl}/a/${letter}1.sh8q2o.AZjA3gAAcACAAAAAAAAAAQAZjA3gAAcACAAAAAAAAAAg.5Jq0gk3uKy1m2w8aXbQpRw`
const zones: Record<Locale, string> = { pl: 'Europe/Warsaw', ru: 'Asia/Yekaterinburg', en: 'Europe/London' }
export const sentAt = new Date('2026-03-02T14:07:00Z')

const said: Record<Locale, { text: string; by: string; subject: string; place: string; queue: string; staff: string; rule: string; filters: string; organization: string; answer: string; note: string }> = {
  pl: { text: 'Zegarek wrócił z naprawy po pięciu tygodniach i dalej się spieszy.\nNikt nie oddzwonił, chociaż obiecano mi to dwa razy. Nie polecam.', by: 'Małgorzata Wiśniewska-Brzęczyszczykiewicz', subject: 'Reklamacja naprawy zegarka', place: 'Salon Róża, Galeria Mokotów', queue: 'Reklamacje', staff: 'Łukasz Żak', rule: 'Zła ocena po naprawie', filters: 'odpowiedzi, ocena najwyżej 6 i lokalizacja jedno z Galeria Mokotów, Arkadia', organization: 'Salon Róża', answer: 'Dzień dobry, zegarek jest gotowy do odbioru. Zapraszamy.', note: 'Klientka dzwoniła dwa razy, prosi o telefon po 16.' },
  ru: { text: 'Часы вернули из ремонта через пять недель, и они всё равно спешат.\nМне дважды обещали перезвонить, никто не перезвонил. Не рекомендую.', by: 'Александра Константинопольская', subject: 'Жалоба на ремонт часов', place: 'Салон «Роза», ТРЦ «Европейский»', queue: 'Жалобы', staff: 'Фёдор Щукин', rule: 'Плохая оценка после ремонта', filters: 'ответы, оценка не больше 6', organization: 'Салон «Роза»', answer: 'Здравствуйте! Часы готовы, ждём вас.', note: 'Клиентка звонила дважды, просит перезвонить после 16.' },
  en: { text: 'The watch came back after five weeks and is still fast.\nI was promised a call twice and nobody called. <b>Not</b> recommended & never again.', by: 'Ann Smith', subject: 'Complaint about a repair', place: 'Rose, Covent Garden', queue: 'Complaints', staff: 'Luke Jones', rule: 'Bad rating after a repair', filters: 'answers, rating at most 6', organization: 'Rose Watches', answer: 'Your watch is ready to be collected.', note: 'Called twice, asks for a call after 4 pm.' },
}

export function alertOf(language: Locale, n: number, given: Partial<Omit<ToSay, 'why'>> & { why?: ToSay['why'] } = {}, more: Partial<Alert> = {}): Alert {
  const s = said[language]
  const say: ToSay = { ruleName: s.rule, why: { code: 'event', on: 'answer', score: 2, scaleMin: 0, scaleMax: 10, metric: 'nps' }, placeName: s.place, metric: null, ticketNumber: 1482, times: 1, firstAt: new Date('2026-03-02T14:05:00Z'), lastAt: new Date('2026-03-02T14:05:00Z'), ...given }
  return {
    id: id(n), ruleId: id(900), ruleName: s.rule, ruleKind: 'event', state: 'open', urgent: false, noData: false, times: say.times, firstAt: say.firstAt.toISOString(), lastAt: say.lastAt.toISOString(), title: titleOf(say, language), why: say.why, sentences: sentencesOf(say, language, zones[language]),
    words: { text: s.text, by: s.by, at: '2026-03-02T14:05:00.000Z' }, ticket: { id: id(2), number: 1482, subject: s.subject }, answerId: id(3), interactionId: null, customer: { id: id(4), name: s.by }, location: { id: id(5), name: s.place }, queue: { id: id(6), name: s.queue }, staff: { id: id(7), name: s.staff },
    warningId: null, recoveryId: null, acknowledgedAt: null, acknowledgedByName: null, resolvedAt: null, resolvedByName: null, resolvedReason: null, note: '', useful: null, taskId: null, ...more,
  }
}

function told(language: Locale, alert: Alert, because: Because, step = 0, alone = true): ToldAlert {
  const s = said[language]
  const bare = alert.customer === null
  return {
    alert, because, step, filters: bare ? null : s.filters, links: { acknowledge: alert.state === 'open' ? link('a') : null, task: alert.state === 'resolved' ? null : link('t'), callBack: bare || alert.state === 'resolved' ? null : link('c') },
    diary: !alone || bare ? [] : [
      { id: id(11), at: '2026-03-02T11:20:00.000Z', kind: 'note', direction: 'internal', channel: null, by: s.staff, excerpt: s.note }, { id: id(12), at: '2026-02-28T09:02:00.000Z', kind: 'message', direction: 'out', channel: 'email', by: s.staff, excerpt: s.answer },
      { id: id(13), at: '2026-02-27T15:41:00.000Z', kind: 'call', direction: 'in', channel: 'phone', by: s.by, excerpt: '' },
    ],
  }
}

const message = (language: Locale, how: AlertMessage['how'], alerts: ToldAlert[]): AlertMessage => ({ language, timeZone: zones[language], organization: said[language].organization, publicUrl, how, alerts })

const nps = { label: 'NPS', unit: 'points' as const }
const figure = (language: Locale, n: number): Alert => alertOf(language, n, { metric: nps, ticketNumber: null, why: { code: 'figure', metric: 'nps', test: 'falls', days: 28, n: 164, value: 26, interval: { low: 14, high: 38 }, before: 44, beforeN: 171, change: -18, changeInterval: { low: -31, high: -5 }, against: 'before', each: 'location', place: id(5) } },
  { ruleKind: 'figure', words: null, ticket: null, customer: null, answerId: null, queue: null, staff: null })
const noData = (language: Locale, n: number): Alert => alertOf(language, n, { metric: nps, ticketNumber: null, why: { code: 'no-data', metric: 'nps', days: 14, n: 3, minimum: 30, each: 'location', place: id(5) } }, { ruleKind: 'figure', noData: true, words: null, ticket: null, customer: null, answerId: null, queue: null, staff: null })

export const messages: { name: string; message: AlertMessage }[] = (['pl', 'ru', 'en'] as const).flatMap((language) => [
  { name: `rating-${language}`, message: message(language, 'at-once', [told(language, alertOf(language, 1, {}, { urgent: true }), { code: 'location-manager', name: said[language].place })]) },
  { name: `step-${language}`, message: message(language, 'at-once', [told(language, alertOf(language, 1, { times: 3, why: { code: 'event', on: 'breach', clock: 'first-response', lateMinutes: 95 } }), { code: 'escalation', step: 2 }, 2)]) },
  { name: `figure-${language}`, message: message(language, 'at-once', [told(language, figure(language, 1), { code: 'region-manager', name: 'Mazowsze' })]) },
  { name: `no-data-${language}`, message: message(language, 'at-once', [told(language, noData(language, 1), { code: 'nobody-else' })]) },
  { name: `digest-${language}`, message: message(language, 'digest', [
    told(language, alertOf(language, 1, {}, { state: 'acknowledged', acknowledgedAt: '2026-03-02T14:30:00.000Z', acknowledgedByName: said[language].staff }), { code: 'role', name: 'manager' }, 0, false), told(language, figure(language, 2), { code: 'role', name: 'manager' }, 0, false), told(language, noData(language, 3), { code: 'role', name: 'manager' }, 0, false),
    told(language, alertOf(language, 4, { why: { code: 'silence', on: 'answer', hours: 16, since: '2026-02-27T10:00:00Z', each: 'location', place: id(5) } }, { state: 'resolved', resolvedAt: '2026-03-02T10:00:00.000Z', words: null, ticket: null, customer: null }), { code: 'role', name: 'manager' }, 0, false),
  ]) },
])
